using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reprieve.Browser.Tests.Walks;

/// <summary>A consultant tells clients apart: whose case it is, the list of one client, what is handed on.</summary>
public class ClientTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_clients_are_told_apart(bool byMouse)
    {
        await using Bench bench = await Bench.StartAsync(chromium, "late-shipment", "inauthentic");
        IPage page = await bench.OpenAsync(await bench.HomeAsync("late-shipment"));
        Hand hand = byMouse ? new MouseHand(page) : new KeyboardHand(page);
        await Expect(page.Locator(".waiting-box")).ToHaveCountAsync(0, new() { Timeout = Bench.Patience });
        string client = await Owner.GiveAsync(hand, "Harbor Trade", "Northfold");
        await page.GotoAsync(bench.Root + await bench.HomeAsync("inauthentic"));
        await Expect(page.Locator(".waiting-box")).ToHaveCountAsync(0, new() { Timeout = Bench.Patience });
        await Owner.GiveAsync(hand, "青枫贸易", "Quillbrook");

        await page.GotoAsync(bench.Root + "/");
        await page.Locator("select[name=client]").SelectOptionAsync(new SelectOptionValue { Label = "Harbor Trade" });
        await hand.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Search" }));

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("Harbor Trade");
        IDownload sheet = await page.RunAndWaitForDownloadAsync(() =>
            hand.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "As an Excel file" }))
        );
        sheet.SuggestedFilename.ShouldBe("cases.xlsx");
        await page.GotoAsync(bench.Root + client);
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Cases" }).Locator("tbody tr")).ToHaveCountAsync(1);
        IDownload report = await page.RunAndWaitForDownloadAsync(() =>
            hand.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Report as a Word file" }))
        );
        report.SuggestedFilename.ShouldBe("report.docx");
        bench.Problems.ShouldBeEmpty();
    }
}
