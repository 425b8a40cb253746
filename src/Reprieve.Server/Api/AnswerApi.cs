using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>Step 3: the questions, the text with what it rests on, and what speaks against it.</summary>
internal static class AnswerApi
{
    private const string Json = "application/json";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder answer = api.MapGroup("/cases/{id:guid}").WithTags("answer");
        answer
            .MapGet("/questions", QuestionsAsync)
            .Named("getQuestions", "What is asked of the seller: the object of `reprieve interview --json`")
            .Produces<object>(200, Json);
        answer
            .MapPost("/answers", GiveAsync)
            .Named("giveAnswers", "Answers questions, or takes answers back")
            .Produces(204);
        answer
            .MapGet("/answer", AnswerAsync)
            .Named("getAnswer", "The text that is to be sent, sentence by sentence, with its facts")
            .Produces<AnswerItem>();
        answer
            .MapGet("/answer/findings", FindingsAsync)
            .Named("getFindings", "What speaks against the text: the object of `reprieve check --json`")
            .Produces<object>(200, Json);
        answer
            .MapPost("/answer/check", CheckAsync)
            .Named("checkText", "What would speak against another text; nothing is kept")
            .Produces<object>(200, Json);
        answer
            .MapPut("/answer/text", EditAsync)
            .Named("editText", "Puts a text of your own in the place of ours")
            .Produces(204);
        answer
            .MapDelete("/answer/text", DiscardAsync)
            .Named("discardText", "Goes by our text again; yours stays among the versions")
            .Produces(204);
        answer.MapGet("/answer/word", WordOutAsync).Named("getWord", "The text as a Word file").GivesFile(Word);
        answer
            .MapPut("/answer/word", WordInAsync)
            .Named("putWord", "Takes an edited Word file as the text")
            .TakesBytes()
            .Produces(204);
        answer
            .MapGet("/answer/versions", VersionsAsync)
            .Named("listVersions", "Versions of the text, newest first")
            .Produces<IReadOnlyList<StoredFile>>();
        answer
            .MapGet("/answer/versions/{revision:int}", VersionAsync)
            .Named("getVersion", "The text as it was at a revision of the case")
            .GivesFile("text/plain");
    }

    private static Task<IResult> QuestionsAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(id, http, desk, (view, _) => ApiAnswers.Json(InterviewJson.Serialize(view.Guide!)));

    private static Task<IResult> GiveAsync(Guid id, AnswersRequest request, HttpContext http, CaseDesk desk) =>
        PutAsync(id, null, request, http, desk);

    /// <summary>Puts down answers of the whole event, or of one linked store alone.</summary>
    public static async Task<IResult> PutAsync(
        Guid id,
        string? store,
        AnswersRequest request,
        HttpContext http,
        CaseDesk desk
    )
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (GivenItem given in request.Answers)
        {
            fields["a:" + given.Id] = given.TakenBack ? StringValues.Empty : new StringValues([.. given.Values]);
            fields["w:" + given.Id] = given.Wording ?? "";
            if (given.TakenBack)
            {
                fields["had:" + given.Id] = "yes";
            }

            if (given.Was is { } was)
            {
                fields["was:" + given.Id] = TextHash.Of(was);
            }
        }

        string who = ApiAnswers.Who(http, request.By);
        return ApiAnswers.Done(
            await AnswerActions.GiveAsync(new CaseId(id), who, new FormCollection(fields), desk, store)
        );
    }

    private static Task<IResult> AnswerAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(id, http, desk, (_, work) => Results.Ok(AnswerItem.Of(work.Response)));

    private static Task<IResult> FindingsAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) =>
                work.Check is { } check
                    ? ApiAnswers.Json(CheckJson.Serialize(check))
                    : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("no_package"))
        );

    private static Task<IResult> CheckAsync(Guid id, TextRequest request, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) =>
                work.Response is WrittenResponse written && request.Text.Length <= AnswerActions.LongestText
                    ? ApiAnswers.Json(CheckJson.Serialize(desk.Answers.Check(work, written, request.Text)))
                    : ApiAnswers.Refused(Say.Get("no_package"))
        );

    private static async Task<IResult> EditAsync(Guid id, TextRequest request, HttpContext http, CaseDesk desk) =>
        ApiAnswers.Done(
            await AnswerActions.EditAsync(
                new CaseId(id),
                ApiAnswers.Who(http, request.By),
                request.Text,
                request.Was ?? "",
                desk
            )
        );

    private static async Task<IResult> DiscardAsync(Guid id, string was, HttpContext http, CaseDesk desk) =>
        ApiAnswers.Done(await AnswerActions.EditAsync(new CaseId(id), ApiAnswers.Who(http), null, was, desk));

    private static async Task<IResult> WordOutAsync(Guid id, HttpContext http, CaseDesk desk) =>
        await TextActions.WordOfAsync(new CaseId(id), desk, http.RequestAborted) is { } content
            ? Results.Stream(content, Word, TextActions.WordName)
            : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("no_package"));

    private static async Task<IResult> WordInAsync(Guid id, string was, string? by, HttpContext http, CaseDesk desk)
    {
        using var content = new MemoryStream();
        await TextActions.BoundedAsync(http.Request.Body, content, http.RequestAborted);
        string who = ApiAnswers.Who(http, by);
        return ApiAnswers.Done(await TextActions.TakeWordAsync(new CaseId(id), who, content.ToArray(), was, desk));
    }

    private static async Task<IResult> VersionsAsync(Guid id, HttpContext http, CaseDesk desk) =>
        Results.Ok(await TextVersions.OfAsync(desk.Store, new CaseId(id), http.RequestAborted));

    private static async Task<IResult> VersionAsync(Guid id, int revision, HttpContext http, CaseDesk desk)
    {
        IReadOnlyList<StoredFile> versions = await TextVersions.OfAsync(
            desk.Store,
            new CaseId(id),
            http.RequestAborted
        );
        return versions.Any(version => version.Revision == revision)
            ? Results.Text(await TextVersions.TextAsync(desk.Store, new CaseId(id), revision, http.RequestAborted))
            : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("page_gone"));
    }
}

