using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.People;

/// <summary>A workbench with two clients; a case belongs to the first.</summary>
internal sealed partial class Office : IAsyncDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private int _entries;
    private int _people;

    public required RunningServer Server { get; init; }

    public required string Case { get; init; }

    public required string Client { get; init; }

    public required string Store { get; init; }

    public required string OtherClient { get; init; }

    private Guid Task { get; set; }

    private Guid Mail { get; } = Guid.NewGuid();

    private Guid Connection { get; } = Guid.NewGuid();

    /// <summary>A watch that is kept by hand.</summary>
    private Guid Watch { get; } = Guid.NewGuid();

    public required string Chart { get; init; }

    public required string Orders { get; init; }

    private const string LinkedStore = "amazon.de";

    /// <summary>A sample, with an earlier notice for another store of the event.</summary>
    private static async Task<string> OpenAsync(RunningServer server)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("reprieve-office-");
        string linked = Path.Combine(folder.FullName, "store-de.txt");
        await File.WriteAllTextAsync(
            linked,
            """
            From: Amazon.de <seller-performance@amazon.de>
            Sent: Sunday, September 20, 2026 10:00 AM
            Subject: Ihr Amazon-Verkäuferkonto

            Guten Tag Larkmoor Supply,

            Ihr Amazon.de-Verkäuferkonto wurde deaktiviert. Ihre Rate verspäteter Lieferungen liegt über 4 %.
            Bitte senden Sie uns innerhalb von 14 Tagen einen Maßnahmenplan.
            """,
            Cancel
        );
        string path = await server.OpenCaseAsync([
            .. Directory.GetFiles(RunningServer.Sample("late-shipment")),
            linked,
        ]);
        folder.Delete(recursive: true);
        return path;
    }

    public static async Task<Office> OpenAsync()
    {
        RunningServer server = await RunningServer.StartAsync();
        string path = await OpenAsync(server);
        (await server.PostAsync(path + "/client", ("client", "Harbor Trade"), ("store", "Northfold"))).Dispose();
        (await server.PostAsync("/clients", ("name", "Other House"))).Dispose();
        string clients = await server.PageAsync("/clients");
        string review = await server.PageAsync(path + "/review");
        StoredCase stored = (await server.Store.FindAsync(new CaseId(Guid.Parse(path["/cases/".Length..])), Cancel))!;
        var office = new Office
        {
            Server = server,
            Case = stored.Id.ToString(),
            Client = IdBefore(clients, "Harbor Trade"),
            Store = stored.Account.ToString()!,
            OtherClient = IdBefore(clients, "Other House"),
            Chart = RunningServer.Between(review, "/charts/", "\""),
            Orders = RunningServer.Between(review, "/orders/", "\""),
        };
        await office.MailComesAsync();
        await office.ConnectAsync();
        office.Task = (await server.Store.AddTaskAsync(stored.Id, "Call", null, "us", Cancel)).Id;
        (office._entries, office._people) = await office.CountAsync();
        return office;
    }

    /// <summary>A mail of the first client that waits to be sorted.</summary>
    private async Task MailComesAsync()
    {
        byte[] mail = await File.ReadAllBytesAsync(
            Path.Combine(RunningServer.Sample("late-shipment"), "notice.eml"),
            Cancel
        );
        var arrival = new Arrival
        {
            Id = Mail,
            Client = Guid.Parse(Client),
            At = Server.Clock.GetUtcNow(),
            State = ArrivalState.ToSort,
            Message = new ArrivedMessage
            {
                Mailbox = "owner@larkmoor-supply.example",
                Folder = "INBOX",
                Sha256 = new string('a', 64),
                Kind = Knowledge.NoticeKind.Deactivation,
                Verdict = Notices.AuthenticityVerdict.Unverifiable,
            },
        };
        await Server.Workbench.Arrivals.KeepAsync(arrival, "one", mail, Cancel);
    }

    private async Task ConnectAsync()
    {
        await Server.Workbench.Connections.SaveAsync(
            new StoredConnection
            {
                Id = Connection,
                Client = Guid.Parse(Client),
                Name = "Northfold",
                Region = "eu",
                ClientId = "our-app",
                ClientSecret = "secret",
                RefreshToken = "token",
            },
            Cancel
        );
        await Server.Workbench.Connections.SaveAsync(
            StoredConnection.OfHand(Watch, Guid.Parse(Client), "By hand", "eu", "amazon.de"),
            Cancel
        );
    }

    /// <summary>Every route of the pages with every method, and a path to it that leads to something.</summary>
    public IEnumerable<(string Method, string Route, string Path)> Routes() =>
        All().Where(one => !one.Route.StartsWith("/api", StringComparison.Ordinal));

    /// <summary>Every operation of the API, and a path to it that leads to something.</summary>
    public IEnumerable<(string Method, string Route, string Path)> Operations() =>
        All().Where(one => one.Route.StartsWith("/api", StringComparison.Ordinal));

    private IEnumerable<(string Method, string Route, string Path)> All() =>
        from endpoint in Server.Routes.OfType<RouteEndpoint>()
        let route = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where !route.Contains('*')
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        let query = Query(route)
        select (method, route, Parameter().Replace(route, match => Filled(match.Groups["name"].Value, route)) + query);

    public async Task IsUnchangedAsync()
    {
        (int entries, int events) = await CountAsync();
        entries.ShouldBe(_entries, "the timeline says that something was changed");
        (await Server.Store.ListAsync(new CaseQuery(), Cancel)).Total.ShouldBe(1);
        string clients = await Server.PageAsync("/clients");
        clients.ShouldContain("Harbor Trade");
        clients.ShouldContain("Other House");
        (await Server.Workbench.Connections.OfAsync(Guid.Parse(Client), Cancel)).Count.ShouldBe(2);
        // Those who were tried with were invited, and came.
        events.ShouldBeGreaterThanOrEqualTo(_people);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task<(int Entries, int Events)> CountAsync() =>
        (
            (await Server.Store.TimelineAsync(new CaseId(Guid.Parse(Case)), cancel: Cancel)).Count,
            Regex.Count(await Server.PageAsync("/people"), "class=\"what\"")
        );

    private static string Query(string route) =>
        route.EndsWith("/file", StringComparison.Ordinal) ? "?path=notice.eml"
        : route.Contains("/answer/text") || route.Contains("/answer/word") ? "?was=x"
        : route.StartsWith("/api", StringComparison.Ordinal) && route.Contains("/mail") && route.Contains("/cases/")
            ? $"?store={LinkedStore}"
        : route.Contains("/corrections/") ? "?notice=x"
        : "";

    private string Filled(string parameter, string route) =>
        parameter switch
        {
            "id" when route.Contains("/arrivals", StringComparison.Ordinal) => Mail.ToString(),
            "id" => route.Contains("/clients", StringComparison.Ordinal) ? Client : Case,
            "store" => route.Contains("/stores/") ? LinkedStore : Store,
            "task" => Task.ToString(),
            "connection" when route.Contains("/hand") => Watch.ToString(),
            "connection" => Connection.ToString(),
            "folder" => "metrics",
            "code" => "late_shipment_rate",
            "metric" => Orders,
            "field" => "kind",
            "revision" => "2",
            "name" when route.Contains("/pages/") => "how-to-send.md",
            "name" when route.Contains("/orders/") => Orders,
            "name" when route.Contains("/charts/") => Chart,
            "name" => "reprieve.css",
            _ => Guid.NewGuid().ToString(),
        };

    private static string IdBefore(string page, string name) =>
        Regex
            .Match(page, $"href=\"/clients/(?<id>[0-9a-f-]+)\">{name}<", RegexOptions.NonBacktracking)
            .Groups["id"]
            .Value;

    [GeneratedRegex(@"\{(?<name>[a-z]+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
