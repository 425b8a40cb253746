using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Reprieve.Knowledge;
using Reprieve.Responses.Export;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Tests.Writing;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Export;

public sealed class ExportTests
{
    private static readonly PlanOfAction Plan = (PlanOfAction)
        new ResponseWriter(KnowledgeLoader.BuiltIn).Write(FullCases.Request("late_shipment", "carrier_pickup"));

    [Fact]
    public void The_word_document_opens_without_a_fault_and_holds_the_text()
    {
        using WordprocessingDocument docx = WordprocessingDocument.Open(new MemoryStream(File("plan.docx")), false);

        new OpenXmlValidator()
            .Validate(docx, TestContext.Current.CancellationToken)
            .Select(error => error.Description)
            .ShouldBeEmpty();
        string inner = docx.MainDocumentPart!.Document!.Body!.InnerText;
        Plan.Sentences.ShouldAllBe(sentence => inner.Contains(sentence.Text));
        docx.MainDocumentPart.Document.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.ParagraphStyleId>()
            .Count(style => style.Val == "Heading1")
            .ShouldBe(3);
        docx.PackageProperties.Creator.ShouldBeNull();
    }

    [Fact]
    public void What_was_read_in_place_of_an_answer_is_to_be_looked_at()
    {
        ResponseRequest said = FullCases.Request("late_shipment", "carrier_pickup");
        Response read = new ResponseWriter(KnowledgeLoader.BuiltIn).Write(
            said with
            {
                Notice = said.Notice with { Text = "Hello Brindlecove Goods,\n" + said.Notice.Text },
                Answers = said.Answers with { Seller = new Seller() },
            }
        );

        Todo(Plan).ShouldNotContain("Larkmoor Supply");
        Todo(read).ShouldContain("**Brindlecove Goods** (read in notice.eml; `seller.store`)");
        Todo(read).ShouldNotContain("Nothing is open");

        static string Todo(Response response) =>
            Encoding.UTF8.GetString(ResponseFiles.For(response).Single(file => file.Name == "todo.md").Content);
    }

    [Fact]
    public void The_same_answer_gives_the_same_bytes()
    {
        foreach ((OutputFile one, OutputFile other) in ResponseFiles.For(Plan).Zip(ResponseFiles.For(Plan)))
        {
            other.Name.ShouldBe(one.Name);
            other.Content.SequenceEqual(one.Content).ShouldBeTrue(one.Name);
        }
    }

    [Fact]
    public void The_ledger_leads_from_every_sentence_to_a_file_or_a_person()
    {
        Ledger ledger = Ledger.Parse(Encoding.UTF8.GetString(File("ledger.json")))!;

        ledger.Sentences.Count.ShouldBe(Plan.Sentences.Count);
        foreach (string id in ledger.Sentences.SelectMany(sentence => sentence.Facts))
        {
            Responses.Evidence.Fact fact = ledger.Facts.Single(f => f.Id == id);
            (fact.Source.File ?? fact.Source.Person).ShouldNotBeNull(id);
        }
    }

    [Fact]
    public void The_ledger_has_exactly_the_fields_of_its_schema()
    {
        using JsonDocument schema = JsonDocument.Parse(
            System.IO.File.ReadAllText(Path.Combine(SampleCases.Root, "schemas", "ledger.schema.json"))
        );
        using JsonDocument ledger = JsonDocument.Parse(File("ledger.json"));
        JsonElement properties = schema.RootElement.GetProperty("properties");

        Names(ledger.RootElement).ShouldBe(Names(properties));
        Names(ledger.RootElement.GetProperty("sentences")[0]).ShouldBe(Names(Item(properties, "sentences")));
        Names(ledger.RootElement.GetProperty("facts")[0]).ShouldBe(Names(Item(properties, "facts")));
        Names(ledger.RootElement.GetProperty("facts")[0].GetProperty("source"))
            .ShouldBe(Names(Item(properties, "facts").GetProperty("source").GetProperty("properties")));
        Names(ledger.RootElement.GetProperty("attachments")[0]).ShouldBe(Names(Item(properties, "attachments")));

        static JsonElement Item(JsonElement all, string list) =>
            all.GetProperty(list).GetProperty("items").GetProperty("properties");
        static string[] Names(JsonElement map) =>
            [.. map.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void The_order_list_is_a_pdf_under_the_name_the_text_cites()
    {
        Attachment list = Plan.Attachments.Single();

        Plan.Text.ShouldContain(list.SendAs);
        string pdf = Encoding.Latin1.GetString(File("attachments/" + list.SendAs));
        pdf.ShouldStartWith("%PDF-1.4");
        pdf.ShouldContain("111-1000040-2000040");
    }

    [Fact]
    public void Nothing_to_send_leaves_only_the_to_do_page()
    {
        var nothing = new ResponseWriter(KnowledgeLoader.BuiltIn).Write(
            FullCases.Request("late_shipment", "carrier_pickup") with
            {
                Mode = ResponseMode.Wait,
            }
        );

        ResponseFiles.For(nothing).Select(file => file.Name).ShouldBe(["todo.md"]);
    }

    [Fact]
    public void An_unedited_text_gives_way_to_the_new_one() =>
        EditedPlan.TakeIn(Ledger.Of(Plan), Plan.Text.ReplaceLineEndings("\r\n"), Plan).ShouldBeSameAs(Plan);

    [Fact]
    public void An_edited_text_is_kept_to_the_letter_with_its_own_words_unlinked()
    {
        const string own = "We also called Parcelway twice.";
        string edited = Plan.Text.Replace("1. ", $"1. {own} ", StringComparison.Ordinal);

        WrittenResponse taken = EditedPlan.TakeIn(Ledger.Of(Plan), edited, Plan);

        taken.Text.ShouldBe(edited);
        taken.Sentences.Where(s => s.Id == EditedPlan.Own).ShouldNotBeEmpty();
        taken.Sentences.Where(s => s.Id == EditedPlan.Own).ShouldAllBe(s => s.Text == own && s.Facts.Count == 0);
        taken.Sentences.Count(s => s.Facts.Count > 0).ShouldBe(Plan.Sentences.Count(s => s.Facts.Count > 0));
        taken.Sentences.ShouldAllBe(s => edited.Substring(s.Start, s.Length) == s.Text);
    }

    [Fact]
    public void What_was_taken_in_once_is_not_overwritten_the_next_time()
    {
        string edited = Plan.Text + "And one line of mine.\n";
        WrittenResponse taken = EditedPlan.TakeIn(Ledger.Of(Plan), edited, Plan);

        EditedPlan.TakeIn(Ledger.Of(taken), edited, Plan).Text.ShouldBe(edited);
    }

    private static byte[] File(string name) => ResponseFiles.For(Plan).Single(file => file.Name == name).Content;
}
