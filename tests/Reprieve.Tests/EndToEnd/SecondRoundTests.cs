using System.Text.Json.Nodes;

namespace Reprieve.Tests.EndToEnd;

/// <summary>
/// Invented answers of Amazon, in four languages, to a plan that was sent: what each decides, what is missing, by when,
/// and whether the case goes on; without a stage where the next package is written at once and says it itself. The plan of both samples is in English.
/// </summary>
public sealed class SecondRoundTests
{
    private static readonly DateTimeOffset Shipments = new(2026, 10, 2, 17, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Invoices = new(2026, 10, 20, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en-reinstated", "reinstated", "reinstated", "", null, false)]
    [InlineData("de-reinstated", "reinstated", "reinstated", "", null, false)]
    [InlineData("ja-reinstated", "reinstated", "reinstated", "", null, false)]
    [InlineData(
        "en-only-amazon-fulfilled",
        "partially_reinstated",
        "more_information",
        "late_shipment:prevention",
        "2026-10-15",
        true
    )]
    [InlineData("zh-some-listings", "partially_reinstated", null, "invoices", "2026-10-29", true)]
    [InlineData(
        "en-more-grid",
        "more_information",
        "more_information",
        "late_shipment:root_cause late_shipment:prevention",
        "2026-10-12",
        true
    )]
    [InlineData("en-more-papers", "more_information", null, "invoices letter_of_authorisation", "2026-11-05", true)]
    [InlineData("de-more-prevention", "more_information", null, "late_shipment:prevention", "2026-10-19", true)]
    [InlineData("ja-more-actions", "more_information", null, "late_shipment:actions_taken", "2026-10-12", true)]
    [InlineData(
        "zh-more-three",
        "more_information",
        null,
        "late_shipment:root_cause late_shipment:actions_taken late_shipment:prevention",
        "2026-10-12",
        true
    )]
    [InlineData("en-denied", "denied", "denied", "", null, true)]
    [InlineData("de-denied", "denied", "denied", "", null, true)]
    [InlineData("ja-denied", "denied", "denied", "", null, true)]
    [InlineData("zh-denied", "denied", "denied", "", null, true)]
    [InlineData("en-final", "denied_final", "denied_final", "", null, false)]
    [InlineData("de-final", "denied_final", "denied_final", "", null, false)]
    [InlineData("ja-final", "denied_final", "denied_final", "", null, false)]
    [InlineData("zh-final", "denied_final", "denied_final", "", null, false)]
    public void An_answer_moves_the_case_and_names_what_is_missing(
        string answer,
        string decision,
        string? stage,
        string gaps,
        string? limit,
        bool opens
    )
    {
        using CaseCopy copy = Answered(answer);

        JsonNode plan = Next(copy, answer);

        plan["decision"]!.GetValue<string>().ShouldBe(decision);
        string.Join(' ', plan["gaps"]!.AsArray().Select(Gap)).ShouldBe(gaps);
        plan["opensRound"]!.GetValue<bool>().ShouldBe(opens);
        JsonNode record = JsonNode.Parse(copy.Read("appeal/case.json"))!;
        record["rounds"]![0]!["decision"]!.GetValue<string>().ShouldBe(decision);
        if (stage is not null)
        {
            record["stage"]!.GetValue<string>().ShouldBe(stage);
        }

        if (decision == "reinstated")
        {
            plan["deadlines"]!.AsArray().ShouldBeEmpty();
        }

        if (opens)
        {
            (plan["deadlines"]!.AsArray().SingleOrDefault()?["due"]?.GetValue<string>()[..10]).ShouldBe(limit);
            string said = string.Join('\n', plan["next"]!.AsArray().Select(step => step!.GetValue<string>()));
            said.Contains($"The limit is {limit}", StringComparison.Ordinal).ShouldBe(limit is not null);
        }
    }

    [Theory]
    [InlineData("en-more-grid")]
    [InlineData("en-only-amazon-fulfilled")]
    [InlineData("en-denied")]
    [InlineData("de-denied")]
    [InlineData("ja-denied")]
    [InlineData("zh-denied")]
    public void Where_nothing_changed_since_the_plan_nothing_new_is_said_and_no_package_is_made(string answer)
    {
        using CaseCopy copy = Answered(answer);
        string sent = copy.Read("appeal/plan.txt");

        JsonNode plan = Next(copy, answer);

        plan["nothingNew"]!.GetValue<bool>().ShouldBeTrue();
        copy.Read("appeal/plan.txt").ShouldBe(sent);
    }

    [Theory]
    [InlineData("en-same-notice", "same_notice", "preparing", "2026-10-12", true)]
    [InlineData("en-phone-attempt", "phone_attempt", "sent", "2026-10-08", false)]
    [InlineData("de-phone-attempt", "phone_attempt", "sent", "2026-10-08", false)]
    [InlineData("ja-phone-attempt", "phone_attempt", "sent", "2026-10-08", false)]
    [InlineData("zh-phone-attempt", "phone_attempt", "sent", "2026-10-08", false)]
    [InlineData("en-funds", "silence", "sent", null, false)]
    public void What_decides_nothing_is_told_apart(
        string message,
        string outcome,
        string stage,
        string? limit,
        bool opens
    )
    {
        using CaseCopy copy = Answered(message);

        JsonNode plan = Next(copy, message);

        plan["outcome"]!.GetValue<string>().ShouldBe(outcome);
        plan["decision"].ShouldBeNull();
        plan["opensRound"]!.GetValue<bool>().ShouldBe(opens);
        plan["deadlines"]!.AsArray().SingleOrDefault()?["due"]?.GetValue<string>()[..10].ShouldBe(limit);
        plan["deadlines"]!.AsArray().Count.ShouldBe(limit is null ? 0 : 1);
        JsonNode record = JsonNode.Parse(copy.Read("appeal/case.json"))!;
        record["stage"]!.GetValue<string>().ShouldBe(stage);
        (record["rounds"]![0]!["answer"] is not null).ShouldBe(opens);
        CommandRun.At(After(message), "appeal", copy.Folder).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_verification_is_answered_with_a_wish_for_other_papers()
    {
        using CaseCopy copy = Answered("de-more-papers");

        JsonNode plan = Next(copy, "de-more-papers");

        plan["outcome"]!.GetValue<string>().ShouldBe("more_information");
        string.Join(' ', plan["gaps"]!.AsArray().Select(Gap)).ShouldBe("utility_bill id_document");
        plan["deadlines"]![0]!["due"]!.GetValue<string>()[..10].ShouldBe("2026-11-02");
    }

    [Theory]
    [InlineData("en-denied")]
    [InlineData("en-same-notice")]
    [InlineData("en-more-grid")]
    public void With_nothing_new_no_second_round_goes_out(string answer)
    {
        using CaseCopy copy = Answered(answer);
        Next(copy, answer);
        CommandRun packed = CommandRun.At(After(answer), "appeal", copy.Folder, "--mode", "plan");

        CommandRun again = CommandRun.At(After(answer), "send", copy.Folder, "--by-hand", "--by", "Dana Reyes");

        packed.ExitCode.ShouldBe(1);
        packed.Out.ShouldContain("nothing new", customMessage: packed.Out);
        packed.Out.ShouldNotContain("TRU-");
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("PRC-02");
        Directory.Exists(Path.Combine(copy.Folder, "rounds", "2")).ShouldBeFalse();
    }

    [Fact]
    public void After_a_denial_a_new_fact_is_something_to_say()
    {
        using CaseCopy copy = Answered("en-denied");
        string answers = copy.Read("answers.yaml");
        copy.With("answers.yaml", answers.Replace("value: Bluepost", "value: Northpost", StringComparison.Ordinal));
        copy.Read("answers.yaml").ShouldNotBe(answers);

        Next(copy, "en-denied")["nothingNew"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void A_plan_that_contradicts_the_one_that_was_sent_is_told_and_not_sent()
    {
        using CaseCopy copy = Answered("en-more-grid");
        string answers = copy.Read("answers.yaml");
        copy.With("answers.yaml", answers.Replace("2:30 p.m.", "1:15 p.m.", StringComparison.Ordinal));
        copy.Read("answers.yaml").ShouldNotBe(answers);

        JsonNode plan = Next(copy, "en-more-grid");
        CommandRun sent = CommandRun.At(After("en-more-grid"), "send", copy.Folder, "--by-hand", "--by", "Dana Reyes");

        string said = plan["contradictions"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>();
        said.ShouldContain("2:30 p.m.");
        plan["next"]!.AsArray().ShouldContain(step => step!.GetValue<string>().Contains(said));
        sent.ExitCode.ShouldBe(1);
        sent.Error.ShouldContain("TRU-03");
        Directory.Exists(Path.Combine(copy.Folder, "rounds", "2")).ShouldBeFalse();
    }

    /// <summary>A sample whose plan was sent by hand, with the answer in its folder.</summary>
    private static CaseCopy Answered(string answer)
    {
        CaseCopy copy = CaseCopy.OfSample(SampleOf(answer));
        DateTimeOffset made = Made(answer);
        CommandRun.At(made, "appeal", copy.Folder).ExitCode.ShouldBe(0);
        CommandRun.At(made.AddHours(3), "send", copy.Folder, "--by-hand", "--by", "Dana Reyes").ExitCode.ShouldBe(0);
        return copy.With(
            "answer.eml",
            File.ReadAllBytes(
                Path.Combine(Repository.Root, "tests", "Reprieve.Tests", "EndToEnd", "SecondRound", answer + ".eml")
            )
        );
    }

    private static JsonNode Next(CaseCopy copy, string answer)
    {
        CommandRun run = CommandRun.At(After(answer), "next", copy.Folder, "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        JsonNode? plan = JsonNode.Parse(run.Out);
        return plan.ShouldNotBeNull();
    }

    private static string Gap(JsonNode? gap) =>
        gap!["section"] is { } section
            ? $"{gap["cause"]?.GetValue<string>()}:{section.GetValue<string>()}"
            : gap["paper"]!.GetValue<string>();

    private static string SampleOf(string answer) =>
        answer switch
        {
            "en-more-papers" or "zh-some-listings" => "inauthentic",
            "de-more-papers" => "identity-verification",
            _ => "late-shipment",
        };

    private static DateTimeOffset Made(string answer) => SampleOf(answer) == "late-shipment" ? Shipments : Invoices;

    private static DateTimeOffset After(string answer) => Made(answer).AddDays(4);
}
