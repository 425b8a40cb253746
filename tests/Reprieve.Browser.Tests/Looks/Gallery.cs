using Microsoft.Playwright;
using Reprieve.Browser.Tests.Walks;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Looks;

/// <summary>A workbench with all sample cases, to look at every page.</summary>
public sealed class Gallery(Chromium chromium) : IAsyncLifetime
{
    private static readonly string[] Steps = ["", "/why", "/review", "/answer", "/send", "/decision"];
    private Bench? _bench;
    private string _client = "";
    private string _link = "";

    internal Bench Bench => _bench ?? throw new InvalidOperationException("There is no browser.");

    /// <summary>Starts it, or skips the test where there is no browser. One case has a client.</summary>
    internal async Task<Bench> ReadyAsync()
    {
        if (_bench is null)
        {
            _bench = await Bench.StartAsync(chromium, [.. Sample.Names]);
            IPage page = await _bench.OpenAsync(await _bench.HomeAsync("late-shipment"));
            await Expect(page.Locator(".waiting-box")).ToHaveCountAsync(0);
            var hand = new MouseHand(page);
            _client = await Owner.GiveAsync(hand, "Harbor Trade", "Northfold");
            await page.GotoAsync(_bench.Root + "/people");
            await hand.TypeAsync(page.Locator("[name=name]"), "马岚");
            await hand.TypeAsync(page.Locator("[name=email]"), "mara@example.com");
            await hand.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }));
            await Expect(page.Locator("#invitation")).ToBeVisibleAsync();
            await page.GotoAsync(_bench.Root + await _bench.HomeAsync("inauthentic") + "/intake");
            await hand.TypeAsync(page.Locator("[name=name]"), "Li Wei");
            await hand.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }));
            _link = new Uri(await page.Locator("#intake").InnerTextAsync()).AbsolutePath;
        }

        return _bench;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_bench is not null)
        {
            await _bench.DisposeAsync();
        }
    }

    /// <summary>The paths of all pages.</summary>
    internal async Task<IReadOnlyList<string>> PathsAsync()
    {
        List<string> paths =
        [
            "/",
            "/new",
            "/knowledge",
            "/knowledge/metrics/late_shipment_rate_30d",
            "/settings",
            "/tokens",
            "/clients",
            _client,
            "/people",
            "/sign-in",
            "/welcome?token=old",
            _link,
            "/there-is-no-such-page",
        ];
        foreach (string name in Sample.Names)
        {
            string home = await Bench.HomeAsync(name);
            paths.AddRange(Steps.Select(step => home + step));
            paths.Add(home + "/answer/versions");
            paths.Add(home + "/intake");
        }

        paths.Add(await Bench.HomeAsync("late-shipment") + "/orders/late_shipment_rate_30d-merchant");
        return paths;
    }

    /// <summary>Goes to a page and waits until it is read; what is folded is opened.</summary>
    internal async Task ShowAsync(IPage page, string path)
    {
        await page.GotoAsync(Bench.Root + path);
        await Expect(page.Locator(".waiting-box")).ToHaveCountAsync(0);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => (d.open = true))");
    }
}
