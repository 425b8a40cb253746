using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>The tokens of whoever asks, by which programs take that person's place.</summary>
internal static class TokenActions
{
    private const int LongestName = 80;

    /// <summary>For how many days a token can be made.</summary>
    public static IReadOnlyList<int> Days { get; } = [30, 90, 365];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tokens", (HttpContext http, TokenBook tokens) => ShowAsync(http, tokens));
        RouteGroupBuilder forms = app.MapGroup("/tokens").AddEndpointFilter<TokenFilter>();
        forms.MapPost("", MakeAsync);
        forms.MapPost("/{token:guid}/end", EndAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        TokenBook tokens,
        string? problem = null,
        string? made = null
    ) =>
        PageFrame.Page<TokensPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Tokens", await tokens.OfAsync(Caller.Of(http).Person?.Id, TokenUse.Programs, http.RequestAborted)),
            ("Problem", problem),
            ("Made", made),
            ("Address", Links.To(http, Api.ApiRoutes.Root))
        );

    private static async Task<IResult> MakeAsync(HttpContext http, CaseDesk desk, TokenBook tokens, PeopleShelf people)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        var caller = Caller.Of(http);
        string name = form.Field("name");
        Guid? client = Guid.TryParse(form.Field("client"), out Guid id) ? id : null;
        _ = int.TryParse(form.Field("days"), CultureInfo.InvariantCulture, out int days);
        bool fits =
            name.Length is > 0 and <= LongestName
            && !name.Any(char.IsControl)
            && Days.Contains(days)
            && (client is null || (caller.Person is not null && PageFrame.ClientsOf(http).Find(id) is not null));
        if (!fits)
        {
            return await ShowAsync(http, tokens, Say.Get("person_name_wrong", LongestName));
        }

        string made = await tokens.MakeAsync(caller.Person?.Id, client, name, desk.Clock.GetUtcNow().AddDays(days));
        await people.Book.NoteAsync(Form.Person(http), "token_made", name);
        return await ShowAsync(http, tokens, made: made);
    }

    private static async Task<IResult> EndAsync(Guid token, HttpContext http, TokenBook tokens, PeopleShelf people)
    {
        Guid? person = Caller.Of(http).Person?.Id;
        if ((await tokens.OfAsync(person, TokenUse.Programs)).FirstOrDefault(one => one.Id == token) is { } known)
        {
            await tokens.EndAsync(person, token);
            await people.Book.NoteAsync(Form.Person(http), "token_ended", known.Name);
        }

        return Form.To("/tokens", "saved");
    }
}
