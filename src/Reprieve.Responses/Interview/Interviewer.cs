using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview.Slots;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Interview;

/// <summary>Draws up what is asked of the seller: the questions of the playbooks, less what is already known.</summary>
public sealed class Interviewer(KnowledgeBase knowledge)
{
    private readonly ResponseWriter _writer = new(knowledge);

    /// <summary>The guide for an answer; it has no questions where nothing is to be written.</summary>
    public InterviewGuide Guide(ResponseRequest request)
    {
        if (_writer.Prepare(request) is not { } prepared)
        {
            return new InterviewGuide(ResponseWriter.Mode(request), LocalizedText.Fallback, [], []);
        }

        (_, Outline outline, string language, FactBook book, var problems) = prepared;
        Dictionary<string, OpenQuestion> open = OpenQuestions
            .Of(outline, language, book, problems)
            .ToDictionary(question => question.Question.Id, StringComparer.Ordinal);
        List<GuideQuestion> questions = [];
        foreach (Playbook playbook in outline.Playbooks)
        {
            string? cause = outline.Causes.FirstOrDefault(c => c.Playbook == playbook)?.Code;
            questions.AddRange(
                playbook
                    .Questions.Where(question => questions.All(q => q.Question.Id != question.Id))
                    .Select(question => Placed(question, playbook, cause, language, request.Answers, book, open))
                    .OfType<GuideQuestion>()
            );
        }

        return new InterviewGuide(outline.Mode, language, questions, Whys(request, outline));
    }

    /// <summary>How an answer would be read, before it is put down.</summary>
    /// <param name="language">The language of the answer to Amazon.</param>
    public AnswerReading Read(ResponseRequest request, string language, Question question, GivenAnswer given)
    {
        var answer = new Answer(
            question.Id,
            null,
            string.Join(", ", given.Values),
            given.Values,
            null,
            null,
            given.Documents,
            0
        )
        {
            Translations = given.Translation is var (tag, text)
                ? new Dictionary<string, string>(StringComparer.Ordinal) { [tag] = text }
                : [],
        };
        var context = new SlotContext(
            knowledge.Slots,
            language,
            request.Notice.Marketplace,
            request.Today,
            request.Documents
        );
        SlotReading reading = SlotReader.Read(question, answer, context);
        bool foreign =
            reading.Problem is not null
            && given.Translation is null
            && question.Slot is Slot.Text or Slot.Who or Slot.Tool or Slot.HowOften
            && !Words.FitsScript(answer.Value!, language);
        return new AnswerReading(reading.Value, reading.Problem, foreign ? WordSlots.LanguageName(language) : null);
    }

    private static GuideQuestion? Placed(
        Question question,
        Playbook playbook,
        string? cause,
        string language,
        AnswerSheet sheet,
        FactBook book,
        Dictionary<string, OpenQuestion> open
    )
    {
        OpenQuestion? asked = open.GetValueOrDefault(question.Id);
        Fact? fact = book.Find(question.Id);
        bool called = question.When.All(condition => Condition.Parse(condition).Holds(book));
        if (asked is null && (fact is null || !called))
        {
            return null;
        }

        return new GuideQuestion
        {
            Question = asked?.Question ?? question,
            Cause = cause,
            Section = SectionOf(question.Id, playbook, language),
            State =
                fact is { Source.Origin: not FactOrigin.Statement } && sheet.Given(question.Id) is null
                    ? question.ReadFrom.Count > 0
                        ? QuestionState.Read
                        : QuestionState.Known
                    : fact is not null
                        ? QuestionState.Answered
                        : asked!.Problem is null
                            ? QuestionState.Open
                            : QuestionState.NotTaken,
            Answer = sheet.Given(question.Id),
            Fact = fact,
            Problem = asked?.Problem,
            Hints = HintsOf(question, book),
        };
    }

    /// <summary>The part of the first sentence that says it, or that turns on it.</summary>
    private static PlanSection? SectionOf(string id, Playbook playbook, string language) =>
        playbook
            .Sentences.FirstOrDefault(sentence =>
                Template.Names(sentence.Say.In(language)).Contains(id)
                || sentence.RestsOn.Contains(id)
                || sentence.When.Select(Condition.Parse).Any(condition => condition.Fact == id)
            )
            ?.Section;

    private static List<string> HintsOf(Question question, FactBook book) =>
        [
            .. question
                .Hints.Select(hint => hint.In(UserTexts.Language))
                .Where(hint => Template.Names(hint).All(id => book.Find(id) is not null))
                .Select(hint => Template.Fill(hint, id => book.Find(id)!.Value)),
        ];

    private List<WhyChain> Whys(ResponseRequest request, Outline outline)
    {
        if (outline.Mode != ResponseMode.Plan)
        {
            return [];
        }

        var context = new SlotContext(
            knowledge.Slots,
            UserTexts.Language,
            request.Notice.Marketplace,
            request.Today,
            request.Documents
        );
        return [.. outline.Causes.Select(cause => WhyChain.Of(cause.Code, Topic(cause), request.Answers, context))];
    }

    private string Topic(Cause cause) =>
        knowledge.Reason(cause.Code)?.Name.In(UserTexts.Language)
        ?? cause.Playbook.Topic?.In(UserTexts.Language)
        ?? cause.Code;
}

/// <summary>How an answer is read.</summary>
/// <param name="Words">As it will stand in a sentence; null when it is not taken.</param>
/// <param name="Problem">Why it is not taken, in the screen's language.</param>
/// <param name="WordingIn">
/// Name of the language in which a wording is needed besides, because the answer is in another script; null else.
/// </param>
public sealed record AnswerReading(string? Words, string? Problem, string? WordingIn);
