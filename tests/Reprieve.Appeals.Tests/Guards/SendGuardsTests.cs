using Reprieve.Appeals.Guards;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Evidence;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Guards;

/// <summary>For every guard: when it stops, and when it must not.</summary>
public class SendGuardsTests
{
    private static readonly DateTimeOffset Sent = new(2026, 10, 2, 10, 0, 0, TimeSpan.FromHours(-7));

    [Fact]
    public void A_complete_answer_to_a_genuine_notice_passes() => Look(Context).ShouldBeEmpty();

    [Theory]
    [InlineData(AuthenticityVerdict.Forged)]
    [InlineData(AuthenticityVerdict.Suspicious)]
    public void A_forged_notice_is_refused_and_nobody_may_override_it(AuthenticityVerdict verdict)
    {
        GuardResult guard = Look(
                Context with
                {
                    Notice = Diagnoses.LateShipment with { Authenticity = new Authenticity(verdict, []) },
                }
            )
            .ShouldHaveSingleItem();
        guard.Rule.ShouldBe("SND-01");
        guard.MayOverride.ShouldBeFalse();
    }

    [Fact]
    public void Pasted_text_may_be_answered() => Look(Context with { Notice = Unproven }).ShouldBeEmpty();

    [Fact]
    public void An_address_that_only_an_unproven_mail_names_is_refused()
    {
        GuardResult guard = Look(Context with { Notice = Unproven, Address = "team-7@amazon.example" })
            .ShouldHaveSingleItem();
        guard.Rule.ShouldBe("SND-02");
        guard.MayOverride.ShouldBeFalse();
    }

