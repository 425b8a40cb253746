using Reprieve.Cases.Corrections;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Tests.Corrections;

public sealed class CorrectionTests : IDisposable
{
    private const string Notice =
        "Hello,\n\nYour Amazon.com seller account has been deactivated. Your late shipment rate is above 4%. "
        + "To reactivate your account, submit a plan of action within 7 days that explains the root cause, "
        + "the actions you have taken and how you will prevent it.\n\nSeller Performance Team\namazon.com";

    private static readonly DateOnly Today = new(2026, 10, 2);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reprieve-corrections-");
    private readonly CasePaths _paths;

    public CorrectionTests()
    {
        _paths = CasePaths.Of(_folder.FullName);
        File.WriteAllText(Path.Combine(_paths.Folder, "notice.txt"), Notice);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_correction_holds_and_what_was_read_is_kept_beside_it()
    {
        Diagnosis read = Read().Notice;

        Correct(read, "reasons", ["valid_tracking"]);
        CaseWork corrected = Read();

        read.Reasons.Select(reason => reason.Code).ShouldBe(["late_shipment"]);
        corrected.Notice.Reasons.Select(reason => reason.Code).ShouldBe(["valid_tracking"]);
        corrected.Corrections.Single().Was.ShouldBe(["late_shipment"]);
        corrected.Notice.Notes.Single().ShouldContain("Late shipment rate");
    }

    [Fact]
    public void A_second_correction_of_a_field_keeps_what_was_read_first()
    {
        Diagnosis read = Read().Notice;
        Correct(read, "kind", ["policy_warning"]);
        Correct(Read().Notice, "kind", ["listing_removal"]);

        CaseWork corrected = Read();

        corrected.Notice.Kind.ShouldBe(NoticeKind.ListingRemoval);
        corrected.Corrections.Single().Was.ShouldBe([read.Kind.Code()]);
    }

    [Fact]
    public void A_correction_that_is_taken_back_leaves_what_was_read()
    {
        Diagnosis read = Read().Notice;
        Correct(read, "kind", ["policy_warning"]);

        Read().Notice.Kind.ShouldBe(NoticeKind.PolicyWarning);
        CorrectionFile.Remove(_paths, read.Sha256, "kind");

        Read().Notice.Kind.ShouldBe(read.Kind);
    }

    [Fact]
    public void Of_a_pasted_notice_the_seller_says_the_day_and_its_deadline_runs_from_it()
    {
        Diagnosis read = Read().Notice;

        Correct(read, "date", ["2026-09-28"]);

        read.Deadlines.Single().Due.ShouldBeNull();
        DateOnly.FromDateTime(Read().Notice.Deadlines.Single().Due!.Value.DateTime).ShouldBe(new DateOnly(2026, 10, 5));
    }

    [Fact]
    public void The_last_day_ends_with_the_day_of_the_store()
    {
        Correct(Read().Notice, "deadline", ["2026-10-20"]);

        Deadline deadline = Read().Notice.Deadlines.Single();

        deadline.Due.ShouldBe(new DateTimeOffset(2026, 10, 20, 23, 59, 59, TimeSpan.FromHours(-7)));
        deadline.Quote.ShouldContain("7 days");
    }

    [Fact]
    public void A_correction_of_another_message_touches_nothing()
    {
        Diagnosis read = Read().Notice;

        CorrectionFile.Put(_paths, new Correction("00", "kind", ["policy_warning"], [], "Dana", Today));

        Read().Notice.Kind.ShouldBe(read.Kind);
    }

    [Fact]
    public void Values_that_do_not_fit_are_passed_over()
    {
        Diagnosis read = Read().Notice;
        Correct(read, "kind", ["no such kind"]);
        Correct(read, "date", ["yesterday"]);
        Correct(read, "marketplace", ["amazon.example"]);
        Correct(read, "no such field", ["x"]);

        Diagnosis corrected = Read().Notice;

        (corrected with { Notes = read.Notes }).ShouldBeEquivalentTo(read);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    [InlineData("{\"a\":1}")]
    public void A_broken_file_is_told_and_left_as_it_is(string content)
    {
        File.WriteAllText(_paths.Corrections, content);

        Should.Throw<CaseException>(Read).Message.ShouldContain("corrections.json");
        File.ReadAllText(_paths.Corrections).ShouldBe(content);
    }

    [Fact]
    public void Every_field_reads_back_what_it_says()
    {
        Diagnosis read = Read().Notice;

        foreach (CorrectedField field in CorrectedField.All.Where(field => field.Read(read).Count > 0))
        {
            field.Fits(field.Read(read), KnowledgeLoader.BuiltIn).ShouldBeTrue(field.Code);
            field.Read(field.Apply(read, field.Read(read), KnowledgeLoader.BuiltIn)).ShouldBe(field.Read(read));
        }
    }

    [Fact]
    public void A_new_reason_is_asked_for_in_the_parts_of_the_one_it_replaces()
    {
        var cell = new RequestCell("late_shipment", PlanSection.Prevention, new Evidence("prevent", 0, 7));
        Diagnosis read = Read().Notice with { RequestGrid = [cell] };

        Diagnosis corrected = CorrectedField.Of("reasons")!.Apply(read, ["cancellation"], KnowledgeLoader.BuiltIn);

        corrected.RequestGrid.ShouldBe([cell with { Cause = "cancellation" }]);
    }

    private void Correct(Diagnosis read, string field, IReadOnlyList<string> values) =>
        CorrectionFile.Put(
            _paths,
            new Correction(read.Sha256, field, values, CorrectedField.Of(field)?.Read(read) ?? [], "Dana", Today)
        );

    private CaseWork Read() => new ReadCase(KnowledgeLoader.BuiltIn, TimeProvider.System).Open(_paths);
}
