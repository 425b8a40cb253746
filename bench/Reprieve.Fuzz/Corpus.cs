namespace Reprieve.Fuzz;

/// <summary>What is mutated: every fixture and sample of a kind in the repository, and its lines as pieces.</summary>
internal sealed class Corpus
{
    private const int LongestLine = 300;

    /// <summary>Where mails and notices are.</summary>
    public static readonly string[] Notices = ["tests/Reprieve.Notices.Tests/Fixtures", "samples"];

    /// <summary>Where messages of a queue are.</summary>
    public static readonly string[] Notifications = ["tests/Reprieve.Amazon.Tests/Notifications/Fixtures"];

    private static readonly string[] Kinds = [".eml", ".txt", ".html", ".mbox", ".jsonl", ".docx", ".mhtml"];

    private readonly List<(byte[] Bytes, string Name)> _inputs = [];
    private readonly List<byte[]> _lines = [];

    public int Count => _inputs.Count;

    public static Corpus Load(string repository, string[] folders)
    {
        var corpus = new Corpus();
        foreach (
            string file in folders
                .SelectMany(folder =>
                    Directory.EnumerateFiles(Path.Combine(repository, folder), "*", SearchOption.AllDirectories)
                )
                .Where(file =>
                    Kinds.Contains(Path.GetExtension(file)) && new FileInfo(file).Length is > 0 and < 200_000
                )
                .Order(StringComparer.Ordinal)
        )
        {
            byte[] bytes = File.ReadAllBytes(file);
            corpus._inputs.Add((bytes, Path.GetFileName(file)));
            corpus.AddLines(bytes);
        }

        return corpus;
    }

    public (byte[] Bytes, string Name) Input(Random random) => _inputs[random.Next(_inputs.Count)];

    public byte[] Line(Random random) => _lines[random.Next(_lines.Count)];

    private void AddLines(ReadOnlySpan<byte> bytes)
    {
        foreach (Range line in bytes.Split((byte)'\n'))
        {
            if (bytes[line].Length is > 3 and < LongestLine)
            {
                _lines.Add(bytes[line].ToArray());
            }
        }
    }
}
