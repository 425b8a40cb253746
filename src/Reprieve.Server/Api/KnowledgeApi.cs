using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Knowledge;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Api;

/// <summary>What Amazon says, and what the firm keeps over it.</summary>
internal static class KnowledgeApi
{
    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder knowledge = api.MapGroup("/knowledge").WithTags("knowledge");
        knowledge
            .MapGet("", List)
            .Named("listKnowledge", "Every entry with its source and the day it was seen")
            .Produces<ListPage<KnowledgeItem>>();
        knowledge
            .MapGet("/{folder}/{code}", Get)
            .Named("getKnowledge", "An entry as it is built in, and what is kept over it")
            .Produces<EntryItem>();
        knowledge
            .MapPost("/playbooks", AddAsync)
            .Named(
                "addPlaybook",
                "Adds a playbook of your own, from a copy of what answers a reason now: in force at once"
            )
            .Produces<EntryItem>(201);
        knowledge
            .MapPut("/{folder}/{code}/own", KeepAsync)
            .Named("keepOwn", "Keeps fields over an entry: tried first, in force at once")
            .Produces(204);
        knowledge
            .MapDelete("/{folder}/{code}/own", RemoveAsync)
            .Named("removeOwn", "Lets what is kept go; the built-in entry holds again")
            .Produces(204);
    }

    private static IResult List(HttpContext http, CaseDesk desk, string? q, int? page, int? size)
    {
        List<KnowledgeItem> found =
        [
            .. desk
                .Knowledge.Entries.Select(one => new KnowledgeItem(
                    one.Folder,
                    one.Entry.Code,
                    EntryWords.Name(one.Entry),
                    one.Entry.Source,
                    one.Entry.Seen
                ))
                .Where(one =>
                    q is null
                    || $"{one.Folder} {one.Code} {one.Name} {one.Source}".Contains(
                        q,
                        StringComparison.OrdinalIgnoreCase
                    )
                )
                .OrderBy(one => one.Folder, StringComparer.Ordinal)
                .ThenBy(one => one.Code, StringComparer.Ordinal),
        ];
        return Results.Ok(ListPage<KnowledgeItem>.Of(found, page, size, http));
    }

    private static IResult Get(string folder, string code, CaseDesk desk, KnowledgeShelf shelf) =>
        ItemOf(folder, code, desk, shelf) is { } item ? Results.Ok(item) : Gone();

    private static EntryItem? ItemOf(string folder, string code, CaseDesk desk, KnowledgeShelf shelf)
    {
        KnowledgeEntry? entry = KnowledgeActions.Found(desk, folder, code);
        OwnEntry? own = shelf.Find(folder, code);
        return entry is null && own is null
            ? null
            : new EntryItem(
                folder,
                code,
                entry is null ? code : EntryWords.Name(entry),
                KnowledgeLoader.BuiltInYaml(folder, code),
                own?.Fields,
                shelf.Fault(folder, code)?.Message
            );
    }

    private static async Task<IResult> AddAsync(
        PlaybookRequest request,
        HttpContext http,
        CaseDesk desk,
        KnowledgeShelf shelf
    )
    {
        string code = request.Code.Trim();
        IReadOnlyDictionary<string, string> faults = await PlaybookActions.AddAsync(
            new NewPlaybook(
                PlaybookActions.KeyOf((request.Reason, request.Mode)),
                code,
                request.Name.Trim(),
                request.Fields,
                request.Why.Trim()
            ),
            ApiAnswers.Who(http, request.By),
            desk,
            shelf
        );
        return faults.Count == 0
            ? Results.Created(
                $"{ApiRoutes.Root}/knowledge/{OwnPlaybook.Folder}/{code}",
                ItemOf(OwnPlaybook.Folder, code, desk, shelf)
            )
            : ApiAnswers.Refused(string.Join(" ", faults.Values));
    }

    private static async Task<IResult> KeepAsync(
        string folder,
        string code,
        OwnRequest request,
        HttpContext http,
        CaseDesk desk,
        KnowledgeShelf shelf
    )
    {
        if (ItemOf(folder, code, desk, shelf) is null)
        {
            return Gone();
        }

        (string? problem, string? errors) = await KnowledgeActions.KeepAsync(
            folder,
            code,
            request.Fields,
            request.Why.Trim(),
            ApiAnswers.Who(http, request.By),
            TextHash.Of(request.Was ?? shelf.Find(folder, code)?.Fields ?? ""),
            desk,
            shelf
        );
        return ApiAnswers.Done(problem ?? errors);
    }

    private static async Task<IResult> RemoveAsync(string folder, string code, KnowledgeShelf shelf) =>
        await Task.Run(() => shelf.Remove(folder, code, TextHash.Of(shelf.Find(folder, code)?.Fields ?? "")))
            ? Results.NoContent()
            : ApiAnswers.Refused(Say.Get("own_clash"));

    private static IResult Gone() => ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("page_gone"));
}

/// <summary>An entry of knowledge in a list.</summary>
/// <param name="Seen">The day its source was looked at.</param>
internal sealed record KnowledgeItem(string Folder, string Code, string Name, string Source, DateOnly Seen);

/// <summary>An entry of knowledge.</summary>
/// <param name="BuiltIn">As YAML; null where it is the firm's alone.</param>
/// <param name="Own">Fields that are kept over it, as YAML; null for none.</param>
/// <param name="Fault">Why these do not hold; null when they do.</param>
internal sealed record EntryItem(string Folder, string Code, string Name, string? BuiltIn, string? Own, string? Fault);

/// <summary>What is to be kept over an entry.</summary>
/// <param name="Fields">As YAML.</param>
/// <param name="Why">Where it is known from.</param>
/// <param name="Was">The fields before: where somebody else changed them since, nothing is done. Null to go over them.</param>
internal sealed record OwnRequest(string Fields, string Why, string? Was = null, string? By = null) : ApiRequest;

/// <summary>A playbook that is to be added.</summary>
/// <param name="Code">Small English letters, figures and underscores.</param>
/// <param name="Name">What you call it.</param>
/// <param name="Reason">The reason whose answer it is begun from.</param>
/// <param name="Mode">The kind of answer.</param>
/// <param name="Why">Where it is known from.</param>
/// <param name="Fields">As YAML; null for the copy as it is, to be changed with <c>keepOwn</c>.</param>
internal sealed record PlaybookRequest(
    string Code,
    string Name,
    string Reason,
    ResponseMode Mode,
    string Why,
    string? Fields = null,
    string? By = null
) : ApiRequest;
