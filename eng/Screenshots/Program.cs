using Microsoft.Playwright;
using Reprieve.Browser.Tests;
using Reprieve.Browser.Tests.Walks;
using Reprieve.Knowledge;
using Reprieve.Server.Hosting;
using Reprieve.Storage;
using Reprieve.Testing;

// Usage: Screenshots [FOLDER]    photographs the workbench with the samples, for README and docs (default docs/images).
const int Width = 1100;
const int Height = 820;
const int Phone = 390;
string images = args.Length > 0 ? args[0] : Path.Combine(Repository.Root, "docs", "images");
Directory.CreateDirectory(images);
DirectoryInfo data = Directory.CreateTempSubdirectory("reprieve-screenshots-");
try
{
    var clock = new SetClock(SetClock.Autumn);
    await using Workbench workbench = await Workbench.OpenAsync(new WorkbenchOptions { Folder = data.FullName }, clock);
    var options = new ServerOptions
    {
        Knowledge = KnowledgeLoader.BuiltIn,
        StateFolder = Path.Combine(data.FullName, "server"),
    };
    await using WorkbenchServer server = await WorkbenchServer.StartAsync(workbench, options, clock);
    string[] samples =
    [
        .. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples")).Order(StringComparer.Ordinal),
    ];
    await server.TakeInAsync(samples, CancellationToken.None);
    await PhotographAsync(server.Address, clock);
}
finally
{
    data.Delete(recursive: true);
}

return 0;

async Task PhotographAsync(Uri address, SetClock clock)
{
    using IPlaywright driver = await Playwright.CreateAsync();
    await using IBrowser browser = await driver.Chromium.LaunchAsync(
        new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] }
    );
    await using IBrowserContext first = await browser.NewContextAsync();
    IPage page = await first.NewPageAsync();
    await page.GotoAsync(address.ToString());
    string home = (await page.Locator("th a", new() { HasText = "late-shipment" }).GetAttributeAsync("href"))!;
    string session = await first.StorageStateAsync();
    string root = address.GetLeftPart(UriPartial.Authority);
    (string Name, string Path, string Locale, ColorScheme Scheme)[] shots =
    [
        ("cases", "/", "en-US", ColorScheme.Light),
        ("first-hour", home, "en-US", ColorScheme.Light),
        ("first-hour.zh", home, "zh-CN", ColorScheme.Light),
        ("first-hour.dark", home, "en-US", ColorScheme.Dark),
        ("why", home + "/why", "en-US", ColorScheme.Light),
        ("review", home + "/review", "en-US", ColorScheme.Light),
        ("orders", home + "/orders/late_shipment_rate_30d-merchant", "en-US", ColorScheme.Light),
        ("answer", home + "/answer", "en-US", ColorScheme.Light),
        ("answer.zh", home + "/answer", "zh-CN", ColorScheme.Dark),
        ("send", home + "/send", "en-US", ColorScheme.Light),
    ];
    foreach ((string name, string path, string locale, ColorScheme scheme) in shots)
    {
        await ShootAsync(name, root + path, locale, scheme);
    }

    // Last, since a seller alone sees nothing of clients.
    foreach ((string sample, string client, string store) in Clients)
    {
        await page.GotoAsync(root);
        await page.Locator("th a", new() { HasText = sample }).ClickAsync();
        await Owner.GiveAsync(new MouseHand(page), client, store);
    }

    await ShootAsync("clients", root, "en-US", ColorScheme.Light);
    await InviteAsync(page, root);
    await ShootAsync("people", root + "/people", "en-US", ColorScheme.Light);
    await page.GotoAsync(root + home + "/intake");
    await page.Locator("[name=name]").FillAsync("Li Wei");
    await page.Locator("form[action$='/intake'] button").ClickAsync();
    string link = await page.Locator("#intake").InnerTextAsync();
    await ShootAsync("intake.zh", link, "zh-CN", ColorScheme.Light, isPhone: true);

    async Task ShootAsync(string name, string url, string locale, ColorScheme scheme, bool isPhone = false)
    {
        await using IBrowserContext context = await browser.NewContextAsync(
            new()
            {
                // A client on the phone is not let in but by the link.
                StorageState = isPhone ? null : session,
                Locale = locale,
                ColorScheme = scheme,
                ViewportSize = new() { Width = isPhone ? Phone : Width, Height = Height },
            }
        );
        await context.Clock.SetFixedTimeAsync(clock.GetUtcNow().UtcDateTime);
        IPage shown = await context.NewPageAsync();
        await shown.GotoAsync(url);
        await Assertions.Expect(shown.Locator(".waiting-box")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await shown.ScreenshotAsync(new() { Path = Path.Combine(images, name + ".png") });
        Console.WriteLine(Path.Combine(images, name + ".png"));
    }
}

static async Task InviteAsync(IPage page, string root)
{
    foreach ((string name, string client) in new[] { ("Mara", "Harbor Trade"), ("Jonas", "Qingfeng Trading") })
    {
        await page.GotoAsync(root + "/people");
        await page.Locator("form[action='/people'] [name=name]").FillAsync(name);
        await page.Locator("form[action='/people'] [name=email]").FillAsync(name.ToLowerInvariant() + "@example.com");
        await page.Locator("#client-new").SelectOptionAsync(new SelectOptionValue { Label = client });
        await page.Locator("form[action='/people'] button").ClickAsync();
    }
}

internal sealed partial class Program
{
    private static readonly (string Sample, string Client, string Store)[] Clients =
    [
        ("late-shipment", "Harbor Trade", "Northfold Goods"),
        ("inauthentic", "Qingfeng Trading", "Quillbrook Home"),
        ("second-round", "Qingfeng Trading", "Tealfern Kitchen"),
    ];
}