    [Fact]
    public void A_known_address_or_a_proven_mail_is_not_refused()
    {
        Look(Context with { Notice = Unproven, Address = "Disbursement-Appeals@amazon.com" }).ShouldBeEmpty();
        Look(Context with { Address = "team-7@amazon.example" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_second_open_appeal_is_refused_and_a_chaser_warned_of()
    {
        IReadOnlyList<GuardResult> guards = Look(Context with { Earlier = [Round(null)] });
        guards
            .Select(guard => (guard.Rule, guard.Effect))
            .ShouldBe([("PRC-01", GuardEffect.Refuse), ("PRC-05", GuardEffect.Warn)]);
        guards[0].MayOverride.ShouldBeTrue();
        guards[1].Sentence.ShouldContain("9 October 2026");
    }

    [Fact]
    public void After_five_business_days_a_chaser_is_not_warned_of() =>
        Look(Context with { Earlier = [Round(null)], Now = Sent.AddDays(7) })
            .ShouldNotContain(guard => guard.Rule == "PRC-05");

    [Fact]
    public void An_answer_that_amazon_asked_for_is_no_second_appeal() =>
        Look(Context with { Earlier = [Round(Diagnoses.MoreInformation)], Papers = ["new"] }).ShouldBeEmpty();

    [Fact]
    public void The_same_answer_again_is_refused_after_a_wish_for_more_and_after_the_same_notice()
    {
        foreach (Diagnosis answer in new[] { Diagnoses.MoreInformation, Diagnoses.LateShipment })
        {
            Rules(Context with { Earlier = [Round(answer)] }).ShouldBe(["PRC-02"]);
        }

        Rules(Context with { Earlier = [Round(Diagnoses.Denied with { Decision = Decision.Reinstated })] })
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_same_facts_after_a_denial_are_refused_however_they_are_worded() =>
        Rules(Context with { Earlier = [Round(Diagnoses.Denied)], Response = Answer("Wholly other words now.") })
            .ShouldBe(["PRC-02"]);

    [Fact]
    public void A_new_fact_or_a_new_paper_after_a_denial_passes()
    {
        SendContext denied = Context with { Earlier = [Round(Diagnoses.Denied)] };
        Rules(denied with { Response = Answer("Same.", "late_shipment.tool", "a label printer") }).ShouldBeEmpty();
        Rules(denied with { Papers = ["new"] }).ShouldBeEmpty();
        Rules(denied with { Papers = ["contract"] }).ShouldBe(["PRC-02"]);
    }

    [Theory]
    [InlineData("We missed the pick-up on Mondays because the carrier came late.", true)]
    [InlineData("We missed the pick-up on Mondays, because THE carrier came late!", true)]
    [InlineData("A new warehouse team packs by noon, and a second carrier collects daily.", false)]
    public void Without_a_ledger_the_share_of_changed_words_decides(string text, bool refused) =>
        Rules(
                Context with
                {
                    Earlier =
                    [
                        new SentRound
                        {
                            Number = 1,
                            Text = "We missed the pick-up on Mondays because the carrier came late.",
                            Answer = Diagnoses.Denied,
                        },
                    ],
                    Response = Answer(text),
                }
            )
            .Contains("PRC-02")
            .ShouldBe(refused);

    [Fact]
    public void A_change_of_one_chinese_sentence_in_ten_is_no_change()
    {
        string sentence = "我们已经更换承运商并每天检查发货";
        string before = string.Concat(Enumerable.Repeat(sentence + "。", 10));
        UnchangedTextGuard.Changed(before, before.Insert(0, "从今天起。")).ShouldBeLessThan(0.15);
        UnchangedTextGuard.Changed(before, "仓库增加了两名员工，并设定了截单时间。").ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void What_the_denial_itself_says_is_nothing_new()
    {
        var fact = new Fact("notice.rate", "7.1 %", "0.071", new FactSource { Origin = FactOrigin.Notice });
        PlanOfAction answer = TestCase.Answer() with { Facts = [.. TestCase.Answer().Facts, fact] };
        Rules(Context with { Earlier = [Round(Diagnoses.Denied)], Response = answer }).ShouldBe(["PRC-02"]);
    }

    [Fact]
    public void A_blocking_finding_is_refused_under_its_own_rule_once()
    {
        Finding finding = new("MET-01", Severity.Block, "The rate is missing.", 0, 0, "");
        CheckReport check = TestCase.Passed with
        {
            Passed = false,
            Findings = [finding, finding, finding with { Rule = "TON-04", Severity = Severity.Warn }],
        };
        Rules(Context with { Check = check }).ShouldBe(["MET-01"]);
    }

    [Fact]
    public void A_file_changed_since_the_check_is_refused() =>
        Rules(Context with { ChangedFiles = ["plan.txt"] }).ShouldBe(["SND-04"]);

    [Theory]
    [InlineData("2026-10-10T12:00:00-07:00", null)]
    [InlineData("2026-10-15T12:00:00-07:00", "Most of the time is gone")]
    [InlineData("2026-10-18T00:30:00-07:00", "last day")]
    [InlineData("2026-10-19T00:30:00-07:00", "passed")]
    public void The_end_of_the_limit_is_warned_of(string now, string? words)
    {
        IReadOnlyList<GuardResult> guards = Look(Context with { Now = DateTimeOffset.Parse(now, null) });
        guards.Select(guard => guard.Rule).ShouldBe(words is null ? [] : ["PRC-04"]);
        guards.ShouldAllBe(guard => guard.Effect == GuardEffect.Warn && guard.Sentence.Contains(words!));
    }

    [Theory]
    [InlineData("2026-10-01T09:30:00-07:00", true)]
    [InlineData("2026-10-01T21:29:59-07:00", true)]
    [InlineData("2026-10-01T21:30:00-07:00", false)]
    [InlineData("2026-10-01T09:29:59-07:00", false)]
    public void An_answer_within_hours_of_the_notice_is_warned_of(string now, bool warned)
    {
        IReadOnlyList<GuardResult> guards = Look(Context with { Now = DateTimeOffset.Parse(now, null) });
        guards.Select(guard => (guard.Rule, guard.Effect)).ShouldBe(warned ? [("PRC-04", GuardEffect.Warn)] : []);
        guards.ShouldAllBe(guard => guard.Sentence.Contains("less than 12 hours"));
    }

    [Fact]
    public void Where_another_account_comes_first_this_one_waits_for_its_day()
    {
        SendContext related = Context with
        {
            Notice = Diagnoses.LateShipment with { ResponseMode = ResponseMode.OtherAccountFirst },
        };
        Rules(related).ShouldBe(["PRC-09"]);
        Look(related).ShouldAllBe(guard => guard.MayOverride);
        Rules(related with { Response = Answer("Same.", "related.reactivated", "2026-10-05") }).ShouldBeEmpty();
        Rules(related with { Response = TestCase.Answer() with { Mode = ResponseMode.Dispute } }).ShouldBeEmpty();
    }

    [Fact]
    public void A_paper_that_the_notice_asks_for_and_that_is_missing_is_refused_with_the_notices_sentence()
    {
        GuardResult guard = Look(Context with { Notice = AsksForInvoices, Response = WithoutInvoices })
            .ShouldHaveSingleItem();

        guard.ShouldSatisfyAllConditions(
            () => (guard.Rule, guard.Effect, guard.MayOverride).ShouldBe(("SND-06", GuardEffect.Refuse, true)),
            () => guard.Sentence.ShouldContain("supplier invoices"),
            () => guard.Sentence.ShouldContain("`Please attach your invoices of the last 365 days.`"),
            () => guard.Sentence.ShouldContain("your supplier")
        );
    }

    [Fact]
    public void A_paper_that_only_helps_is_not_refused() =>
        Rules(Context with { Response = WithoutInvoices }).ShouldBeEmpty();

    [Fact]
    public void A_paper_of_the_in_error_section_is_wanted_of_those_who_dispute()
    {
        SendContext offered = Context with
        {
            Notice = AsksForInvoices with { Asks = [AsksForInvoices.Asks[0] with { OnlyIfInError = true }] },
        };

        Rules(offered with { Response = WithoutInvoices }).ShouldBeEmpty();
        Rules(offered with { Response = WithoutInvoices with { Mode = ResponseMode.Dispute } }).ShouldBe(["SND-06"]);
    }

    internal static Diagnosis AsksForInvoices
    {
        get
        {
            const string Text =
                "Your account is not active.\nPlease attach your invoices of the last 365 days. Thank you.";
            int at = Text.IndexOf("invoices", StringComparison.Ordinal);
            return Diagnoses.LateShipment with
            {
                Text = Text,
                Asks = [new Ask("invoices", new Evidence("invoices", at, 8))],
            };
        }
    }

    internal static PlanOfAction WithoutInvoices =>
        TestCase.Answer() with
        {
            Papers = [new PaperToChase("invoices", "your supplier", "They show the source.", null)],
        };

    internal static SendContext Context =>
        new()
        {
            Notice = Diagnoses.LateShipment,
            Knowledge = TestCase.Knowledge,
            Now = new DateTimeOffset(2026, 10, 6, 16, 0, 0, TimeSpan.Zero),
            Response = TestCase.Answer(),
            Check = TestCase.Passed,
        };

    internal static Diagnosis Unproven =>
        Diagnoses.LateShipment with
        {
            Authenticity = new Authenticity(AuthenticityVerdict.Unverifiable, []),
        };

    internal static SentRound Round(Diagnosis? answer) =>
        new()
        {
            Number = 1,
            Text = TestCase.Plan,
            Sent = new SentAppeal(
                1,
                Sent,
                "Mei Lin",
                RouteChannel.AccountHealth,
                "aa",
                [new PackedFile("plan.txt", "aa"), new PackedFile("attachments/a.pdf", "contract")],
                []
            ),
            Facts = TestCase.Answer().Facts,
            Answer = answer,
        };

    internal static PlanOfAction Answer(string text, string? fact = null, string value = "") =>
        TestCase.Answer(text) with
        {
            Facts = [.. TestCase.Answer().Facts, .. fact is null ? [] : new[] { TestCase.Said(fact, value) }],
        };

    private static IReadOnlyList<GuardResult> Look(SendContext context) =>
        Screen.In("en", () => SendGuards.Look(context));

    private static IEnumerable<string> Rules(SendContext context) =>
        Look(context).Where(guard => guard.Effect == GuardEffect.Refuse).Select(guard => guard.Rule);
}
