using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Amazon;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Server.Demo;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests;

/// <summary>A workbench on a free port with an empty folder, and a browser's view of it: cookies and redirects.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly CookieContainer _cookies = new();
    private Workbench _workbench = null!;
    private readonly IDkimKeys? _keys;
    private readonly PublicAddress? _public;
    private WorkbenchServer _server = null!;
    private Action<IServiceCollection>? _more;
    private IReadOnlyDictionary<string, string?>? _telemetry;
    private DemoRun? _demo;
    private Func<KnowledgeBase, TimeProvider, AmazonEdge>? _amazon;

    /// <summary>Whether the next start is one without a network.</summary>
    public bool IsOffline { get; set; }

    private RunningServer(DirectoryInfo folder, IDkimKeys? keys, PublicAddress? open)
    {
        _public = open;
        _folder = folder;
        _keys = keys;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 10, 2, 15, 0, 0, TimeSpan.Zero));

    private TimeProvider Now => _demo?.Clock ?? Clock;

    public HttpClient Browser { get; private set; } = null!;

    public Uri Address => _server.Address;

    public CaseStore Store => _workbench.Cases;

    public Workbench Workbench => _workbench;

    public IServiceProvider Services => _server.Services;

    public IReadOnlyList<Endpoint> Routes => _server.Routes;

    public string DataFolder => _folder.FullName;

    public string StateFolder => Path.Combine(_folder.FullName, "server");

    /// <param name="open">By what address people elsewhere reach it; by none else.</param>
    public static async Task<RunningServer> StartAsync(
        bool enter = true,
        IDkimKeys? keys = null,
        PublicAddress? open = null,
        Action<IServiceCollection>? more = null,
        IReadOnlyDictionary<string, string?>? telemetry = null,
        bool demo = false,
        Func<KnowledgeBase, TimeProvider, AmazonEdge>? amazon = null
    )
    {
        var running = new RunningServer(Directory.CreateTempSubdirectory("reprieve-server-"), keys, open)
        {
            _more = more,
            _telemetry = telemetry,
            _amazon = amazon,
        };
        running._demo = demo ? new DemoRun(Sample(""), running.Clock) : null;
        await running.UpAsync();
        running.Browser = NewBrowser(running._server.Address, running._cookies);
        if (enter)
        {
            await running.Browser.GetAsync(running._server.Address, TestContext.Current.CancellationToken);
        }

        return running;
    }

    public static HttpClient NewBrowser(Uri address) => NewBrowser(address, new CookieContainer());

    private static HttpClient NewBrowser(Uri address, CookieContainer cookies) =>
        new(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = true })
        {
            BaseAddress = new Uri(address.GetLeftPart(UriPartial.Authority)),
        };

    /// <summary>Stops and starts on the same data; the port changes, so the browser's cookies are carried over.</summary>
    public async Task RestartAsync()
    {
        await DownAsync();
        await UpAsync();
    }

    /// <summary>The same browser on the port of the program that was started again.</summary>
    public void Enter()
    {
        Browser.Dispose();
        Browser = NewBrowser(_server.Address, _cookies);
    }

    public async Task<string> PageAsync(string path) =>
        await Browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Posts a form with the token of a page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        string token = await TokenAsync();
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        return await Browser.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a file to a page, as its form does.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync()), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "files", name },
        };
        return await Browser.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>A new case from files; its path.</summary>
    public async Task<string> OpenCaseAsync(params string[] files)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync()), "__RequestVerificationToken" },
        };
        foreach (string file in files)
        {
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file)), "files", Path.GetFileName(file));
        }

        using HttpResponseMessage page = await Browser.PostAsync(
            new Uri("/new/files", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        return page.RequestMessage!.RequestUri!.AbsolutePath;
    }

    /// <summary>The late-shipment sample as a case; its path.</summary>
    public Task<string> OpenSampleAsync(string sample = "late-shipment") =>
        OpenCaseAsync(Directory.GetFiles(Sample(sample)));

    public static string Sample(string name)
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
        {
            at = Path.GetDirectoryName(at);
        }

        return Path.Combine(at!, "samples", name);
    }

    public async Task<string> TokenAsync() =>
        Between(await PageAsync("/settings"), "name=\"__RequestVerificationToken\" value=\"", "\"");

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await DownAsync();
        _demo?.Dispose();
        _folder.Delete(recursive: true);
    }

    public async Task UpAsync()
    {
        _workbench = await Workbench.OpenAsync(new WorkbenchOptions { Folder = _folder.FullName }, Now);
        var options = new ServerOptions
        {
            Knowledge = KnowledgeLoader.BuiltIn,
            StateFolder = StateFolder,
            Keys = _keys,
            Public = _public,
            IsOffline = IsOffline,
            More = _more,
            Telemetry = _telemetry,
            Amazon = _amazon,
            Demo = _demo,
        };
        _server = await WorkbenchServer.StartAsync(_workbench, options, Now);
    }

    public async Task DownAsync()
    {
        await _server.DisposeAsync();
        await _workbench.DisposeAsync();
    }

    /// <summary>What stands in a page between two texts; empty when it is not there.</summary>
    public static string Between(string page, string before, string after)
    {
        int start = page.IndexOf(before, StringComparison.Ordinal);
        int end = start < 0 ? -1 : page.IndexOf(after, start + before.Length, StringComparison.Ordinal);
        return end < 0 ? "" : page[(start + before.Length)..end];
    }
}
