using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Hazards;

public class TwoTabsTests(Chromium chromium)
{
    private const string Field = "[name='a:late_shipment.new_carrier']";

    [Fact]
    public async Task The_second_to_answer_a_question_is_told_and_neither_loses_a_word()
    {
        await using Bench bench = await Bench.StartAsync(chromium, "late-shipment");
        string answer = await bench.HomeAsync("late-shipment") + "/answer";
        IPage first = await bench.OpenAsync(answer);
        IPage second = await bench.TabAsync(first, answer);
        await TypeAsync(first, "Greenline");
        await TypeAsync(second, "Redpost");

        await SaveAsync(first);
        await Expect(first.GetByText("Saved.")).ToBeVisibleAsync();
        await SaveAsync(second);

        await Expect(second.Locator(".callout.bad")).ToContainTextAsync("Answered elsewhere");
        await Expect(second.Locator(Field)).ToHaveValueAsync("Redpost");
        await Expect(second.Locator(Field)).ToBeVisibleAsync();
        await first.ReloadAsync();
        await Expect(first.Locator("#answer-text")).ToContainTextAsync("Greenline");

        // Having been told, the second may still have it their way.
        await SaveAsync(second);
        await Expect(second.GetByText("Saved.")).ToBeVisibleAsync();
        await Expect(second.Locator("#answer-text")).ToContainTextAsync("Redpost");
        bench.Problems.ShouldBeEmpty();
    }

    private static async Task TypeAsync(IPage page, string text)
    {
        await Expect(page.Locator(".waiting-box")).ToHaveCountAsync(0);
        await page.GetByText("answers you gave").ClickAsync();
        await page.Locator(Field).FillAsync(text);
        await page.GetByLabel("Your name").FillAsync("Dana Whitlock");
    }

    private static Task SaveAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Save answers" }).ClickAsync();
}
