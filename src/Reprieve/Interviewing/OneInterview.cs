using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Cli.Interviewing;

/// <summary>An interview as it goes on: the case, and the guide anew after each answer.</summary>
internal sealed class OneInterview(InterviewCase interview, CaseWork work, string? language, ResponseMode? mode)
{
    public CaseWork Work { get; private set; } = work;

    public InterviewGuide Guide { get; private set; } = interview.Guide(work, language, mode);

    /// <summary>A question of the guide or of a chain of whys; null when this case has none of that id.</summary>
    public Question? Find(string id) =>
        Guide.Questions.Select(asked => asked.Question).FirstOrDefault(question => question.Id == id)
        ?? Guide.Whys.Select(chain => chain.Next).OfType<Question>().FirstOrDefault(question => question.Id == id);

    public AnswerReading Read(Question question, GivenAnswer given) => interview.Read(Work, Guide, question, given);

    /// <summary>Puts an answer into the file and looks anew at what is open: an answer may open or close questions.</summary>
    public void Put(Question question, GivenAnswer given)
    {
        Work = interview.Put(Work, question, given);
        Guide = interview.Guide(Work, language, mode);
    }
}
