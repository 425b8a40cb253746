using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Testing;

namespace Reprieve.Cases.Tests.Workflow;

public sealed class ReadCaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reprieve-read-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_paper_that_is_no_notice_is_none_also_where_there_is_no_other_message()
    {
        string invoice = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "samples", "inauthentic"), "*.pdf")
            .First();
        File.Copy(invoice, Path.Combine(_folder.FullName, "invoice.pdf"));

        Should.Throw<CaseException>(Read);
    }

    [Fact]
    public void A_notice_that_was_printed_into_a_pdf_is_the_message_and_no_paper()
    {
        Printed.Pdf(
            Path.Combine(_folder.FullName, "scan.pdf"),
            "Your Amazon.com seller account has been deactivated.",
            "Your late shipment rate is above 4%.",
            "Submit a plan of action within 7 days.",
            "Seller Performance Team"
        );

        CaseWork work = Read();

        work.Notice.Source.ShouldBe("scan.pdf");
        work.Notice.Reasons.Select(reason => reason.Code).ShouldBe(["late_shipment"]);
        work.Contents.Documents.ShouldBeEmpty();
        work.Contents.Messages.ShouldBe(["scan.pdf"]);
    }

    [Fact]
    public void Where_there_is_a_message_papers_stay_papers()
    {
        Printed.Pdf(Path.Combine(_folder.FullName, "scan.pdf"), "Your Amazon.com seller account has been deactivated.");
        File.WriteAllText(
            Path.Combine(_folder.FullName, "notice.txt"),
            "Hello,\n\nYour Amazon.com seller account has been deactivated. Your late shipment rate is above 4%."
        );

        CaseWork work = Read();

        work.Notice.Source.ShouldBe("notice.txt");
        work.Contents.Documents.ShouldBe(["scan.pdf"]);
    }

    private CaseWork Read() =>
        new ReadCase(KnowledgeLoader.BuiltIn, TimeProvider.System).Open(CasePaths.Of(_folder.FullName));
}
