using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Server.People;

namespace Reprieve.Server.Api;

/// <summary>
/// What programs ask for: the same functions as the pages', as JSON. A program comes with a token and with nothing else;
/// what it may do is what the token's person may do.
/// </summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    public static void Map(IEndpointRouteBuilder app)
    {
        // Read at the build: the document changes only with the routes, and a test holds the two together.
        app.MapGet(Root + "/openapi.json", OpenApiFile.Get).ExcludeFromDescription();
        RouteGroupBuilder api = app.MapGroup(Root)
            .RequireRateLimiting(Limits.Api)
            .AddEndpointFilter<Idempotency>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        CasesApi.Map(api);
        FilesApi.Map(api);
        ReadingApi.Map(api);
        AnswerApi.Map(api);
        SendingApi.Map(api);
        MailApi.Map(api);
        AftercareApi.Map(api);
        EscalationsApi.Map(api);
        MailboxesApi.Map(api);
        ConnectionsApi.Map(api);
        StandingApi.Map(api);
        HandApi.Map(api);
        NotificationsApi.Map(api);
        PullApi.Map(api);
        AlertsApi.Map(api);
        ArrivalsApi.Map(api);
        LinkedStoresApi.Map(api);
        NotesApi.Map(api);
        ClientsApi.Map(api);
        PeopleApi.Map(api);
        KnowledgeApi.Map(api);
        EventsApi.Map(api);
    }

    /// <summary>Whether a path is for programs.</summary>
    public static bool IsOurs(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names an operation for the OpenAPI document.</summary>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary);

    /// <summary>The request says something else than JSON.</summary>
    public static RouteHandlerBuilder TakesBytes(this RouteHandlerBuilder route) =>
        route.Accepts<byte[]>("application/octet-stream");

    /// <summary>The answer is a file.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder route, string type) =>
        route.Produces<byte[]>(StatusCodes.Status200OK, type);
}
