using System.Text;
using System.Text.RegularExpressions;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;

namespace Reprieve.Load;

/// <summary>A sample that went through all steps, to make many cases like it.</summary>
internal sealed partial record Template(
    Case Record,
    CaseSummary Summary,
    IReadOnlyList<(string Path, byte[] Content)> Contents
)
{
    private const int Every = 20;

    /// <summary>
    /// Twenty templates: of twenty cases two have their written package and one all its reports; the rest are a notice with
    /// the papers, small reports and answers of its sample.
    /// </summary>
    public static List<Template> All()
    {
        string samples = Path.Combine(Root(), "samples");
        string[] names = ["late-shipment", "inauthentic", "late-shipment", "identity-verification"];
        return
        [
            .. Enumerable
                .Range(0, Every)
                .Select(number =>
                    Of(
                        Path.Combine(samples, names[number % names.Length]),
                        package: number is 3 or 9,
                        largest: number == 12 ? long.MaxValue : 10_000
                    )
                ),
        ];
    }

    /// <summary>The files of case so-and-so: no two have the same notice.</summary>
    public IEnumerable<(string Path, byte[] Content)> Files(int number) =>
        Contents.Select(file =>
            file.Path.EndsWith(".eml", StringComparison.Ordinal)
                ? (
                    file.Path,
                    Encoding.Latin1.GetBytes(
                        MessageId().Replace(Encoding.Latin1.GetString(file.Content), $"Message-Id: <load-{number}@")
                    )
                )
                : file
        );

    private static Template Of(string sample, bool package, long largest)
    {
        string folder = Directory.CreateTempSubdirectory("reprieve-template-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(sample).Where(one => new FileInfo(one).Length <= largest))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            CasePaths paths = CasePaths.Of(folder);
            CaseWork work = new WholeCase(KnowledgeLoader.BuiltIn, TimeProvider.System).Write(paths);
            if (!package)
            {
                Directory.Delete(paths.Output, recursive: true);
            }

            return new Template(
                package ? work.Record : work.Record with { Package = [] },
                CaseSummary.Of(work, KnowledgeLoader.BuiltIn, TimeProvider.System),
                [
                    .. Directory
                        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                        .Where(file => file != paths.Record)
                        .Select(file =>
                            (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file))
                        ),
                ]
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Root()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? throw new InvalidOperationException("Run this from within the repository.");
    }

    [GeneratedRegex("Message-I[dD]: <[^@>]*@", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageId();
}
