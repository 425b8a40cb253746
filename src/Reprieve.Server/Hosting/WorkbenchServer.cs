using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Server.Actions;
using Reprieve.Server.Alerting;
using Reprieve.Server.Api;
using Reprieve.Server.Demo;
using Reprieve.Server.Desk;
using Reprieve.Server.Mailing;
using Reprieve.Server.People;
using Reprieve.Storage;

namespace Reprieve.Server.Hosting;

/// <summary>The workbench as a web server: for this machine, and where it has a public address for others too.</summary>
public sealed class WorkbenchServer : IAsyncDisposable
{
    private const long LargestForm = 4 * 1024 * 1024;
    private readonly WebApplication _app;
    private readonly Gate _gate;
    private readonly string _stateFolder;

    private WorkbenchServer(WebApplication app, Gate gate, string stateFolder)
    {
        _app = app;
        _gate = gate;
        _stateFolder = stateFolder;
        RunningWorkbench.Write(stateFolder, Root);
    }

    /// <summary>The address to open once; it lets in whoever opens it first.</summary>
    public Uri Address => new(Root, $"{Gate.Path}?token={_gate.Token}");

    /// <summary>Where it is found on this machine by whoever is in.</summary>
    public Uri Root => new(Bound(_app).First());

    internal IServiceProvider Services => _app.Services;

