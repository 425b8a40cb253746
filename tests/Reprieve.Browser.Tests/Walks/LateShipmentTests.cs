using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Walks;

/// <summary>From the notice to Amazon's refusal, as a seller goes.</summary>
public class LateShipmentTests(Chromium chromium)
{
    private const string Question = "late_shipment.new_carrier";

    private const string Refusal = """
        Hello,

        Thank you for your appeal. We reviewed your account and the information you provided, and we have decided that
        your account may not be reactivated at this time.

        Please send us a revised plan of action that explains the steps you have taken to prevent late shipments.

        The Amazon.com Seller Performance Team
        """;

    [Fact]
    public async Task Goes_the_whole_way_by_mouse()
    {
        await using Bench bench = await Bench.StartAsync(chromium);
        await GoAsync(new MouseHand(await bench.OpenAsync()));
        bench.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Goes_the_whole_way_by_keyboard_alone()
    {
        await using Bench bench = await Bench.StartAsync(chromium);
        await GoAsync(new KeyboardHand(await bench.OpenAsync()));
        bench.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Goes_the_whole_way_without_script()
    {
        await using Bench bench = await Bench.StartAsync(chromium);
        await GoAsync(new MouseHand(await bench.OpenAsync(with: options => options.JavaScriptEnabled = false)));
    }

    private static async Task GoAsync(Hand hand)
    {
        IPage page = hand.Page;
        using var files = new TemporaryFolder();
        await hand.PressAsync(Link(page.GetByRole(AriaRole.Navigation).First, "New case"));
        await hand.ChooseFilesAsync(page.Locator("#files"), Sample.FilesWithout("late-shipment", Question, files.Path));
        await hand.PressAsync(page.Locator(".filedrop:has(#files) button[type=submit]"));

        await page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));
        await Expect(page.Locator(".next h2")).ToHaveTextAsync("Answer one question that only you can answer");
        await Expect(page.Locator("main")).ToContainTextAsync("Account deactivated");
        await Expect(page.Locator(".due .left")).ToHaveTextAsync("4 days left");

        await hand.PressAsync(Step(page, "Why"));
        await Expect(page.Locator("mark").Filter(new() { HasText = "within 7 days" })).ToBeVisibleAsync();

        await hand.PressAsync(Step(page, "Review"));
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("Late shipment rate");
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync("missed");

        await hand.PressAsync(Step(page, "Answer"));
        await hand.TypeAsync(page.Locator($"[name='a:{Question}']"), "Bluepost");
        await hand.TypeAsync(page.GetByLabel("Your name"), "Dana Whitlock");
        await hand.PressAsync(Button(page, "Save answers"));
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await Expect(page.Locator("#answer-text")).ToContainTextAsync("Bluepost");

        await SendAsync(hand);
        await hand.TypeAsync(page.GetByLabel("Text of Amazon's answer"), Refusal);
        await hand.PressAsync(Button(page, "Read it"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What to do now" })).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Prevention");
    }

    private static async Task SendAsync(Hand hand)
    {
        IPage page = hand.Page;
        await hand.PressAsync(Step(page, "Send"));
        await Expect(page.Locator("#plan")).ToContainTextAsync("Bluepost");
        await hand.TickAsync(page.GetByLabel("I have sent exactly this"));
        await hand.PressAsync(Button(page, "I sent it"));
        await Expect(page.GetByText("Recorded as sent.")).ToBeVisibleAsync();
        await page.WaitForURLAsync(url => url.Contains("/decision", StringComparison.Ordinal));
    }

    private static ILocator Link(ILocator within, string name) =>
        within.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static ILocator Step(IPage page, string name) =>
        page.Locator("nav.steps").GetByRole(AriaRole.Link).Filter(new() { HasText = name });

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
