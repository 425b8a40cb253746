using System.Diagnostics;
using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;

// Milliseconds per check of a plan of some 600 words, warm: each of the languages, with 20 other plans to compare with.
// usage: [SECONDS per language, 5]
double seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var checker = new ResponseChecker(KnowledgeLoader.BuiltIn);
string folder = Path.Combine(Root(), "tests", "Reprieve.Responses.Tests", "Fixtures", "Checking", "answers");
foreach (string file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
{
    string text = SixHundredWords(File.ReadAllText(file), Path.GetFileNameWithoutExtension(file));
    var request = new CheckRequest
    {
        Today = new DateOnly(2026, 10, 30),
        OtherPlans = [.. Enumerable.Range(0, 20).Select(i => PlanPrint.Of($"plan {i}", text[(i * 20)..]))],
        Case = new CaseFacts { EarlierTexts = [text[..(text.Length / 2)]], OwnNames = ["Copperfield Tools"] },
    };
    for (int i = 0; i < 50; i++)
    {
        checker.Check(text, request);
    }

    List<double> times = [];
    var whole = Stopwatch.StartNew();
    while (whole.Elapsed.TotalSeconds < seconds)
    {
        long start = Stopwatch.GetTimestamp();
        checker.Check(text, request);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    times.Sort();
    CheckReport report = checker.Check(text, request);
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileNameWithoutExtension(file), -3} {report.Words, 5} words or characters  "
                + $"median {times[times.Count / 2]:0.0} ms  95th percentile {times[times.Count * 95 / 100]:0.0} ms  "
                + $"{times.Count} checks, {report.Findings.Count} findings"
        )
    );
}

// Whole answers of the file, one after the other, until there are 600 words or 1,000 characters.
static string SixHundredWords(string file, string language)
{
    bool spaceless = language is "ja" or "zh";
    IEnumerable<string> lines = file.Split('\n').Where(line => !line.StartsWith('@') && !line.StartsWith('='));
    List<string> taken = [];
    int words = 0;
    foreach (string line in lines)
    {
        words += spaceless ? line.Length : line.Split(' ').Length;
        taken.Add(line);
        if (words >= (spaceless ? 1000 : 600))
        {
            break;
        }
    }

    return string.Join('\n', taken);
}

static string Root()
{
    string? at = AppContext.BaseDirectory;
    while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
    {
        at = Path.GetDirectoryName(at);
    }

    return at ?? throw new InvalidOperationException("The repository's root was not found.");
}
