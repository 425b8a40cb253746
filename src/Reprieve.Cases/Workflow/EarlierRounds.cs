using Reprieve.Answers.Rounds;
using Reprieve.Appeals;
using Reprieve.Notices;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Export;

namespace Reprieve.Cases.Workflow;

/// <summary>Reads <c>rounds/1</c>, <c>rounds/2</c> …: what was sent, what it rested on, and what Amazon answered.</summary>
internal static class EarlierRounds
{
    /// <summary>The text of a round, by name; the first that is there is taken.</summary>
    private static readonly string[] TextNames = ["plan.txt", "plan.docx", "plan.md"];

    /// <summary>The rounds of a folder, oldest first.</summary>
    /// <param name="messages">The folder's messages, oldest first: the newest that answers the last round is its answer.</param>
    public static IReadOnlyList<SentRound> Of(
        CasePaths paths,
        Case? record,
        NoticeReader reader,
        IReadOnlyList<Diagnosis> messages
    )
    {
        List<SentRound> rounds = [];
        foreach (int number in Rounds.NumbersIn(paths))
        {
            string folder = paths.Round(number);
            string? text = TextNames.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
            if (text is not null)
            {
                rounds.Add(Read(paths, number, text, record, reader));
            }
        }

        if (Arrivals.Since(rounds, messages).Answer is { } answer && !(rounds[^1].Answer?.Date > answer.Date))
        {
            rounds[^1] = rounds[^1] with { Answer = answer };
        }

        return rounds;
    }

    private static SentRound Read(CasePaths paths, int number, string text, Case? record, NoticeReader reader)
    {
        string folder = paths.Round(number);
        Ledger? ledger = LedgerOf(folder);
        return new SentRound
        {
            Number = number,
            Text = PlanTextReader.Read(text),
            Sent = record?.Rounds.FirstOrDefault(round => round.Number == number)?.Sent,
            Sentences = ledger?.Sentences ?? [],
            Facts = ledger?.Facts,
            Known = CaseRecordFile.OfRound(paths, number)?.Notices.Select(one => one.Sha256).ToHashSet(),
            Answer = AnswerIn(folder, reader),
        };
    }

    private static Diagnosis? AnswerIn(string folder, NoticeReader reader) =>
        Directory
            .EnumerateFiles(folder, "answer*.*")
            .Order(StringComparer.Ordinal)
            .Where(MessageReader.LooksLikeMessage)
            .SelectMany(file => MessageReader.Read(file))
            .Select(result => result.Message is { } message ? reader.Read(message) : null)
            .OfType<Diagnosis>()
            .OrderBy(read => read.Date ?? DateTimeOffset.MinValue)
            .LastOrDefault();

    private static Ledger? LedgerOf(string folder)
    {
        string path = Path.Combine(folder, "ledger.json");
        return File.Exists(path) ? Ledger.Parse(File.ReadAllText(path)) : null;
    }
}
