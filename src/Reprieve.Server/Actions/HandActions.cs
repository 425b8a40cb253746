using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Amazon;
using Reprieve.Notices;
using Reprieve.Practices.Reports;
using Reprieve.Practices.Standing;
using Reprieve.Server.Desk;
using Reprieve.Server.Hosting;
using Reprieve.Server.Pages;
using Reprieve.Server.Selling.ByHand;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>The watch that is kept by hand: it is begun, a page is given and read, and what a person confirms is kept.</summary>
internal static class HandActions
{
    private const string One = "/{connection:guid}/hand";

    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, "/connections", _ => null);
        Map(app, "/clients/{id:guid}/connections", http => Guid.Parse((string)http.Request.RouteValues["id"]!));
    }

    /// <param name="whose">The client; null for whoever works without clients.</param>
    private static void Map(IEndpointRouteBuilder app, string path, Func<HttpContext, Guid?> whose)
    {
        app.MapGet(path + One, (Guid connection, HttpContext http) => ShowAsync(whose(http), connection, http));
        // The file stands behind the token, which is looked at as it comes.
        app.MapPost(
            path + One + "/file",
            (Guid connection, HttpContext http, Upload upload) => FileAsync(whose(http), connection, http, upload)
        );
        RouteGroupBuilder forms = app.MapGroup(path).AddEndpointFilter<TokenFilter>();
        forms.MapPost("/hand", (HttpContext http, HandDesk desk) => BeginAsync(whose(http), http, desk));
        forms.MapPost(One + "/paste", (Guid connection, HttpContext http) => PasteAsync(whose(http), connection, http));
        forms.MapPost(One + "/keep", (Guid connection, HttpContext http) => KeepAsync(whose(http), connection, http));
    }

    private static async Task<IResult> BeginAsync(Guid? client, HttpContext http, HandDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        if (client is { } id && http.Service<ClientShelf>().All.Find(id) is null)
        {
            return ClientActions.Gone(http);
        }

        try
        {
            StoredConnection watch = await desk.SaveAsync(
                client,
                form.Field("name"),
                form.Field("store"),
                http.RequestAborted
            );
            return Form.To($"{Home(client)}/{watch.Id}/hand");
        }
        catch (AmazonException fault)
        {
            return await ConnectionActions.ShowAsync(
                client,
                http,
                http.Service<Selling.ConnectionDesk>(),
                fault.Message
            );
        }
    }

    private static async Task<IResult> PasteAsync(Guid? client, Guid connection, HttpContext http)
    {
        string text = (await http.Request.ReadFormAsync())["text"].ToString();
        return await ReadAsync(
            client,
            connection,
            http,
            watch => HandReading.OfText(text, watch.Stores[0], http.Service<CaseDesk>().Knowledge)
        );
    }

    private static async Task<IResult> FileAsync(Guid? client, Guid connection, HttpContext http, Upload upload)
    {
        (string Name, byte[] Content)? given = null;
        string? problem = await upload.TakeAsync(
            http,
            async (name, content) =>
            {
                using var bytes = new MemoryStream();
                await content.CopyToAsync(bytes, http.RequestAborted);
                given ??= (name, bytes.ToArray());
            },
            MessageReader.MaxBytes
        );
        return problem is not null || given is not { } file
            ? await ShowAsync(client, connection, http, problem ?? Say.Get("new_no_file"))
            : await ReadAsync(
                client,
                connection,
                http,
                watch =>
                    HandReading.OfFile(file.Name, file.Content, watch.Stores[0], http.Service<CaseDesk>().Knowledge)
            );
    }

    /// <summary>Reads what was given, and shows what was found; Amazon's own report is kept at once.</summary>
    private static async Task<IResult> ReadAsync(
        Guid? client,
        Guid connection,
        HttpContext http,
        Func<StoredConnection, HandReading> read
    )
    {
        HandDesk desk = http.Service<HandDesk>();
        if (await desk.FindAsync(client, connection, http.RequestAborted) is not { } watch)
        {
            return StandingActions.Gone(client, http);
        }

        try
        {
            HandReading reading = read(watch);
            if (reading.Report is not { } report)
            {
                return await ShowAsync(client, connection, http, reading: reading);
            }

            await desk.KeepReportAsync(watch, report, http.RequestAborted);
            return Form.To($"{Home(client)}/{connection}", "saved");
        }
        catch (ReportException fault)
        {
            return await ShowAsync(client, connection, http, fault.Message);
        }
    }

    private static async Task<IResult> KeepAsync(Guid? client, Guid connection, HttpContext http)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        HandDesk desk = http.Service<HandDesk>();
        if (await desk.FindAsync(client, connection, http.RequestAborted) is not { } watch)
        {
            return StandingActions.Gone(client, http);
        }

        var values = form.Keys.ToDictionary(key => key, key => (string?)form.Field(key), StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> errors = await desk.KeepAsync(watch, values, http.RequestAborted);
        return errors.Count == 0
            ? Form.To($"{Home(client)}/{connection}", "saved")
            : await ShowAsync(
                client,
                connection,
                http,
                errors.GetValueOrDefault("") ?? Say.Get("Hand_wrong"),
                values: values,
                errors: errors
            );
    }

    private static async Task<IResult> ShowAsync(
        Guid? client,
        Guid connection,
        HttpContext http,
        string? problem = null,
        HandReading? reading = null,
        IReadOnlyDictionary<string, string?>? values = null,
        IReadOnlyDictionary<string, string>? errors = null
    )
    {
        if (await http.Service<HandDesk>().FindAsync(client, connection, http.RequestAborted) is not { } watch)
        {
            return StandingActions.Gone(client, http);
        }

        Reprieve.Knowledge.KnowledgeBase knowledge = http.Service<CaseDesk>().Knowledge;
        return PageFrame.Page<HandPage>(
            http,
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Watch", watch),
            ("Home", Home(client)),
            ("Menu", HandDay.Menu(knowledge)),
            ("Fields", HealthField.Of(watch.Stores[0], knowledge)),
            ("Reading", reading),
            ("Values", values),
            ("Errors", errors),
            ("Problem", problem)
        );
    }

    private static string Home(Guid? client) => client is { } id ? $"/clients/{id}/connections" : "/connections";
}
