namespace Reprieve.Tests.EndToEnd;

/// <summary>From a package that is ready to send, through Amazon's answers.</summary>
public sealed class RoundsTests
{
    private static readonly DateTimeOffset Made = new(2026, 10, 2, 17, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Sent = Made.AddHours(3);
    private static readonly DateTimeOffset Answered = Made.AddDays(3);

    private const string Head =
        "From: Seller Performance <seller-performance@amazon.com>\r\nTo: owner@larkmoor-supply.example\r\n"
        + "Date: Sun, 04 Oct 2026 09:00:00 -0700\r\nSubject: Your Amazon seller account\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\n\r\n";

    private const string MoreInformation =
        Head
        + "Hello,\r\n\r\nWe received your submission but do not have enough information to reactivate your Amazon.com "
        + "account. Please send us a plan of action with:\r\n"
        + "-- Greater detail on the steps you have taken to prevent late shipments.\r\n\r\nSeller Performance Team\r\n";

    private const string Reinstated =
        Head
        + "Hello,\r\n\r\nThank you for your plan of action. Your Amazon.com seller account has been reactivated. You may "
        + "sell in our store again.\r\n\r\nSeller Performance Team\r\n";

    private const string FinalDenial =
        Head
        + "Hello,\r\n\r\nWe reviewed your account and the information you provided, and we have decided that you may not "
        + "sell on Amazon.com. We may not respond to further emails about this issue.\r\n\r\nSeller Performance Team\r\n";

    private static CaseCopy Ready()
    {
        CaseCopy copy = CaseCopy.OfSample("late-shipment");
        CommandRun run = CommandRun.At(Made, "appeal", copy.Folder);
        run.ExitCode.ShouldBe(0, run.Out + run.Error);
        return copy;
    }

    private static CaseCopy SentOnce()
    {
        CaseCopy copy = Ready();
        CommandRun run = CommandRun.At(Sent, "send", copy.Folder, "--by-hand", "--by", "Dana Reyes");
        run.ExitCode.ShouldBe(0, run.Out + run.Error);
        return copy;
    }

    [Fact]
    public void Sending_freezes_the_package_and_the_record_proves_it()
    {
        using CaseCopy copy = SentOnce();

        File.Exists(Path.Combine(copy.Folder, "rounds", "1", "plan.txt")).ShouldBeTrue();
        copy.Read("appeal/case.json").ShouldContain("Dana Reyes");
        CommandRun.Of("verify", copy.Folder).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_changed_file_of_a_round_is_found()
    {
        using CaseCopy copy = SentOnce();
        copy.With("rounds/1/plan.txt", "something else");

        CommandRun run = CommandRun.Of("verify", copy.Folder);

        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("plan.txt");
    }

    [Fact]
    public void A_changed_timeline_is_found()
    {
        using CaseCopy copy = SentOnce();
        copy.With("appeal/case.json", copy.Read("appeal/case.json").Replace("package_written", "package_forgotten"));

        CommandRun.Of("verify", copy.Folder).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void A_second_open_appeal_is_refused()
    {
        using CaseCopy copy = SentOnce();

        CommandRun again = CommandRun.At(Sent.AddHours(1), "send", copy.Folder, "--by-hand", "--by", "Dana Reyes");

        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("PRC-01");
        Directory.Exists(Path.Combine(copy.Folder, "rounds", "2")).ShouldBeFalse();
        CommandRun.At(Sent.AddHours(1), "appeal", copy.Folder).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void An_unfinished_package_cannot_be_sent()
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");
        File.Delete(Path.Combine(copy.Folder, "answers.yaml"));
        CommandRun.At(Made, "appeal", copy.Folder).ExitCode.ShouldBe(1);

        CommandRun.At(Sent, "send", copy.Folder, "--by-hand", "--by", "Dana Reyes").ExitCode.ShouldBe(1);

        Directory.Exists(Path.Combine(copy.Folder, "rounds")).ShouldBeFalse();
    }

    [Fact]
    public void Sending_before_a_package_was_made_is_told_what_to_do()
    {
        using CaseCopy copy = CaseCopy.OfSample("late-shipment");

        CommandRun run = CommandRun.At(Sent, "send", copy.Folder, "--by-hand");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("reprieve appeal");
    }

    [Fact]
    public void Without_an_answer_there_is_no_next_round_and_the_day_to_ask_is_told()
    {
        using CaseCopy copy = SentOnce();
        string record = copy.Read("appeal/case.json");

        CommandRun run = CommandRun.At(Answered, "next", copy.Folder);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("has not answered");
        run.Out.ShouldContain("9 October 2026");
        copy.Read("appeal/case.json").ShouldBe(record);
    }

    [Fact]
    public void A_wish_for_more_names_the_gap_and_says_when_there_is_nothing_new()
    {
        using CaseCopy copy = SentOnce().With("answer.eml", MoreInformation);

        CommandRun run = CommandRun.At(Answered, "next", copy.Folder);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("more information");
        run.Out.ShouldContain("prevention");
        run.Out.ShouldContain("nothing new");
        File.Exists(Path.Combine(copy.Folder, "rounds", "1", "answer.eml")).ShouldBeTrue();
        CommandRun.Of("verify", copy.Folder).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void With_something_new_to_say_the_next_round_is_opened()
    {
        using CaseCopy copy = SentOnce().With("answer.eml", MoreInformation);
        copy.With("cut-off-log.csv", "order-id,type,opened,status\n111-7777777-7777777,a_to_z,2026-09-20,denied\n");
        copy.With("answers.yaml", copy.Read("answers.yaml").Replace("every working day", "twice every working day"));

        CommandRun run = CommandRun.At(Answered, "next", copy.Folder);

        run.ExitCode.ShouldBe(0, run.Error);
        copy.Read("appeal/case.json").ShouldContain("answer_read");
    }

    [Fact]
    public void A_reinstatement_ends_the_rounds()
    {
        using CaseCopy copy = SentOnce().With("answer.eml", Reinstated);

        CommandRun run = CommandRun.At(Answered, "next", copy.Folder);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("Reinstated");
        copy.Read("appeal/case.json").ShouldContain("\"stage\": \"reinstated\"");
    }

    [Fact]
    public void After_a_reinstatement_the_promises_are_held_against_figures_of_days_after_the_sending()
    {
        using CaseCopy copy = SentOnce().With("answer.eml", Reinstated);
        CommandRun
            .At(Answered, "next", copy.Folder)
            .Out.ReplaceLineEndings(" ")
            .ShouldNotContain("although your answer");
        copy.With(
            "shipments-october.csv",
            "order-id,ship-by,ship-confirmed,carrier,tracking-id,first-scan,deliver-by,delivered,quantity\n"
                + "111-5555555-5555555,2026-10-03T23:59:59-07:00,2026-10-04T11:00:00-07:00,Bluepost,BP940030031979450099,,,,1\n"
        );

        CommandRun run = CommandRun.At(Answered, "next", copy.Folder);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("What was promised to Amazon");
        run.Out.ReplaceLineEndings(" ").ShouldContain("although your answer promised");
        CommandRun json = CommandRun.At(Answered, "next", copy.Folder, "--json");
        json.Out.ShouldContain("\"verdict\":\"broken\"");
    }

    [Fact]
    public void A_final_denial_opens_no_round()
    {
        using CaseCopy copy = SentOnce().With("answer.eml", FinalDenial);

        CommandRun run = CommandRun.At(Answered, "next", copy.Folder);

        run.ExitCode.ShouldBe(0, run.Error);
        copy.Read("appeal/case.json").ShouldContain("\"stage\": \"denied_final\"");
    }

    [Fact]
    public void A_persons_own_words_are_kept_and_checked_like_any_other()
    {
        using CaseCopy copy = Ready();
        string plan = copy.Read("appeal/plan.txt");
        string edited = plan.Replace(
            "Root cause",
            "Root cause\n\nOur packing bench closed at two on Sundays.",
            StringComparison.Ordinal
        );
        copy.With("appeal/plan.txt", edited);

        CommandRun run = CommandRun.At(Sent, "appeal", copy.Folder);

        copy.Read("appeal/plan.txt").ShouldBe(edited);
        copy.Read("appeal/ledger.json").ShouldContain("Our packing bench closed at two on Sundays.");
        run.Error.ShouldBeEmpty();
    }
}
