using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Walks;

/// <summary>The list of cases by keys alone.</summary>
public class BoardKeysTests(Chromium chromium)
{
    [Fact]
    public async Task The_keys_of_the_list_move_open_search_and_explain_and_leave_typing_alone()
    {
        await using Bench bench = await Bench.StartAsync(chromium, "late-shipment", "inauthentic");
        IPage page = await bench.OpenAsync();
        ILocator rows = page.Locator("tbody th a");
        ILocator search = page.Locator("input[name=q]");
        ILocator keys = page.GetByRole(AriaRole.Dialog);
        await Expect(rows).ToHaveCountAsync(2);

        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("/");
        await Expect(search).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("jk/?");
        await Expect(search).ToHaveValueAsync("jk/?");
        await Expect(keys).ToBeHiddenAsync();

        await search.FillAsync("");
        await search.BlurAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(keys).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(0)).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(keys).ToBeHiddenAsync();

        await rows.Nth(0).FocusAsync();
        string? first = await rows.Nth(0).GetAttributeAsync("href");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(bench.Root + first);
        bench.Problems.ShouldBeEmpty();
    }
}
