using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Walks;

/// <summary>Says on the page of a case whose it is.</summary>
internal static class Owner
{
    /// <returns>The path of the client's page.</returns>
    public static async Task<string> GiveAsync(Hand hand, string client, string store)
    {
        IPage page = hand.Page;
        await hand.PressAsync(page.Locator("summary", new() { HasText = "Whose case it is" }));
        await hand.TypeAsync(page.Locator("#owner-client"), client);
        await hand.TypeAsync(page.Locator("#owner-store"), store);
        await hand.PressAsync(page.Locator("#owner").GetByRole(AriaRole.Button, new() { Name = "Keep" }));
        ILocator shown = page.Locator(".pagehead").GetByRole(AriaRole.Link, new() { Name = client });
        await Expect(shown).ToBeVisibleAsync();
        return (await shown.GetAttributeAsync("href"))!;
    }
}
