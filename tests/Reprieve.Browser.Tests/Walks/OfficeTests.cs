using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Walks;

/// <summary>Two consultants, three clients, and one of these on the phone: from the invitation to the sent answer.</summary>
public class OfficeTests(Chromium chromium)
{
    private const string Question = "late_shipment.new_carrier";

    [Fact]
    public async Task Everybody_does_what_is_theirs_and_sees_nothing_else()
    {
        using var files = new TemporaryFolder();
        Sample.FilesWithout("late-shipment", Question, files.Path);
        await using Bench bench = await Bench.StartAsync(chromium, "inauthentic", "second-round");
        await bench.TakeAsync(files.Path);
        string shipments = await bench.HomeAsync(Path.GetFileName(files.Path));
        IPage page = await bench.OpenAsync(shipments);
        var owner = new MouseHand(page);
        await OwnedAsync(bench, owner, shipments, "Harbor Trade", "Northfold");
        await OwnedAsync(bench, owner, await bench.HomeAsync("inauthentic"), "青枫贸易", "Quillbrook");
        await OwnedAsync(bench, owner, await bench.HomeAsync("second-round"), "Tidewater", "Brindlecove");

        IPage mara = await EnterAsync(bench, await InviteAsync(owner, bench, "Mara", "Harbor Trade"));
        IPage jonas = await EnterAsync(bench, await InviteAsync(owner, bench, "Jonas", "青枫贸易"));
        await Expect(mara.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(mara.Locator("tbody")).ToContainTextAsync("Harbor Trade");
        await Expect(jonas.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(jonas.Locator("tbody")).ToContainTextAsync("Quillbrook");

        // Mara asks her client for what is missing; the client answers on the phone, in Chinese.
        await mara.GotoAsync(bench.Root + shipments);
        await mara.GetByRole(AriaRole.Link, new() { Name = "Let the client send" }).ClickAsync();
        await mara.GetByLabel("For whom").FillAsync("Li Wei");
        await mara.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await OnThePhoneAsync(bench, await mara.Locator("#intake").InnerTextAsync());

        // She finds it in the case, and sends the answer.
        await mara.GotoAsync(bench.Root + shipments + "/answer");
        await Expect(mara.Locator("#answer-text")).ToContainTextAsync("Bluepost");
        await mara.GotoAsync(bench.Root + shipments + "/send");
        await Expect(mara.GetByText("Recorded as done by Mara")).ToBeVisibleAsync();
        await mara.GetByLabel("I have sent exactly this").CheckAsync();
        await mara.GetByRole(AriaRole.Button, new() { Name = "I sent it", Exact = true }).ClickAsync();
        await Expect(mara.GetByText("Recorded as sent.")).ToBeVisibleAsync();

        // For Jonas there is no such case.
        await jonas.GotoAsync(bench.Root + "/");
        await Expect(jonas.Locator("main")).Not.ToContainTextAsync("Harbor Trade");
        IResponse? gone = await jonas.GotoAsync(bench.Root + shipments + "/send");
        gone!.Status.ShouldBe(404);

        await page.GotoAsync(bench.Root + shipments);
        await page.Locator("summary", new() { HasText = "What happened so far" }).ClickAsync();
        await Expect(page.Locator(".timeline")).ToContainTextAsync("Li Wei (link)");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("Mara");
        bench.Problems.Where(problem => !problem.Contains("404", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task OwnedAsync(Bench bench, Hand hand, string home, string client, string store)
    {
        await hand.Page.GotoAsync(bench.Root + home);
        await Expect(hand.Page.Locator(".waiting-box")).ToHaveCountAsync(0, new() { Timeout = Bench.Patience });
        await Owner.GiveAsync(hand, client, store);
    }

    /// <returns>The link of the invitation.</returns>
    private static async Task<string> InviteAsync(Hand hand, Bench bench, string name, string client)
    {
        IPage page = hand.Page;
        await page.GotoAsync(bench.Root + "/people");
        await hand.TypeAsync(page.Locator("form[action='/people'] [name=name]"), name);
        await hand.TypeAsync(page.Locator("form[action='/people'] [name=email]"), name + "@example.com");
        await page.Locator("#client-new").SelectOptionAsync(new SelectOptionValue { Label = client });
        await hand.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Make an invitation" }));
        return await page.Locator("#invitation").InnerTextAsync();
    }

    /// <summary>Somebody on another machine takes an invitation up.</summary>
    private static async Task<IPage> EnterAsync(Bench bench, string link)
    {
        IPage page = await bench.OpenElsewhereAsync(link);
        await page.Locator("[name=password]").FillAsync("four plain words here");
        await page.Locator("[name=again]").FillAsync("four plain words here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter the workbench" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cases" })).ToBeVisibleAsync();
        return page;
    }

    private static async Task OnThePhoneAsync(Bench bench, string link)
    {
        IPage phone = await bench.OpenElsewhereAsync(
            link,
            options =>
            {
                options.Locale = "zh-CN";
                options.ViewportSize = new() { Width = 375, Height = 740 };
                options.HasTouch = true;
            }
        );
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "材料和回答" })).ToBeVisibleAsync();
        await phone
            .Locator("#files")
            .SetInputFilesAsync(Path.Combine(Sample.Folder("inauthentic"), "invoice-TF-2026-0311.pdf"));
        // The name stands in the list of uploads already: what is typed before the page comes anew would only be offered again.
        await phone.WaitForURLAsync("**/*done=added", new() { Timeout = Bench.Patience });
        await Expect(phone.GetByText("invoice-TF-2026-0311.pdf").Last)
            .ToBeVisibleAsync(new() { Timeout = Bench.Patience });
        await Expect(phone.Locator(".waiting-box")).ToHaveCountAsync(0, new() { Timeout = Bench.Patience });
        await phone.Locator($"[name='a:{Question}']").FillAsync("Bluepost");
        await phone.GetByRole(AriaRole.Button, new() { Name = "保存答复" }).ClickAsync();
        await phone.WaitForURLAsync("**/*done=saved");
        await Expect(phone.Locator(".flash")).ToBeVisibleAsync();
        int over = await phone.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        over.ShouldBeLessThanOrEqualTo(0);
    }
}
