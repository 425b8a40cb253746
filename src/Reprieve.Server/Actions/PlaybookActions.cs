using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Knowledge;
using Reprieve.Responses.Writing;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Actions;

/// <summary>A playbook that is to be added.</summary>
/// <param name="Of">What it is begun from: the code of a reason, a slash and a mode; empty where the fields are typed whole.</param>
/// <param name="Fields">In YAML; null for the copy as it is.</param>
/// <param name="Why">Where it is known from.</param>
public sealed record NewPlaybook(string Of, string Code, string Name, string? Fields, string Why);

/// <summary>Playbooks of the firm's own: begun from a copy of what answers a reason now, and read in its place then.</summary>
internal static partial class PlaybookActions
{
    /// <summary>The page where one is added.</summary>
    public const string Path = "/knowledge/add";

    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 120;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, CaseDesk desk) => Begin(http, desk));
        app.MapGroup(Path).AddEndpointFilter<TokenFilter>().MapPost("", AddFormAsync);
    }

    /// <summary>Adds a playbook, in force at once.</summary>
    /// <returns>What is wrong, by field (<c>of</c>, <c>code</c>, <c>name</c>, <c>why</c>, <c>fields</c>); empty when it was added.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> AddAsync(
        NewPlaybook added,
        string who,
        CaseDesk desk,
        KnowledgeShelf shelf
    )
    {
        string? copy = CopyOf(added.Of, desk.Knowledge);
        Dictionary<string, string> faults = FaultsOf(added, copy, desk, shelf);
        if (faults.Count > 0)
        {
            return faults;
        }

        (string? problem, string? errors) = await KnowledgeActions.KeepAsync(
            OwnPlaybook.Folder,
            added.Code,
            OwnPlaybook.Named((added.Fields ?? copy!).ReplaceLineEndings("\n"), added.Name),
            added.Why,
            who,
            TextHash.Of(""),
            desk,
            shelf
        );
        return errors is not null ? new Dictionary<string, string> { ["fields"] = errors }
            // Somebody else was quicker with the same code.
            : problem is not null ? new Dictionary<string, string> { ["code"] = Say.Get("playbook_there", added.Code) }
            : faults;
    }

    /// <summary>The page, with what somebody else removed while it was being changed.</summary>
    public static IResult Again(HttpContext http, CaseDesk desk, string code, string fields, string why) =>
        Shown(
            http,
            desk,
            new NewPlaybook("", code, "", fields, why),
            new Dictionary<string, string> { ["fields"] = Say.Get("playbook_removed") }
        );

    private static Dictionary<string, string> FaultsOf(
        NewPlaybook added,
        string? copy,
        CaseDesk desk,
        KnowledgeShelf shelf
    )
    {
        Dictionary<string, string> faults = [];
        When(copy is null && (added.Of.Length > 0 || added.Fields is null), "of", Say.Get("playbook_of_unknown"));
        When(!Code().IsMatch(added.Code), "code", Say.Get("playbook_code_wrong"));
        When(
            KnowledgeActions.Found(desk, OwnPlaybook.Folder, added.Code) is not null
                || shelf.Find(OwnPlaybook.Folder, added.Code) is not null,
            "code",
            Say.Get("playbook_there", added.Code)
        );
        When(
            added.Name.Length is 0 or > LongestName || added.Name.Any(char.IsControl),
            "name",
            Say.Get("playbook_name_wrong", LongestName)
        );
        When(added.Why.Length == 0, "why", Say.Get("own_why_missing"));
        return faults;

        void When(bool isWrong, string field, string sentence)
        {
            if (isWrong)
            {
                faults.TryAdd(field, sentence);
            }
        }
    }

    private static IResult Begin(HttpContext http, CaseDesk desk)
    {
        string of = http.Request.Query["of"].ToString();
        string? copy = CopyOf(of, desk.Knowledge);
        return Shown(
            http,
            desk,
            new NewPlaybook(of, copy is null ? "" : "own_" + of.Replace('/', '_'), "", copy, ""),
            of.Length == 0 || copy is not null
                ? []
                : new Dictionary<string, string> { ["of"] = Say.Get("playbook_of_unknown") }
        );
    }

    private static async Task<IResult> AddFormAsync(HttpContext http, CaseDesk desk, KnowledgeShelf shelf)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        var added = new NewPlaybook(
            form.Field("of"),
            form.Field("code"),
            form.Field("name"),
            form["fields"].ToString().ReplaceLineEndings("\n"),
            form.Field("why")
        );
        IReadOnlyDictionary<string, string> faults = await AddAsync(added, Form.Person(http, form), desk, shelf);
        return faults.Count == 0
            ? Form.To(KnowledgeActions.PathOf(OwnPlaybook.Folder, added.Code), "added")
            : Shown(http, desk, added, faults);
    }

    private static IResult Shown(
        HttpContext http,
        CaseDesk desk,
        NewPlaybook added,
        IReadOnlyDictionary<string, string> faults
    ) =>
        PageFrame.Page<AddPlaybookPage>(
            http,
            faults.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Knowledge", desk.Knowledge),
            ("Added", added),
            ("Faults", faults)
        );

    /// <summary>The fields of what answers a reason in a mode now; null when nothing does.</summary>
    private static string? CopyOf(string of, KnowledgeBase knowledge) =>
        PlaybookChoice.Situations(knowledge).FirstOrDefault(one => KeyOf(one) == of) is { Reason: { } reason } found
        && PlaybookChoice.Copy(reason, found.Mode, knowledge) is { } playbook
            ? OwnPlaybook.FieldsOf(playbook)
            : null;

    /// <summary>How a reason and a mode are named together.</summary>
    public static string KeyOf((string Reason, ResponseMode Mode) situation) =>
        $"{situation.Reason}/{situation.Mode.Code()}";

    [GeneratedRegex("^[a-z][a-z0-9_]{2,59}$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
