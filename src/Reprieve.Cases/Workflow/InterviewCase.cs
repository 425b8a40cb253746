using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases.Workflow;

/// <summary>Asks the seller what the files do not say, and keeps the answers in <c>answers.yaml</c>.</summary>
public sealed class InterviewCase(KnowledgeBase knowledge, TimeProvider clock)
{
    private readonly AnswerCase _answer = new(knowledge, clock);
    private readonly Interviewer _interviewer = new(knowledge);

    /// <summary>What is asked in this case and where each question stands; nothing in answer to a forged notice.</summary>
    /// <param name="language">The answer's language; null for the notice's.</param>
    /// <param name="mode">The response mode where the seller chose one; null for the notice's.</param>
    public InterviewGuide Guide(CaseWork work, string? language = null, ResponseMode? mode = null) =>
        work.IsRefused
            ? new InterviewGuide(ResponseMode.None, LocalizedText.Fallback, [], [])
            : _interviewer.Guide(_answer.Request(work, language, mode));

    /// <summary>How an answer would be read, before it is put down.</summary>
    public AnswerReading Read(CaseWork work, InterviewGuide guide, Question question, GivenAnswer given) =>
        _interviewer.Read(_answer.Request(work, guide.Language, guide.Mode), guide.Language, question, given);

    /// <summary>
    /// Puts an answer into the file, dated today in the store's zone; nothing a person wrote there is touched.
    /// </summary>
    /// <exception cref="AnswerFileException">The file cannot be read, or leaves no safe place for the answer.</exception>
    /// <exception cref="CaseException">The file cannot be written.</exception>
    public CaseWork Put(CaseWork work, Question question, GivenAnswer given)
    {
        GivenAnswer dated = given with { Date = given.Date ?? StoreDay.Of(clock.GetUtcNow(), work, knowledge) };
        WholeFile.Write(work.Paths.Answers, AnswerFile.Put(Text(work), question, dated));
        return work with { Answers = AnswerFile.Read(work.Paths.Answers) };
    }

    /// <summary>Adds to <c>answers.yaml</c> the questions that are not in it yet.</summary>
    public static void Ask(CaseWork work, IReadOnlyList<OpenQuestion> questions)
    {
        string before = Text(work);
        string after = questions.Count == 0 ? before : AnswerFile.Add(before, questions);
        if (after != before)
        {
            WholeFile.Write(work.Paths.Answers, after);
        }
    }

    private static string Text(CaseWork work) =>
        File.Exists(work.Paths.Answers) ? File.ReadAllText(work.Paths.Answers) : "";
}
