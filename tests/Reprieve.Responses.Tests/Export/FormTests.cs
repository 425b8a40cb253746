using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Export;
using Reprieve.Responses.Tests.Writing;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Export;

public sealed class FormTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.BuiltIn;

    [Theory]
    [InlineData("Your answer may have up to 2,000 characters.", 2000)]
    [InlineData("Höchstens 4.000 Zeichen.", 4000)]
    [InlineData("请不要超过1500个字符。", 1500)]
    [InlineData("1,000文字以内でご記入ください。", 1000)]
    [InlineData("Each box takes 500 characters, the whole 2000 characters.", 500)]
    [InlineData("Send the invoices of the last 365 days.", null)]
    public void The_length_is_read_from_the_notice(string notice, int? characters) =>
        Limits("late_shipment", notice).Characters.ShouldBe(characters);

    [Theory]
    [InlineData("Files of up to 7.5 MB, as .pdf, .jpg or .png.", 7.5, "pdf jpg png")]
    [InlineData("Attach PDF, JPEG or GIF files.", null, "pdf jpeg gif")]
    [InlineData("Attach the invoice (for instance invoice.pdf).", null, "pdf jpg jpeg png gif")]
    public void Types_and_size_of_files_are_read_from_the_notice(string notice, double? megabytes, string types)
    {
        FormLimits limits = Limits("late_shipment", notice);

        limits.FileMegabytes.ShouldBe(megabytes);
        limits.FileTypes.ShouldBe(types.Split(' '));
    }

    [Fact]
    public void What_the_notice_leaves_out_is_taken_from_the_form_of_the_reason() =>
        Limits("identity_verification", "Send your documents.").FileMegabytes.ShouldBe(10);

    [Fact]
    public void An_entry_of_ones_own_sets_the_length_of_the_box()
    {
        KnowledgeBase own = Knowledge with
        {
            Forms =
            [
                .. Knowledge.Forms.Select(form => form.Reasons.Count == 0 ? form with { BoxCharacters = 300 } : form),
            ],
        };
        ResponseRequest request = FullCases.Request("late_shipment", "carrier_pickup");
        var plan = (WrittenResponse)new ResponseWriter(own).Write(request);

        string[] problems = [.. FormFit.Problems(plan, FormLimits.Of(request.Notice, own), _ => null)];

        (PlanSection Section, int Characters)[] over = [.. FormFit.Boxes(plan).Where(box => box.Characters > 300)];
        over.ShouldNotBeEmpty();
        problems.Length.ShouldBe(over.Length);
    }

    [Fact]
    public void The_parts_are_counted_as_they_are_pasted()
    {
        var plan = (WrittenResponse)new ResponseWriter(Knowledge).Write(FullCases.Request("late_shipment", "staffing"));
        string[] parts = plan.Text.Split("\n\n");
        string causes = parts[Array.FindIndex(parts, part => part.StartsWith("Root cause", StringComparison.Ordinal))];

        FormFit.Boxes(plan)[0].ShouldBe((PlanSection.RootCause, causes.Length - "Root cause\n".Length));
    }

    [Fact]
    public void A_file_of_another_type_or_too_large_is_named()
    {
        ResponseRequest request = FullCases.Request("inauthentic", "packaging");
        var plan = (WrittenResponse)new ResponseWriter(Knowledge).Write(request);
        var limits = new FormLimits(100, null, ["png"], 1);

        string[] problems = [.. FormFit.Problems(plan, limits, _ => 2 * 1024 * 1024)];

        problems.Length.ShouldBe(1 + (2 * plan.Attachments.Count));
        problems[0].ShouldContain("100");
        problems[1].ShouldContain(plan.Attachments[0].SendAs);
    }

    private static FormLimits Limits(string reason, string notice) =>
        FormLimits.Of(
            FullCases.Request(reason, "").Notice with
            {
                Text = notice,
                Reasons = [new StatedReason(reason, 0.9, [])],
            },
            Knowledge
        );
}
