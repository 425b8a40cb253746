using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Tests.Writing;

/// <summary>The sample case folders as requests: notice and reports read for real, papers as a reader would give them.</summary>
internal static class SampleCases
{
    public static string Root { get; } = FindRoot();

    public static ResponseRequest Read(string sample, DateOnly today, params IReadOnlyList<Document> documents)
    {
        string folder = Path.Combine(Root, "samples", sample);
        Diagnosis notice = Notice(
            folder,
            File.Exists(Path.Combine(folder, "answer.eml")) ? "answer.eml" : "notice.eml"
        );
        bool second = notice.Kind == NoticeKind.AppealMoreInfo;
        string[] reports =
        [
            .. Directory
                .EnumerateFiles(folder)
                .Select(Path.GetFileName)
                .OfType<string>()
                .Where(IsReport)
                .Order(StringComparer.Ordinal),
        ];
        Diagnosis? original = second ? Notice(folder, "notice.eml") : null;
        return new ResponseRequest
        {
            Notice = notice,
            Original = original,
            Review =
                reports.Length == 0
                    ? null
                    : new PracticeReviewer(KnowledgeLoader.BuiltIn).Review(
                        new ReviewRequest
                        {
                            Folder = folder,
                            Files = reports,
                            Notice = original ?? notice,
                        },
                        cancel: TestContext.Current.CancellationToken
                    ),
            Documents = documents,
            Answers = AnswerFile.Read(Path.Combine(folder, "answers.yaml")),
            Today = today,
            Earlier = second
                ? [new EarlierRound(1, File.ReadAllText(Path.Combine(folder, "rounds", "1", "plan.txt")), notice)]
                : [],
            NoticeFile = new SourceFile(second ? "answer.eml" : "notice.eml", notice.Sha256),
        };
    }

    public static Document Invoice(string path, string number, DateOnly date, int lids, int strainers) =>
        new()
        {
            Path = path,
            Sha256 = new string('a', 64),
            Kind = DocumentKind.Invoice,
            Pages = 1,
            HasText = true,
            Number = number,
            Date = date,
            Supplier = new Party(
                "Shenzhen Tealfern Industrial Co., Ltd.",
                "Unit 5B, Building 3, No. 18 Yinghe Road, Longgang District, Shenzhen 518000, China",
                "+86 755 5550 0142",
                null,
                "www.tealfern-industrial.example"
            ),
            Lines =
            [
                new DocumentLine(
                    "Quillbrook Silicone Stretch Lids, Set of 6, Gray",
                    lids,
                    ["QB-LID-6", "810099410213"],
                    1
                ),
                new DocumentLine(
                    "Quillbrook Stainless Steel Sink Strainer, 2 Pack",
                    strainers,
                    ["QB-SINK-2", "810099410220"],
                    1
                ),
            ],
        };

    public static Document Paper(string path, DocumentKind kind, DateOnly? date = null, string? issuer = null) =>
        new()
        {
            Path = path,
            Sha256 = new string('b', 64),
            Kind = kind,
            Pages = 1,
            HasText = true,
            Date = date,
            Supplier = issuer is null ? null : new Party(issuer),
        };

    private static Diagnosis Notice(string folder, string name)
    {
        ReadResult read = MessageReader.Read(Path.Combine(folder, name)).Single();
        return new NoticeReader(KnowledgeLoader.BuiltIn).Read(read.Message!);
    }

    private static bool IsReport(string name) =>
        name.EndsWith(".csv", StringComparison.Ordinal) || name.EndsWith(".txt", StringComparison.Ordinal);

    private static string FindRoot()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
