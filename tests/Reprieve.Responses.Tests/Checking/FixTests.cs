using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;

namespace Reprieve.Responses.Tests.Checking;

public sealed class FixTests : IDisposable
{
    private static readonly ResponseChecker Checker = new(KnowledgeLoader.BuiltIn);

    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-fix").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("On 4 May 2026 we closed the listing!!!", "On 4 May 2026 we closed the listing!")]
    [InlineData("2026年5月4日，我们已关闭商品！！", "2026年5月4日，我们已关闭商品！")]
    [InlineData("Please, please look at the attached invoice.", "Please look at the attached invoice.")]
    [InlineData("Dear Sir or Madam,\n\nWe closed the listing.", "\nWe closed the listing.")]
    [InlineData("We closed the listing.  \nIt is gone.\t", "We closed the listing.\nIt is gone.")]
    [InlineData(
        "We have closed B0TEST0001 (https://drive.google.com/file/4) on 4 May.",
        "We have closed B0TEST0001 on 4 May."
    )]
    [InlineData(
        "The list of the orders is here:\nhttps://dropbox.com/s/4\nIt has 41 rows.",
        "The list of the orders is here:\nIt has 41 rows."
    )]
    [InlineData(
        "Northpost took them. WE HAVE CLOSED THE LISTING OF ASIN B0TEST0001 AND TOLD NORTHPOST!",
        "Northpost took them. We have closed the listing of ASIN B0TEST0001 and told Northpost."
    )]
    [InlineData("On 4 May we recieved the goods in the hall.", "On 4 May we received the goods in the hall.")]
    [InlineData("We closed the the listing on 4 May of this year.", "We closed the listing on 4 May of this year.")]
    public void A_safe_edit_is_offered(string text, string mended)
    {
        CheckReport report = Checker.Check(text, new CheckRequest());

        SafeEdit.Apply(text, report.Edits).ShouldBe(mended);
        report.Edits.ShouldAllBe(edit => edit.Message.Length > 0);
    }

    [Theory]
    [InlineData("Please find attached the two invoices. Please reinstate the listing.")]
    [InlineData("The parcel can be followed at https://northpost.example/4471 until 4 June.")]
    [InlineData("ROOT CAUSE OF THE LATE SHIPMENTS IN MAY\nThe driver came at 15:30.")]
    [InlineData("A buyer wrote: \"recieved the the wrong one\".")]
    [InlineData("Sehr geehrte Damen und Herren,\nam 4. Mai haben wir das Angebot geschlossen.")]
    [InlineData("The page (https://sellercentral.amazon.com/help/4) says so.")]
    public void What_may_matter_is_left_alone(string text) =>
        Checker.Check(text, new CheckRequest()).Edits.ShouldBeEmpty();

    [Fact]
    public void Good_answers_are_left_as_they_are()
    {
        foreach (RuleCase answer in RuleCase.In("answers"))
        {
            Checker.Check(answer.Text, answer.Request).Edits.ShouldBeEmpty(answer.Title);
        }
    }

    [Fact]
    public void No_edit_adds_or_loses_a_figure()
    {
        foreach (RuleCase text in RuleCase.All())
        {
            CheckReport report = Checker.Check(text.Text, text.Request);

            Digits(SafeEdit.Apply(text.Text, report.Edits.Where(edit => edit.Rule != "REF-01")))
                .ShouldBe(Digits(text.Text), text.Title);
        }

        static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
    }

    [Fact]
    public void The_diff_is_what_diff_u_prints()
    {
        string text = "one  \ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\nDear Sir\neleven!!\n";
        SafeEdit[] edits =
        [
            new("LNG-02", 3, 2, "  ", "", "blanks"),
            new("STR-05", text.IndexOf("Dear", StringComparison.Ordinal), 9, "Dear Sir\n", "", "greeting"),
            new("LNG-01", text.IndexOf("!!", StringComparison.Ordinal), 2, "!!", "!", "marks"),
        ];

        UnifiedDiff
            .Of("a.txt", "b.txt", text, edits)
            .ShouldBe(
                "--- a.txt\n+++ b.txt\n@@ -1,4 +1,4 @@\n-one  \n+one\n two\n three\n four\n"
                    + "@@ -8,5 +8,4 @@\n eight\n nine\n ten\n-Dear Sir\n-eleven!!\n+eleven!\n"
            );
    }

    [Fact]
    public void A_copy_is_written_beside_and_the_original_stays()
    {
        string path = Path.Combine(_folder, "plan.txt");
        File.WriteAllText(path, "We closed the listing!!\n");
        IReadOnlyList<SafeEdit> edits = Checker.Check(PlanTextReader.Read(path), new CheckRequest()).Edits;

        string first = FixedCopy.Write(path, edits);
        string second = FixedCopy.Write(path, edits);

        Path.GetFileName(first).ShouldBe("plan.fixed.txt");
        Path.GetFileName(second).ShouldBe("plan.fixed-2.txt");
        File.ReadAllText(first).ShouldBe("We closed the listing!\n");
        File.ReadAllText(path).ShouldBe("We closed the listing!!\n");
    }

    [Fact]
    public void A_word_file_keeps_its_runs()
    {
        string path = Path.Combine(_folder, "plan.docx");
        using (var document = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(
                new Body(
                    new Paragraph(
                        new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }),
                        new Run(new Text("Actions taken"))
                    ),
                    new Paragraph(
                        new Run(
                            new RunProperties(new Bold()),
                            new Text("We closed the listing!") { Space = SpaceProcessingModeValues.Preserve }
                        ),
                        new Run(new Text("!! Please, ") { Space = SpaceProcessingModeValues.Preserve }),
                        new Run(new Text("please look at it."))
                    )
                )
            );
        }

        byte[] before = File.ReadAllBytes(path);
        IReadOnlyList<SafeEdit> edits = Checker.Check(PlanTextReader.Read(path), new CheckRequest()).Edits;

        string copy = FixedCopy.Write(path, edits);

        PlanTextReader.Read(copy).ShouldBe("# Actions taken\nWe closed the listing! Please look at it.\n");
        File.ReadAllBytes(path).ShouldBe(before);
        using WordprocessingDocument fixedCopy = WordprocessingDocument.Open(copy, isEditable: false);
        fixedCopy.MainDocumentPart!.Document!.Descendants<Bold>().ShouldHaveSingleItem();
    }
}
