using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Reprieve.Server.Desk;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Hosting;

/// <summary>What every page knows of the request it answers.</summary>
/// <param name="Here">Path and query, to come back to.</param>
/// <param name="Theme">light, dark, or null for the system's.</param>
/// <param name="FormToken">The anti-forgery token of the page's forms.</param>
/// <param name="Person">The name the person gave last; empty when none.</param>
/// <param name="Done">Code of what was just done, to be said once; null else.</param>
public sealed record PageFrame(
    string Here,
    string? Theme,
    string FormToken,
    string Person,
    string? Done,
    DateTimeOffset Now
)
{
    /// <summary>The clients that the person sees.</summary>
    public ClientList Clients { get; init; } = ClientList.Empty;

    /// <summary>Who asks; null on the pages for those who are not in.</summary>
    public Caller? Caller { get; init; }

    /// <summary>Whether anybody was invited. A seller alone sees nothing of people.</summary>
    public bool HasPeople { get; init; }

    /// <summary>What the person may do with what the page is about.</summary>
    public Role Role { get; init; } = Role.Owner;

    public const string ThemeCookie = "reprieve-theme";
    public const string PersonCookie = "reprieve-person";

    /// <summary>The anti-forgery field.</summary>
    public RenderFragment Token =>
        builder =>
        {
            builder.OpenElement(0, "input");
            builder.AddAttribute(1, "type", "hidden");
            builder.AddAttribute(2, "name", "__RequestVerificationToken");
            builder.AddAttribute(3, "value", FormToken);
            builder.CloseElement();
        };

    public static PageFrame Of(HttpContext http)
    {
        IServiceProvider services = http.RequestServices;
        Caller? caller = People.Caller.Find(http);
        string? theme = http.Request.Cookies[ThemeCookie];
        return new PageFrame(
            http.Request.Path + http.Request.QueryString,
            theme is "light" or "dark" ? theme : null,
            services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken ?? "",
            caller?.Person?.Name ?? Uri.UnescapeDataString(http.Request.Cookies[PersonCookie] ?? ""),
            http.Request.Query["done"].FirstOrDefault(),
            services.GetRequiredService<TimeProvider>().GetUtcNow()
        )
        {
            Clients = caller is null ? ClientList.Empty : ClientsOf(http),
            Caller = caller,
            HasPeople = services.GetRequiredService<PeopleShelf>().All.Count > 0,
            Role = AccessCheck.RoleOf(http),
        };
    }

    /// <summary>The clients that whoever asks sees.</summary>
    public static ClientList ClientsOf(HttpContext http)
    {
        ClientList all = http.RequestServices.GetRequiredService<ClientShelf>().All;
        return all.SeenWith(People.Caller.Of(http).SightOf(all));
    }

    /// <summary>A page as the answer to a request.</summary>
    /// <param name="parameters">The page's parameters by name, besides <c>Frame</c>.</param>
    internal static RazorComponentResult<TPage> Page<TPage>(
        HttpContext http,
        int status = StatusCodes.Status200OK,
        params ReadOnlySpan<(string Name, object? Value)> parameters
    )
        where TPage : IComponent
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Frame"] = Of(http) };
        foreach ((string name, object? value) in parameters)
        {
            all[name] = value;
        }

        return new RazorComponentResult<TPage>(all) { StatusCode = status };
    }
}
