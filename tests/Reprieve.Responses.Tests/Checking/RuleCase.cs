using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Tests.Checking;

/// <summary>
/// A text with what one rule must say of it. A file of Fixtures/Checking/rules holds the cases of one rule:
/// <c>=== fires block: title</c> or <c>=== silent: title</c>, then lines <c>@name value</c>, then the text.
/// </summary>
internal sealed record RuleCase(string Rule, string Title, Severity? Expected, string Text, CheckRequest Request)
{
    private static readonly string[] CaseSettings =
    [
        "figure",
        "said",
        "covers",
        "opened",
        "earlier",
        "before",
        "sold",
        "own",
        "live",
        "sends",
        "genuine",
        "again",
        "whys",
    ];

    public static IEnumerable<RuleCase> All() => In("rules");

    /// <summary>The cases of a folder; in <c>answers</c>, whole texts of one language a file.</summary>
    public static IEnumerable<RuleCase> In(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Fixture.Folder, folder), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read);

    private static IEnumerable<RuleCase> Read(string file)
    {
        string rule = Path.GetFileNameWithoutExtension(file);
        string all = Fixture.Text(file);
        foreach (string part in all.Split("=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] lines = part.Split('\n');
            string[] head = lines[0].Split(':', 2);
            Dictionary<string, string> settings = lines
                .Skip(1)
                .TakeWhile(line => line.StartsWith('@'))
                .Select(line => line[1..].Split(' ', 2))
                .ToDictionary(pair => pair[0], pair => pair[1].Trim());
            string text = string.Join('\n', lines.Skip(1 + settings.Count)).Trim('\n');
            Severity? expected =
                head[0] == "silent" ? null : Enum.Parse<Severity>(head[0].Split(' ')[1], ignoreCase: true);
            yield return new RuleCase(rule, head[1].Trim(), expected, text, RequestOf(settings));
        }
    }

    private static CheckRequest RequestOf(Dictionary<string, string> settings)
    {
        string? Value(string name) => settings.GetValueOrDefault(name);
        bool notice = settings.Keys.Any(key =>
            key is "reasons" or "asins" or "grid" or "notice" or "kind" or "language" or "asks"
        );
        return new CheckRequest
        {
            Mode = Value("mode") is { } mode ? Enum.Parse<ResponseMode>(mode, ignoreCase: true) : null,
            Notice = notice
                ? Notices.Of(
                    Value("reasons"),
                    Value("language") ?? "en",
                    Value("mode") is { } m ? Enum.Parse<ResponseMode>(m, ignoreCase: true) : ResponseMode.Plan,
                    Value("asins"),
                    Value("grid"),
                    Value("notice")?.Replace("\\n", "\n", StringComparison.Ordinal),
                    Value("kind") is { } kind
                        ? Enum.Parse<NoticeKind>(kind, ignoreCase: true)
                        : NoticeKind.Deactivation,
                    Value("asks")
                )
                : null,
            OtherPlans = Value("other") is { } other ? [PlanPrint.Of(other, Fixture.Text(other))] : [],
            Today = Day(Value("today")),
            IncidentDate = Day(Value("incident")),
            Case = CaseOf(settings),
        };
    }

    private static CaseFacts? CaseOf(Dictionary<string, string> settings)
    {
        if (!settings.Keys.Any(CaseSettings.Contains))
        {
            return null;
        }

        string? figure = settings.GetValueOrDefault("figure");
        return new CaseFacts
        {
            OwnNames = settings.GetValueOrDefault("own")?.Split(',') ?? [],
            AccountOpened = Day(settings.GetValueOrDefault("opened")),
            CouldSell = settings.GetValueOrDefault("sold") is { } sold ? sold == "yes" : null,
            EarlierTexts = Earlier(settings),
            SellerSaysGenuine = settings.GetValueOrDefault("genuine") is { } genuine ? genuine == "yes" : null,
            EarlierPapers = (settings.GetValueOrDefault("again")?.Split(',') ?? []).ToHashSet(StringComparer.Ordinal),
            Whys = Whys(settings.GetValueOrDefault("whys")),
            LiveAsins = settings.GetValueOrDefault("live")?.Split(','),
            Attachments = Attachments(settings),
            SaidRates = settings.TryGetValue("said", out string? said)
                ? [double.Parse(said, CultureInfo.InvariantCulture)]
                : [],
            Figures = figure is null
                ? []
                :
                [
                    new KnownFigure(
                        figure.Split(' ')[0],
                        double.Parse(figure.Split(' ')[1], CultureInfo.InvariantCulture)
                    ),
                ],
        };
    }

    /// <summary><c>@whys by: step | step | …</c>; nobody before the colon leaves the steps unsigned.</summary>
    private static IReadOnlyList<WhyChain> Whys(string? given)
    {
        string[] parts = given?.Split(':', 2) ?? [];
        return given is null
            ? []
            : WhyChain.Begun(
                new AnswerSheet
                {
                    Answers =
                    [
                        .. parts[1]
                            .Split('|', StringSplitOptions.TrimEntries)
                            .Select(
                                (step, i) =>
                                    new Answer(
                                        $"late_shipment.why_{i + 1}",
                                        null,
                                        step,
                                        [step],
                                        parts[0].Length == 0 ? null : parts[0],
                                        null,
                                        [],
                                        i + 1
                                    )
                            ),
                    ],
                },
                KnowledgeLoader.BuiltIn,
                []
            );
    }

    /// <summary><c>@earlier file</c>, or the text itself in <c>@before</c>, its lines parted by <c>\n</c>.</summary>
    private static string[] Earlier(Dictionary<string, string> settings) =>
        settings.GetValueOrDefault("earlier") is { } name ? [Fixture.Text(name)]
        : settings.GetValueOrDefault("before") is { } text ? [text.Replace("\\n", "\n", StringComparison.Ordinal)]
        : [];

    /// <summary><c>@covers B0…,B0…</c>, or <c>@sends name:kind=claim, …</c>; a file's hash is its name here.</summary>
    private static List<AttachedFile> Attachments(Dictionary<string, string> settings)
    {
        if (settings.GetValueOrDefault("covers") is { } covers)
        {
            return [new AttachedFile("list.csv", covers.Split(','))];
        }

        string[] sends = settings.GetValueOrDefault("sends")?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return
        [
            .. sends.Select(file =>
            {
                string[] claim = file.Split('=', 2);
                string[] kind = claim[0].Split(':', 2);
                return new AttachedFile(kind[0], [], kind.ElementAtOrDefault(1), claim.ElementAtOrDefault(1), kind[0]);
            }),
        ];
    }

    private static DateOnly? Day(string? day) =>
        day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
