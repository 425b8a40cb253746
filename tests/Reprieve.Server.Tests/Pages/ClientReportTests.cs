using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Server.Pages;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Pages;

public sealed class ClientReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 2, 15, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_what_is_needed_of_the_client_and_by_when()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenCaseAsync(Path.Combine(RunningServer.Sample("late-shipment"), "notice.eml"));
        using (
            await server.PostAsync(path + "/client", ("client", "Harbor Trade"), ("store", "Northfold"), ("was", ""))
        ) { }

        string clients = await server.PageAsync("/clients");
        string before = clients[..clients.IndexOf("\">Harbor Trade</a>", StringComparison.Ordinal)];
        byte[] file = await server.Browser.GetByteArrayAsync(
            new Uri(before[(before.LastIndexOf('"') + 1)..] + "/report.docx", UriKind.Relative),
            Cancel
        );

        using WordprocessingDocument document = Open(file);
        new OpenXmlValidator().Validate(document, Cancel).ShouldBeEmpty();
        List<string> lines = Lines(document);
        lines[0].ShouldBe("Harbor Trade: how the cases stand");
        lines.ShouldContain(line => line.Contains("In hand: 1, with Amazon: 0, closed: 0", StringComparison.Ordinal));
        lines.ShouldContain(line =>
            line.StartsWith("Northfold · amazon.com · Late shipment", StringComparison.Ordinal)
        );
        lines.ShouldContain(line => line.Contains("We are waiting for you.", StringComparison.Ordinal));
        lines.ShouldContain("What we need from you:");
        lines.ShouldContain(line => line.StartsWith("•What made the orders late?", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("By ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_case_that_cannot_be_read_is_told_from_what_is_known_of_it()
    {
        CaseLine line = Line("=1+1 \u0001 青枫", CaseStage.Preparing);

        using WordprocessingDocument document = Open(Report().Of("Harbor Trade", [(line, null)], 3, 2));

        new OpenXmlValidator().Validate(document, Cancel).ShouldBeEmpty();
        List<string> lines = Lines(document);
        lines.ShouldContain("=1+1  青枫");
        lines.ShouldContain(one => one.Contains("Open questions when it was read last: 4", StringComparison.Ordinal));
        lines.ShouldContain(one => one.Contains("In hand: 3, with Amazon: 0, closed: 3", StringComparison.Ordinal));
        lines.ShouldContain("2 more cases are not told here.");
    }

    [Fact]
    public void What_lies_with_amazon_asks_nothing_of_the_client()
    {
        using WordprocessingDocument document = Open(
            Report().Of("Harbor Trade", [(Line("sent", CaseStage.Sent), null)], 0, 0)
        );

        List<string> lines = Lines(document);
        lines.ShouldContain(one => one.Contains("We are waiting for Amazon's answer.", StringComparison.Ordinal));
        lines.ShouldNotContain(one => one.StartsWith("By ", StringComparison.Ordinal));
        lines.ShouldNotContain(one => one.Contains("need", StringComparison.Ordinal));
    }

    private static ClientReport Report() => new(line => line.Summary.Store, KnowledgeLoader.BuiltIn, Now);

    private static CaseLine Line(string title, CaseStage stage) =>
        new(
            new CaseId(Guid.NewGuid()),
            title,
            stage,
            new CaseSummary
            {
                Reasons = ["late_shipment"],
                Questions = 4,
                Due = Now.AddDays(4),
                Store = "Northfold",
            },
            Now,
            1
        );

    private static WordprocessingDocument Open(byte[] file) =>
        WordprocessingDocument.Open(new MemoryStream(file), false);

    private static List<string> Lines(WordprocessingDocument document) =>
        [.. document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)];
}
