using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Interview;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Actions;

/// <summary>The interview and the text of the answer.</summary>
internal static class AnswerActions
{
    /// <summary>The longest text that is taken, in characters.</summary>
    public const int LongestText = 100_000;

    private const string TextName = "plan.txt";

    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder forms = app.MapGroup("/cases/{id:guid}").AddEndpointFilter<TokenFilter>();
        forms.MapPost("/answers", AnswersAsync);
        forms.MapPost("/answer/text", TextAsync);
        forms.MapPost("/answer/check", CheckAsync);
    }

    private static async Task<IResult> AnswersAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        return await GiveAsync(new CaseId(id), Form.Person(http, form), form, desk) is { } problem
            ? await AgainAsync(id, http, desk, form, problem)
            : Form.To($"/cases/{id}/answer", "saved");
    }

    /// <summary>Puts the answers of a form in a case.</summary>
    /// <returns>Why some were not taken; null when all were.</returns>
    /// <param name="store">The linked store that it is said of alone; null for the whole event.</param>
    public static async Task<string?> GiveAsync(
        CaseId id,
        string who,
        IFormCollection form,
        CaseDesk desk,
        string? store = null
    )
    {
        List<string> clashes = [];
        string? problem = await desk.TryAsync(
            id,
            who,
            "answers_given",
            laid =>
            {
                CaseWork? work = store is null ? laid.Work : laid.Work.LinkedTo(store);
                clashes.AddRange(
                    Put(work ?? throw new CaseException(Say.Get("api_no_store")), form, who, desk.Interview)
                );
                return true;
            }
        );
        return problem
            ?? (clashes.Count > 0 ? Say.Get("answer_clash", string.Join(Say.Get("list_comma"), clashes)) : null);
    }

    /// <summary>What was typed in a form, to be shown once more.</summary>
    public static Dictionary<string, string> TypedIn(IFormCollection? form) =>
        (form ?? FormCollection.Empty)
            .Where(field =>
                field.Key is "text"
                || field.Key.StartsWith("a:", StringComparison.Ordinal)
                || field.Key.StartsWith("w:", StringComparison.Ordinal)
            )
            .ToDictionary(
                field => field.Key,
                field => string.Join('\n', field.Value.ToArray()),
                StringComparer.Ordinal
            );

    /// <summary>Puts down what is new in the form.</summary>
    /// <returns>The questions that somebody else answered meanwhile: these are left.</returns>
    private static List<string> Put(CaseWork work, IFormCollection form, string who, InterviewCase interview)
    {
        List<string> clashes = [];
        InterviewGuide guide = interview.Guide(work);
        IEnumerable<Question> questions = guide
            .Questions.Select(asked => asked.Question)
            .Concat(guide.Whys.Select(chain => chain.Next).OfType<Question>());
        foreach (Question question in questions.ToList())
        {
            List<string> values =
            [
                .. form["a:" + question.Id].Select(value => value?.Trim() ?? "").Where(value => value.Length > 0),
            ];
            string wording = form.Field("w:" + question.Id);
            GuideQuestion? asked = guide.Questions.FirstOrDefault(asked => asked.Question.Id == question.Id);
            Answer? before = asked?.Answer;

            // Emptied on purpose is taken back; what the page could not show is left.
            bool isNews =
                values.Count == 0
                    ? (before is not null || asked?.State == QuestionState.Read)
                        && form.ContainsKey("had:" + question.Id)
                    : wording.Length > 0 || !IsSame(question, values, asked);
            if (!isNews)
            {
                continue;
            }

            if (
                form.ContainsKey("was:" + question.Id)
                && form.Field("was:" + question.Id) != TextHash.Of(before?.Value ?? "")
            )
            {
                string ask = question.Ask.In(UserTexts.Language);
                clashes.Add(before?.Value is { } there ? $"{ask} “{there}”" : ask);
                continue;
            }

            (string, string)? translation = wording.Length > 0 ? (guide.Language, OneLine(wording)) : null;
            work = interview.Put(work, question, Given(question, values, who, translation));
        }

        return clashes;
    }

    private static GivenAnswer Given(
        Question question,
        List<string> values,
        string who,
        (string Language, string Text)? translation
    ) =>
        values.Count == 0 ? GivenAnswer.TakenBack(who)
        : question.Slot == Slot.Document ? new GivenAnswer(["yes"], who, null, values, translation)
        : new GivenAnswer([.. values.Select(OneLine)], who, null, [], translation);

    private static bool IsSame(Question question, List<string> values, GuideQuestion? asked) =>
        asked is { State: QuestionState.Read, Fact: { } read } && values.SequenceEqual([read.Value])
        || asked?.Answer is { } before
            && (
                (
                    question.Slot == Slot.Document ? before.Documents
                    : before.Values.Count > 0 ? before.Values
                    : [before.Value ?? ""]
                ).SequenceEqual(values) || (asked.Fact?.Code is { } code && code == string.Join(',', values))
            );

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IResult> TextAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string text = form["text"].ToString();
        bool discard = form.Field("discard") == "yes";
        string who = Form.Person(http, form);
        string? problem = await EditAsync(new CaseId(id), who, discard ? null : text, form.Field("was"), desk);
        return problem is null
            ? Form.To($"/cases/{id}/answer", discard ? "discarded" : "edited")
            : await AgainAsync(id, http, desk, form, problem);
    }

    /// <summary>Puts another text in the place of ours, or ours again.</summary>
    /// <param name="text">Null for ours.</param>
    /// <param name="was">Hash of the text that it replaces.</param>
    /// <returns>Why not; null when it was done.</returns>
    public static async Task<string?> EditAsync(CaseId id, string who, string? text, string was, CaseDesk desk)
    {
        if (text?.Trim().Length is 0 or > LongestText)
        {
            return Say.Get("answer_edit_empty");
        }

        bool clash = false;
        string? problem = await desk.TryAsync(
            id,
            who,
            text is null ? "edit_discarded" : "text_edited",
            laid =>
            {
                clash = laid.Work.Response is not WrittenResponse written || TextHash.Of(written.Text) != was;
                return !clash && Edited(laid.Paths, text?.ReplaceLineEndings("\n"));
            }
        );
        return problem ?? (clash ? Say.Get("answer_edit_clash") : null);
    }

    /// <summary>Puts another text, or ours again, in the package. The Word form is made anew from it.</summary>
    private static bool Edited(CasePaths paths, string? text)
    {
        foreach (string name in new[] { TextName, "plan.docx" })
        {
            File.Delete(Path.Combine(paths.Output, name));
        }

        if (text is not null)
        {
            Directory.CreateDirectory(paths.Output);
            File.WriteAllText(Path.Combine(paths.Output, TextName), text);
        }

        return true;
    }

    /// <summary>The findings on a text as it is typed; nothing is kept.</summary>
    private static async Task<IResult> CheckAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string text = form["text"].ToString();
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        if (view?.Work is not { Response: WrittenResponse written } work || text.Length > LongestText)
        {
            return Results.NoContent();
        }

        CheckReport report = desk.Answers.Check(work, written, text);
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<FindingList>(
            new Dictionary<string, object?> { ["Check"] = report }
        );
    }

    /// <summary>The page once more, with what was typed still in it.</summary>
    private static Task<IResult> AgainAsync(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        IFormCollection form,
        string problem
    ) =>
        CasePages.OfCaseAsync<AnswerPage>(
            id,
            http,
            desk,
            ("Knowledge", desk.Knowledge),
            ("Problem", problem),
            ("Typed", TypedIn(form))
        );
}
