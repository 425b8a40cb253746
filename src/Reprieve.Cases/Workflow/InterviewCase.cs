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
        // What is said with one store in view is said of that store alone.
        string file = work.Paths.StoreAnswers ?? work.Paths.Answers;
        WholeFile.Write(file, AnswerFile.Put(Text(file), question, dated));
        return work with { Answers = AnswersOf(work.Paths) };
    }

    /// <summary>What the seller says that holds for the store of these paths.</summary>
    /// <exception cref="AnswerFileException">A file of answers cannot be read.</exception>
    internal static AnswerSheet AnswersOf(CasePaths paths)
    {
        AnswerSheet ofEvent = AnswerFile.Read(paths.Answers);
        return paths.StoreAnswers is { } file ? ofEvent.For(AnswerFile.Read(file)) : ofEvent;
    }

    /// <summary>Adds to the files of answers the questions that are not in them yet.</summary>
    public static void Ask(CaseWork work, IReadOnlyList<OpenQuestion> questions)
    {
        foreach (IGrouping<string, OpenQuestion> asked in questions.GroupBy(open => FileFor(work, open.Question)))
        {
            string before = Text(asked.Key);
            string after = AnswerFile.Add(before, [.. asked]);
            if (after != before)
            {
                WholeFile.Write(asked.Key, after);
            }
        }
    }

    /// <summary>Where a question goes: what is about one store only does not go to what is said of the whole event.</summary>
    private static string FileFor(CaseWork work, Question question) =>
        work.Paths.StoreAnswers is { } file && AnswerSheet.IsOfOneStore(question.Id) ? file : work.Paths.Answers;

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : "";
}
