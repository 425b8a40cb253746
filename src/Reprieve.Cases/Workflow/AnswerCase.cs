using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Export;
using Reprieve.Responses.Writing;

namespace Reprieve.Cases.Workflow;

/// <summary>Step 3: writes the answer the notice wants, asks for what is missing, and checks the text.</summary>
public sealed class AnswerCase(KnowledgeBase knowledge, TimeProvider clock)
{
    private readonly ResponseWriter _writer = new(knowledge);
    private readonly ResponseChecker _checker = new(knowledge);

    /// <summary>Adds the answer and its check; to a forged or suspicious notice nothing is written.</summary>
    /// <param name="language">The answer's language; null for the notice's.</param>
    /// <param name="mode">The response mode where the seller chose one; null for the notice's.</param>
    public CaseWork Answer(CaseWork work, string? language = null, ResponseMode? mode = null)
    {
        if (work.IsRefused)
        {
            return work;
        }

        ResponseRequest request = Request(work, language, mode);
        Response response = _writer.Write(request);
        return Checked(
            work with
            {
                Response = response is WrittenResponse written ? EditedAnswer.TakeIn(work, written) : response,
            },
            request.Today
        );
    }

    /// <summary>The answer again in the language and the mode of the package at hand.</summary>
    public CaseWork AnswerAsPacked(CaseWork work)
    {
        Ledger? packed = EditedAnswer.LedgerOf(work);
        return Answer(work, packed?.Language, packed?.Mode);
    }

    /// <summary>The case with another text in place of the answer's, checked anew.</summary>
    public CaseWork WithText(CaseWork work, WrittenResponse text) =>
        Checked(work with { Response = text }, StoreDay.Of(clock.GetUtcNow(), work, knowledge));

    /// <summary>All that an answer in this case is written from.</summary>
    internal ResponseRequest Request(CaseWork work, string? language, ResponseMode? mode) =>
        new()
        {
            Notice = work.Notice,
            Original = Original(work),
            Review = work.Review,
            Documents = work.Documents,
            Answers = work.Answers,
            Language = language,
            Mode = mode,
            Today = StoreDay.Of(clock.GetUtcNow(), work, knowledge),
            Earlier = [.. work.Earlier.Select(round => new EarlierRound(round.Number, round.Text, round.Answer))],
            NoticeFile = new SourceFile(work.Notice.Source, work.Notice.Sha256),
        };

    /// <summary>The notice that opened the case, where the message to answer is Amazon's answer to an appeal.</summary>
    internal static Diagnosis? Original(CaseWork work) =>
        work.Notice.Decision is null
            ? null
            : work.Messages.FirstOrDefault(message =>
                message.Decision is null
                && message.Sha256 != work.Notice.Sha256
                && !NoticeChoice.SpeaksAgainstAmazon(message)
            );

    /// <summary>What speaks against a text in place of the answer's; the case stays as it is.</summary>
    public CheckReport Check(CaseWork work, WrittenResponse written, string text) =>
        Check(work, written, text, StoreDay.Of(clock.GetUtcNow(), work, knowledge));

    private CaseWork Checked(CaseWork work, DateOnly today) =>
        work.Response is WrittenResponse written
            ? work with
            {
                Check = Check(work, written, written.Text, today),
            }
            : work;

    private CheckReport Check(CaseWork work, WrittenResponse written, string text, DateOnly today) =>
        _checker.Check(
            text,
            CaseChecks.Request(work, knowledge, today) with
            {
                Mode = written.Mode,
                Language = written.Language,
            }
        );
}
