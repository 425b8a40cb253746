using Microsoft.Playwright;
using Reprieve.Knowledge;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Browser.Tests;

/// <summary>A workbench of its own in a temporary folder, and browsers that are let in.</summary>
internal sealed class Bench : IAsyncDisposable
{
    /// <summary>Milliseconds within which a page must have become what is expected; generous: machines are shared.</summary>
    public const float Patience = 90_000;

    private readonly Chromium _chromium;
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-browser-").FullName;
    private readonly SetClock _clock = new(SetClock.Autumn);
    private readonly List<IBrowserContext> _contexts = [];
    private Workbench _workbench = null!;
    private WorkbenchServer _server = null!;
    private string? _session;
    private int _port;

    private Bench(Chromium chromium) => _chromium = chromium;

    /// <summary>Faults of scripts, and what the content policy refused, on all pages opened here.</summary>
    public List<string> Problems { get; } = [];

    public string Root => $"http://127.0.0.1:{_port}";

    /// <summary>Starts a workbench with sample cases.</summary>
    public static async Task<Bench> StartAsync(Chromium chromium, params string[] samples)
    {
        _ = chromium.Browser;
        var bench = new Bench(chromium);
        await bench.StartServerAsync();
        await bench._server.TakeInAsync([.. samples.Select(Sample.Folder)], TestContext.Current.CancellationToken);
        return bench;
    }

    /// <summary>Stops the program and starts it again on the same folder and port.</summary>
    public async Task RestartAsync()
    {
        await _server.DisposeAsync();
        await _workbench.DisposeAsync();
        await StartServerAsync();
    }

    /// <summary>A browser of its own, let in, on a page of the workbench.</summary>
    public async Task<IPage> OpenAsync(string path = "/", Action<BrowserNewContextOptions>? with = null)
    {
        if (_session is null)
        {
            await using IBrowserContext first = await _chromium.Browser.NewContextAsync();
            await (await first.NewPageAsync()).GotoAsync(_server.Address.ToString());
            _session = await first.StorageStateAsync();
        }

        var options = new BrowserNewContextOptions
        {
            Locale = "en-US",
            ViewportSize = new() { Width = 1280, Height = 900 },
            StorageState = _session,
        };
        with?.Invoke(options);
        IBrowserContext context = await _chromium.Browser.NewContextAsync(options);
        _contexts.Add(context);
        context.SetDefaultTimeout(Patience);
        if (options.JavaScriptEnabled != false)
        {
            // The page's own clock counts the days that are left.
            await context.Clock.SetFixedTimeAsync(_clock.GetUtcNow().UtcDateTime);
        }

        IPage page = await context.NewPageAsync();
        Watch(page);
        await page.GotoAsync(Root + path);
        return page;
    }

    /// <summary>A browser of somebody else, who is not let in but by a link.</summary>
    public async Task<IPage> OpenElsewhereAsync(string link, Action<BrowserNewContextOptions>? with = null)
    {
        var options = new BrowserNewContextOptions { Locale = "en-US" };
        with?.Invoke(options);
        IBrowserContext context = await _chromium.Browser.NewContextAsync(options);
        _contexts.Add(context);
        context.SetDefaultTimeout(Patience);
        IPage page = await context.NewPageAsync();
        Watch(page);
        await page.GotoAsync(link);
        return page;
    }

    /// <summary>Takes a folder in as a case, that has its name.</summary>
    public Task TakeAsync(string folder) => _server.TakeInAsync([folder], TestContext.Current.CancellationToken);

    /// <summary>A second tab of the same browser.</summary>
    public async Task<IPage> TabAsync(IPage beside, string path)
    {
        IPage page = await beside.Context.NewPageAsync();
        Watch(page);
        await page.GotoAsync(Root + path);
        return page;
    }

    /// <summary>Where a case's pages lie.</summary>
    public async Task<string> HomeAsync(string title)
    {
        CasePage found = await _workbench.Cases.ListAsync(new CaseQuery { Text = title });
        return $"/cases/{found.Lines.Single(line => line.Title == title).Id}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IBrowserContext context in _contexts)
        {
            await context.DisposeAsync();
        }

        await _server.DisposeAsync();
        await _workbench.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartServerAsync()
    {
        _workbench = await Workbench.OpenAsync(new WorkbenchOptions { Folder = _folder }, _clock);
        var options = new ServerOptions
        {
            Knowledge = KnowledgeLoader.BuiltIn,
            StateFolder = Path.Combine(_folder, "server"),
            Port = _port,
        };
        _server = await WorkbenchServer.StartAsync(_workbench, options, _clock);
        _port = _server.Address.Port;
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, fault) => Problems.Add($"{page.Url}: {fault}");
        page.Dialog += (_, dialog) =>
        {
            Problems.Add($"{page.Url}: dialog {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            // A page that answers "refused" is an error to the browser only; and the driver's own script may not run in the
            // frame of a mail, where none may.
            bool ours =
                message.Text.Contains("422", StringComparison.Ordinal)
                || message.Text.Contains(
                    "/notice.html' because the document's frame is sandboxed",
                    StringComparison.Ordinal
                );
            if (message.Type == "error" && !ours)
            {
                Problems.Add($"{page.Url}: {message.Text}");
            }
        };
    }
}
