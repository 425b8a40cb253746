using Reprieve.Appeals.Guards;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests;

public sealed class AppealSenderTests : IDisposable
{
    private readonly TestCase _case = new();
    private readonly Appeal _appeal;

    public AppealSenderTests() => _appeal = TestCase.Pack(_case.Request());

    public void Dispose() => _case.Dispose();

    [Fact]
    public void What_was_sent_is_recorded_with_its_hashes_and_nothing_else()
    {
        SentAppeal sent = Record(Request());
        sent.Round.ShouldBe(1);
        sent.By.ShouldBe("Mei Lin");
        sent.Channel.ShouldBe(RouteChannel.AccountHealth);
        sent.At.ShouldBe(new DateTimeOffset(2026, 10, 6, 9, 0, 0, TimeSpan.FromHours(-7)));
        sent.At.Offset.ShouldBe(TimeSpan.FromHours(-7));
        sent.Files.Select(file => file.Path)
            .ShouldBe(["plan.txt", "plan.docx", "attachments/01-carrier-contract.pdf"], ignoreOrder: true);
        sent.TextSha256.ShouldBe(TestCase.Hash(File.ReadAllBytes(Path.Combine(_case.Output, "plan.txt"))));
        sent.Overrides.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_changed_after_the_check_is_refused_and_recorded_as_it_is_when_set_aside()
    {
        _case.Write("plan.txt", "Changed at the last minute.");
        Refused(Request()).ShouldBe(["SND-04"]);
        SentAppeal sent = Record(Request() with { Overrides = [Override("snd-04")] });
        sent.TextSha256.ShouldBe(TestCase.Hash("Changed at the last minute."u8.ToArray()));
        sent.Overrides.ShouldBe([Override("SND-04")]);
    }

    [Fact]
    public void An_override_needs_a_reason_and_a_name()
    {
        SendRequest request = Blocked();
        Refused(request).ShouldBe(["TON-02"]);
        Refused(request with { Overrides = [Override("TON-02") with { Because = " " }] }).ShouldBe(["TON-02"]);
        Refused(request with { Overrides = [Override("TON-02") with { By = "" }] }).ShouldBe(["TON-02"]);
        Refused(request with { Overrides = [Override("TON-01")] }).ShouldBe(["TON-02"]);
        Record(request with { Overrides = [Override("TON-02"), Override("PRC-01")] })
            .Overrides.ShouldBe([Override("TON-02")], "an override to no purpose is not on record");
    }

    [Fact]
    public void A_forged_notice_cannot_be_set_aside() =>
        Refused(Request() with { Notice = Diagnoses.Forged, Overrides = [Override("SND-01")] }).ShouldBe(["SND-01"]);

    [Fact]
    public void A_second_round_is_counted_on()
    {
        var first = new SentRound
        {
            Number = 3,
            Text = "Before.",
            Answer = Diagnoses.MoreInformation,
        };
        Record(Request() with { Earlier = [first] }).Round.ShouldBe(4);
    }

    [Fact]
    public void A_round_that_is_open_refuses_the_next()
    {
        var open = new SentRound { Number = 1, Text = "Before." };
        Refused(Request() with { Earlier = [open] }).ShouldBe(["PRC-01"]);
    }

    [Fact]
    public void What_cannot_be_recorded_is_told_in_words()
    {
        Fails(Request() with { By = " " }, "who sent");
        Fails(Request() with { Response = null, Check = null }, "no answer in the package");
        File.Delete(Path.Combine(_case.Output, "plan.txt"));
        Fails(Request(), "plan.txt");
    }

    [Fact]
    public void Warnings_are_shown_and_do_not_refuse()
    {
        SendRequest late = Request();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
            new DateTimeOffset(2026, 10, 18, 20, 0, 0, TimeSpan.FromHours(-7))
        );
        var sender = new AppealSender(TestCase.Knowledge, clock);
        sender.Look(late).ShouldHaveSingleItem().Effect.ShouldBe(GuardEffect.Warn);
        sender.Cleared(late).Overrides.ShouldBeEmpty();
    }

    private SendRequest Request() =>
        new()
        {
            Notice = Diagnoses.LateShipment,
            Response = TestCase.Answer(),
            Check = TestCase.Passed,
            Directory = _case.Output,
            Files = _appeal.Files,
            By = "Mei Lin ",
        };

    private SendRequest Blocked() =>
        Request() with
        {
            Check = TestCase.Passed with
            {
                Passed = false,
                Findings = [new Finding("TON-02", Severity.Block, "The buyer is blamed.", 0, 0, "")],
            },
        };

    private static RuleOverride Override(string rule) => new(rule, "the quote is the buyer's own", "Mei Lin");

    private static SentAppeal Record(SendRequest request) =>
        new AppealSender(TestCase.Knowledge, TestCase.Clock).Cleared(request);

    private static IEnumerable<string> Refused(SendRequest request) =>
        Should.Throw<SendRefusedException>(() => Record(request)).Refused.Select(guard => guard.Rule);

    private static void Fails(SendRequest request, string words) =>
        Screen
            .In("en", () => Should.Throw<AppealException>(() => Record(request)))
            .Message.ShouldContain(words, Case.Insensitive);
}
