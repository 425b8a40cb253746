using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Walks;

/// <summary>A passkey instead of a password, with an authenticator that the browser plays.</summary>
public class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task A_passkey_is_made_signs_in_and_is_removed()
    {
        await using Bench bench = await Bench.StartAsync(chromium);
        IPage owner = await bench.OpenAsync("/people");
        await owner.Locator("[name=name]").FillAsync("Mara");
        await owner.Locator("[name=email]").FillAsync("mara@example.com");
        await owner.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }).ClickAsync();
        // A passkey belongs to a name; an address in figures is none.
        string link = (await owner.Locator("#invitation").InnerTextAsync()).Replace("127.0.0.1", "localhost");
        string root = new Uri(link).GetLeftPart(UriPartial.Authority);
        IPage mara = await bench.OpenElsewhereAsync(link);
        await AuthenticateAsync(mara);
        await mara.Locator("[name=password]").FillAsync("four plain words here");
        await mara.Locator("[name=again]").FillAsync("four plain words here");
        await mara.GetByRole(AriaRole.Button, new() { Name = "Enter the workbench" }).ClickAsync();

        await mara.GotoAsync(root + "/account");
        await mara.GetByLabel("What to call it").FillAsync("Laptop");
        await mara.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Expect(mara.GetByRole(AriaRole.Rowheader, new() { Name = "Laptop" })).ToBeVisibleAsync();

        await mara.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await mara.GotoAsync(root + "/knowledge");
        await mara.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await mara.WaitForURLAsync(root + "/knowledge");
        await Expect(mara.GetByRole(AriaRole.Link, new() { Name = "Mara" })).ToBeVisibleAsync();

        await mara.GotoAsync(root + "/account");
        await mara.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(mara.GetByRole(AriaRole.Rowheader, new() { Name = "Laptop" })).ToHaveCountAsync(0);
        await mara.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await mara.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(mara.GetByText("This passkey is not known here")).ToBeVisibleAsync();
        bench.Problems.ShouldBeEmpty();
    }

    private static async Task AuthenticateAsync(IPage page)
    {
        ICDPSession devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
