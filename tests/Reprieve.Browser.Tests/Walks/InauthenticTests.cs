using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Walks;

public class InauthenticTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_case_with_papers_opens_and_names_what_is_wrong_with_them(bool script)
    {
        await using Bench bench = await Bench.StartAsync(chromium);
        IPage page = await bench.OpenAsync("/new", options => options.JavaScriptEnabled = script);
        await page.Locator("#files").SetInputFilesAsync(Directory.GetFiles(Sample.Folder("inauthentic")));
        await page.Locator(".filedrop:has(#files) button[type=submit]").ClickAsync();

        await page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));
        await Expect(page.Locator("main")).ToContainTextAsync("Suspected inauthentic items");
        await Expect(page.Locator("main")).ToContainTextAsync("invoice-TF-2026-0311.pdf");

        await page.Locator("nav.steps a").Filter(new() { HasText = "Review" }).ClickAsync();
        await Expect(page.Locator("#papers")).ToContainTextAsync("invoice-TF-2026-0727.pdf");
        await page.Locator("nav.steps a").Filter(new() { HasText = "Answer" }).ClickAsync();
        await Expect(page.Locator("#answer-text details").First).ToBeVisibleAsync();
        bench.Problems.ShouldBeEmpty();
    }
}
