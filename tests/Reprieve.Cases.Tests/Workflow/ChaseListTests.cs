using System.Text;
using Reprieve.Cases.Workflow;
using Reprieve.Documents;
using Reprieve.Knowledge;

namespace Reprieve.Cases.Tests.Workflow;

/// <summary>The chase list of a case whose notice asks for invoices of one product.</summary>
public sealed class ChaseListTests : IDisposable
{
    private const string Notice = """
        From: Amazon.com <seller-performance@amazon.com>
        Subject: Your Amazon.com listing has been removed
        Date: Tue, 1 Sep 2026 10:00:00 -0700

        Hello,

        We removed your listing because we received complaints about the authenticity of the product.

        To reactivate your listing, please send us copies of invoices or receipts from your supplier issued in the last
        365 days. These should reflect your sales volume during that time. Please send them within 17 days.

        ASIN: B0ZQB2L6MK

        Sincerely,
        Seller Performance Team
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-chase-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Dictionary<string, string> Files(params IReadOnlyList<Document> documents)
    {
        File.WriteAllText(Path.Combine(_folder, "notice.eml"), Notice.ReplaceLineEndings("\r\n"));
        KnowledgeBase knowledge = KnowledgeLoader.BuiltIn;
        CaseWork work = new ReadCase(knowledge, TimeProvider.System).Open(
            CasePaths.Of(_folder),
            cancel: TestContext.Current.CancellationToken
        );
        work = new AnswerCase(knowledge, TimeProvider.System).Answer(work with { Documents = documents });
        return ChaseList
            .Files(work, knowledge)
            .ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Content));
    }

    private static Document Paper(DocumentKind kind, params DocumentFinding[] findings) =>
        new()
        {
            Path = "papers/from-supplier.pdf",
            Sha256 = new string('a', 64),
            Kind = kind,
            Pages = 1,
            HasText = true,
            Findings = findings,
        };

    [Fact]
    public void A_paper_that_is_missing_is_open_and_comes_with_a_message_to_the_supplier()
    {
        Dictionary<string, string> files = Files();

        files[ChaseList.Name].ShouldContain("open");
        files[ChaseList.Name].ShouldContain("2026-09-18");
        files[ChaseList.Name].ShouldContain("requests/invoices.txt");
        files["requests/invoices.txt"].ShouldContain("B0ZQB2L6MK");
        files["requests/invoices.txt"].ShouldContain("2025-09-01");
    }

    [Fact]
    public void A_good_paper_is_accepted_and_nobody_is_asked()
    {
        Dictionary<string, string> files = Files(Paper(DocumentKind.Invoice));

        files.Keys.ShouldBe([ChaseList.Name]);
        files[ChaseList.Name].ShouldContain("[x]");
        files[ChaseList.Name].ShouldContain("papers/from-supplier.pdf");
    }

    [Fact]
    public void A_proforma_is_refused_with_its_reason_and_the_invoice_is_asked_for()
    {
        Dictionary<string, string> files = Files(
            Paper(DocumentKind.Proforma, new DocumentFinding("DOC-06", Severity.Block, "This is a pro-forma invoice."))
        );

        files[ChaseList.Name].ShouldContain("not good enough");
        files[ChaseList.Name].ShouldContain("This is a pro-forma invoice.");
        files.Keys.ShouldContain("requests/invoices.txt");
    }
}
