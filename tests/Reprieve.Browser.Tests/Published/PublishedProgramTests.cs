using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Reprieve.Browser.Tests.Published;

/// <summary>What a seller downloads: it starts by itself, opens the browser, reads a notice, and stops well.</summary>
public sealed class PublishedProgramTests(PublishedProgram published, Chromium chromium)
    : IClassFixture<PublishedProgram>
{
    private const long LargestProgram = 160_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(Bench.Patience);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Started_without_arguments_it_opens_the_browser_takes_a_notice_and_stops_when_asked()
    {
        using Process program = published.Start();
        try
        {
            string opened = await OpenedAsync();
            opened.ShouldStartWith("http://127.0.0.1:");

            await using IBrowserContext browser = await chromium.Browser.NewContextAsync(new() { Locale = "en-US" });
            browser.SetDefaultTimeout(Bench.Patience);
            IPage page = await browser.NewPageAsync();
            await page.GotoAsync(opened);
            await page.GotoAsync(new Uri(new Uri(opened), "/new").ToString());
            await page.Locator("#files").SetInputFilesAsync(Path.Combine(Sample.Folder("late-shipment"), "notice.eml"));
            await page.Locator(".filedrop:has(#files) button[type=submit]").ClickAsync();
            await page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Late shipment rate");
            await SecondStartLeadsIntoTheFirstAsync(opened);

            await PublishedProgram.RunAsync("kill", "-TERM", program.Id.ToString(CultureInfo.InvariantCulture));
            await program.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
            program.ExitCode.ShouldBe(0, await program.StandardError.ReadToEndAsync(Cancel));
        }
        finally
        {
            if (!program.HasExited)
            {
                program.Kill(entireProcessTree: true);
            }
        }
    }

    [Fact]
    public async Task It_brings_all_that_it_needs_and_stays_within_its_size()
    {
        using Process help = published.Start("--help");
        string said = await help.StandardOutput.ReadToEndAsync(Cancel);
        await help.WaitForExitAsync(Cancel);

        help.ExitCode.ShouldBe(0, await help.StandardError.ReadToEndAsync(Cancel));
        said.ShouldContain("serve");
        string folder = Path.GetDirectoryName(published.Program)!;
        string[] expected =
        [
            "LICENSE",
            "THIRD-PARTY-NOTICES.md",
            "dotnet-LICENSE.TXT",
            "samples/late-shipment/notice.eml",
        ];
        expected.ShouldAllBe(file => File.Exists(Path.Combine(folder, file)));
        published.Size.ShouldBeLessThan(LargestProgram);
    }

    /// <summary>A newcomer who lost the window starts it again: the browser opens on the workbench that runs.</summary>
    private async Task SecondStartLeadsIntoTheFirstAsync(string opened)
    {
        using Process second = published.Start();
        string again = await OpenedAsync();
        await second.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);

        second.ExitCode.ShouldBe(0, await second.StandardError.ReadToEndAsync(Cancel));
        new Uri(again).Authority.ShouldBe(new Uri(opened).Authority);
        await using IBrowserContext other = await chromium.Browser.NewContextAsync(new() { Locale = "en-US" });
        IPage page = await other.NewPageAsync();
        (await page.GotoAsync(again))!.Status.ShouldBe(200);
    }

    /// <summary>What the browser was asked to open.</summary>
    private async Task<string> OpenedAsync() =>
        (await Task.Run(() => File.ReadAllText(published.Opened), Cancel).WaitAsync(Patience, Cancel)).Trim();
}
