using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Hazards;

/// <summary>A report of 60 MB over a slow line.</summary>
public class LargeUploadTests(Chromium chromium)
{
    private const int Bytes = 60_000_000;
    private const int SlowBytesPerSecond = 4_000_000;

    [Fact]
    public async Task Its_progress_is_shown_it_can_be_cancelled_and_sent_again()
    {
        using var folder = new TemporaryFolder();
        string report = await ReportAsync(folder.Path);
        await using Bench bench = await Bench.StartAsync(chromium, "late-shipment");
        IPage page = await bench.OpenAsync(await bench.HomeAsync("late-shipment"));
        ICDPSession line = await SlowAsync(page);
        await page.Locator("#files input[type=file]").SetInputFilesAsync(report);

        ILocator row = page.Locator(".files li");
        await page.WaitForFunctionAsync("() => document.querySelector('.files progress')?.value > 0.05");
        await Expect(row.Locator(".note")).ToContainTextAsync("%");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(row.Locator(".note")).ToHaveTextAsync("Cancelled");

        await line.DetachAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("#files .more")).Not.ToContainTextAsync("all-orders.txt");
        await page.Locator("#files input[type=file]").SetInputFilesAsync(report);
        await Expect(page.Locator(".flash")).ToContainTextAsync("Added.");
        await Expect(page.Locator("#files .more")).ToContainTextAsync("all-orders.txt");
        bench.Problems.ShouldBeEmpty();
    }

    private static async Task<ICDPSession> SlowAsync(IPage page)
    {
        ICDPSession line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 0,
                ["downloadThroughput"] = -1,
                ["uploadThroughput"] = SlowBytesPerSecond,
            }
        );
        return line;
    }

    /// <summary>The sample's orders again and again: what is the same counts once.</summary>
    private static async Task<string> ReportAsync(string folder)
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(Sample.Folder("late-shipment"), "orders.txt"));
        string path = Path.Combine(folder, "all-orders.txt");
        await using var report = new StreamWriter(path);
        await report.WriteLineAsync(lines[0]);
        long written = 0;
        while (written < Bytes)
        {
            foreach (string line in lines.Skip(1))
            {
                await report.WriteLineAsync(line);
                written += line.Length + 1;
            }
        }

        return path;
    }
}