    /// <summary>Everything that can be asked for.</summary>
    internal IReadOnlyList<Endpoint> Routes => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>Starts serving a workbench.</summary>
    /// <exception cref="PortTakenException">Another program listens on a port, or the system denies it.</exception>
    public static async Task<WorkbenchServer> StartAsync(
        Workbench workbench,
        ServerOptions options,
        TimeProvider clock,
        CancellationToken cancel = default
    )
    {
        Endpoints.Check(options);
        options = options.Demo is { } demo ? options with { Keys = demo.Over(options.Keys) } : options;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            Endpoints.Listen(kestrel, options);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
        });
        var secret = SessionSecret.Of(options.StateFolder);
        (OwnEntries own, KnowledgeBase knowledge, IReadOnlyList<KnowledgeProblem> leftOut) = DeskServices.KnowledgeOf(
            workbench,
            options
        );
        AddServices(builder.Services, workbench, options with { Knowledge = knowledge }, clock);
        SignInServices.Add(builder.Services, secret);
        Limits.Add(builder.Services);
        builder.Services.AddSingleton(services => new KnowledgeShelf(
            own,
            leftOut,
            services.GetRequiredService<CaseDesk>()
        ));
        builder.Services.Configure<AntiforgeryOptions>(forms => forms.Cookie.Name = "reprieve-form-" + secret.Name);
        Telemetry.Add(builder, options);
        options.More?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        await app.Services.GetRequiredService<ClientShelf>().LoadAsync(cancel);
        PeopleShelf people = app.Services.GetRequiredService<PeopleShelf>();
        await people.LoadAsync(cancel);
        await app.Services.GetRequiredService<AlertDesk>().LoadAsync(cancel);
        var gate = new Gate(secret, people, app.Services.GetRequiredService<ApiGate>(), clock);
        app.Use((http, next) => Languages.InvokeAsync(http, next));
        Safety.Use(app, options.Public);
        app.Use((http, next) => Faults.InvokeAsync(http, next));
        app.UseRouting();
        app.Use((http, next) => Figures.InvokeAsync(http, next));
        app.UseRateLimiter();
        app.Use((http, next) => SignIn.ComeAsNobodyAsync(http, secret, next));
        app.UseAuthentication();
        app.Use((http, next) => gate.InvokeAsync(http, next));
        app.Use((http, next) => AccessCheck.InvokeAsync(http, next));
        app.UseAntiforgery();
        Map(app, options);
        try
        {
            await app.StartAsync(cancel);
            return new WorkbenchServer(app, gate, options.StateFolder);
        }
        catch (Exception fault) when (Endpoints.IsOfPort(fault))
        {
            int bound = Bound(app).Count;
            await app.DisposeAsync();
            throw Endpoints.Explain(fault, options, bound);
        }
    }

    /// <summary>Takes folders in as cases, and reads each.</summary>
    public async Task TakeInAsync(IReadOnlyList<string> folders, CancellationToken cancel)
    {
        CaseDesk desk = _app.Services.GetRequiredService<CaseDesk>();
        List<CaseId> taken = [];
        foreach (string folder in folders)
        {
            taken.Add((await FolderImport.TakeAsync(desk.Store, folder, "demo", cancel)).Id);
        }

        // All of them stand in the list before the first is read.
        foreach (CaseId id in taken)
        {
            cancel.ThrowIfCancellationRequested();
            await desk.SettleAsync(id, "demo");
        }
    }

    /// <summary>Serves until stopped, then lets running requests end.</summary>
    public Task WaitAsync(CancellationToken cancel) => _app.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        RunningWorkbench.Remove(_stateFolder);
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>The addresses that are listened on, this machine's first.</summary>
    private static ICollection<string> Bound(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    private static void AddServices(
        IServiceCollection services,
        Workbench workbench,
        ServerOptions options,
        TimeProvider clock
    )
    {
        // Two standing warnings of the framework say nothing to a seller: pages are never cached here, and the keys of forms
        // lie in the person's own folder.
        services.AddLogging(logging =>
            logging
                .SetMinimumLevel(LogLevel.Warning)
                .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error)
                .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
                // A port that is taken is said once, in a sentence.
                .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
                .AddSimpleConsole()
        );
        services.AddRoutingCore();
        services.AddRazorComponents();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.HeaderName = Upload.TokenHeader;
        });
        services
            .AddDataProtection()
            .SetApplicationName("reprieve")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.StateFolder, "forms")));
        services.Configure<FormOptions>(form => form.ValueCountLimit = 2048);
        DeskServices.Add(services, workbench, options, clock);
        services.AddSingleton(workbench.People);
        services.AddSingleton(workbench.Sessions);
        services.AddSingleton(workbench.Intakes);
        services.AddSingleton(workbench.Passkeys);
        services.AddSingleton(workbench.Tokens);
        services.AddSingleton(workbench.Replies);
        services.AddSingleton<ApiGate>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.AddSingleton<Upload>();
        services.AddSingleton<Postman>();
        services.AddHostedService(all => all.GetRequiredService<Postman>());
        services.AddSingleton<MailDesk>();
        services.AddSingleton<MailboxDesk>();
        services.AddSingleton<MailboxSignIns>();
        if (options.Demo is { } demo)
        {
            services.AddSingleton(demo);
            services.AddSingleton<DemoStory>();
        }

        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    private static void Map(WebApplication app, ServerOptions options)
    {
        Assets.Map(app);
        CasePages.Map(app);
        CaseLists.Map(app);
        NewCaseActions.Map(app);
        CaseActions.Map(app);
        LinkedStoreActions.Map(app);
        MailActions.Map(app);
        AftercareActions.Map(app);
        MailboxActions.Map(app);
        MailboxSignInActions.Map(app);
        ConnectionActions.Map(app);
        StandingActions.Map(app);
        HandActions.Map(app);
        NotificationActions.Map(app);
        PullActions.Map(app);
        AlertActions.Map(app);
        ArrivalActions.Map(app);
        CorrectionActions.Map(app);
        AnswerActions.Map(app);
        TextActions.Map(app);
        NoteActions.Map(app);
        BoardActions.Map(app);
        OtherPages.Map(app);
        KnowledgeActions.Map(app);
        ClientActions.Map(app);
        SignInActions.Map(app);
        AccountActions.Map(app);
        PasskeyActions.Map(app);
        PeopleActions.Map(app);
        IntakeActions.Map(app);
        TokenActions.Map(app);
        CalendarActions.Map(app);
        ApiRoutes.Map(app);
        if (options.Demo is not null)
        {
            DemoActions.Map(app);
        }
    }
}
