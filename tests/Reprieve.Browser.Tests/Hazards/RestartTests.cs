using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Hazards;

public class RestartTests(Chromium chromium)
{
    private const string Own = "Our own sentence, written while the program stopped.";

    [Fact]
    public async Task What_was_typed_is_offered_back_after_the_program_was_restarted_and_can_be_kept()
    {
        await using Bench bench = await Bench.StartAsync(chromium, "late-shipment");
        IPage page = await bench.OpenAsync(await bench.HomeAsync("late-shipment") + "/answer");
        await page.GetByText("Edit the text yourself").ClickAsync();
        ILocator text = page.Locator("textarea[name=text]");
        string before = await text.InputValueAsync();
        await text.FillAsync($"{before}\n{Own}\n");
        await page.WaitForFunctionAsync("() => Object.keys(sessionStorage).some(key => key.startsWith('draft:text'))");

        await bench.RestartAsync();
        await page.ReloadAsync();
        await page.GetByText("Edit the text yourself").ClickAsync();
        (await text.InputValueAsync()).ShouldBe(before);
        await page.Locator(".draft button.primary").ClickAsync();
        await Expect(text).ToHaveValueAsync($"{before}\n{Own}".Trim());

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this text" }).ClickAsync();
        await Expect(page.GetByText("Your text is kept.")).ToBeVisibleAsync();
        await Expect(page.Locator("#answer-text")).ToContainTextAsync(Own);
        await Expect(page.Locator(".draft")).ToHaveCountAsync(0);
        // While the program was down the page may have asked it to check the text.
        bench
            .Problems.Where(problem => !problem.Contains("ERR_CONNECTION_REFUSED", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