/// <summary>Answers to questions.</summary>
/// <param name="By">On this machine: who says so. Else it is the token's person.</param>
internal sealed record AnswersRequest(IReadOnlyList<GivenItem> Answers, string? By = null) : ApiRequest;

/// <summary>An answer to a question.</summary>
/// <param name="Values">The values; of a document the paths of papers; of a pick the codes.</param>
/// <param name="Wording">The same in the language of the answer to Amazon, where it is asked for.</param>
/// <param name="Was">What stood there when it was read: where somebody else changed it since, nothing is done. Null to go over it.</param>
/// <param name="TakenBack">Whether the answer there is holds no longer.</param>
internal sealed record GivenItem(
    string Id,
    IReadOnlyList<string> Values,
    string? Wording = null,
    string? Was = null,
    bool TakenBack = false
);

/// <summary>A text for Amazon.</summary>
/// <param name="Was">Hash of the text it replaces, as <c>getAnswer</c> gives it.</param>
/// <param name="By">On this machine: who wrote it. Else it is the token's person.</param>
internal sealed record TextRequest(string Text, string? Was = null, string? By = null) : ApiRequest;

/// <summary>The answer that is to be sent, or what comes first where there is none.</summary>
/// <param name="Mode">The response mode.</param>
/// <param name="Text">Plain text; null where nothing is to be sent.</param>
/// <param name="Hash">Names exactly this text, for those who change it or approve of it.</param>
/// <param name="Mirror">Sentence by sentence in the asked language, to be read beside it; null when that is the text's own.</param>
/// <param name="Why">Why there is nothing to send; null where there is something.</param>
/// <param name="Instead">What to do instead, in order.</param>
internal sealed record AnswerItem(
    string Mode,
    string Language,
    string? Text,
    string? Hash,
    IReadOnlyList<LedgerSentence> Sentences,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<PaperToChase> Papers,
    string? Mirror,
    string? Why,
    IReadOnlyList<string> Instead
)
{
    public static AnswerItem Of(Response? response)
    {
        var written = response as WrittenResponse;
        var nothing = response as NothingToSend;
        return new AnswerItem(
            response?.Mode.Code() ?? "unknown",
            response?.Language ?? "",
            written?.Text,
            written is null ? null : TextHash.Of(written.Text),
            written?.Sentences ?? [],
            written?.Facts ?? [],
            response?.Papers ?? [],
            written?.Mirror,
            nothing?.Why,
            nothing?.Instead ?? []
        );
    }
}
