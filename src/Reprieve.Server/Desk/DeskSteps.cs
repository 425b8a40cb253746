using Reprieve.Answers;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>The steps that every case on the desk goes through; what they take of knowledge they take once for all cases.</summary>
internal sealed class DeskSteps(KnowledgeBase knowledge, TimeProvider clock) : IDisposable
{
    private readonly NextRoundOfCase _next = new(knowledge, clock);

    /// <summary>More cases read at once would only take processors and memory from each other.</summary>
    private readonly SemaphoreSlim _readings = new(Math.Max(4, 2 * Environment.ProcessorCount));

    /// <summary>What Amazon says, with what the seller keeps over it.</summary>
    public KnowledgeBase Knowledge => knowledge;

    /// <summary>Tells the seller's own words from those of playbooks.</summary>
    public OwnWording Wording { get; } = new(knowledge);

    public WholeCase Whole { get; } = new(knowledge, clock);

    /// <summary>Writes and checks answers.</summary>
    public AnswerCase Answers { get; } = new(knowledge, clock);

    /// <summary>Asks the seller.</summary>
    public InterviewCase Interview { get; } = new(knowledge, clock);

    /// <summary>Takes a case through the steps, behind the page, when few enough others are on their way.</summary>
    public async Task<T> InTurnAsync<T>(Func<T> read, CancellationToken cancel)
    {
        await _readings.WaitAsync(cancel);
        try
        {
            return await Task.Run(read, cancel);
        }
        finally
        {
            _readings.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _readings.Dispose();

    /// <summary>What follows from what came since the last round went out; null while nothing was sent.</summary>
    public NextRoundPlan? RoundOf(CaseWork work) => _next.Look(work);

    /// <summary>All that a page shows of a case that has come through the steps.</summary>
    public CaseView ViewOf(StoredCase stored, CaseWork work, IReadOnlyDictionary<string, string> pages) =>
        new(stored)
        {
            Work = work,
            Pages = pages,
            Explanation = Whole.Explain(work),
            NoticePage = PageOf(work),
            Guide = Interview.Guide(work),
            Round = RoundOf(work),
        };

    /// <summary>What of the answers that a case sent is the seller's own.</summary>
    public IReadOnlyList<SentGroups> SentOf(CaseWork work)
    {
        string store = work.Paths.Store ?? "";
        List<SentGroups> sent =
        [
            .. work.Linked.SelectMany(SentOf),
            .. work
                .Earlier.Where(round => round.Sent is not null)
                .Select(round => new SentGroups(round.Number, Wording.Of(round.Sentences, round.Text))
                {
                    Store = store,
                }),
        ];
        if (
            work is { Response: WrittenResponse written, Record.Rounds: [.., var last] }
            && !sent.Exists(round => round.Store == store && round.Round == last.Number)
        )
        {
            sent.Add(new SentGroups(last.Number, Wording.Of(written.Sentences, written.Text)) { Store = store });
        }

        return sent;
    }

    private static string? PageOf(CaseWork work)
    {
        string file = Path.Combine(work.Paths.Folder, work.Notice.Source);
        return File.Exists(file) ? MailPage.Of(file) : null;
    }
}
