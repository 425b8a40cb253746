using System.Text.Json.Nodes;

namespace Reprieve.Tests.EndToEnd;

/// <summary>What <c>next</c> says of the ways beyond the appeal.</summary>
public sealed class EscalationTests
{
    private static readonly DateTimeOffset Made = new(2026, 10, 2, 17, 0, 0, TimeSpan.Zero);

    private const string Head =
        "From: Seller Performance <seller-performance@amazon.com>\r\nTo: owner@larkmoor-supply.example\r\n"
        + "Date: Sun, 04 Oct 2026 09:00:00 -0700\r\nSubject: Your Amazon seller account\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\n\r\n";

    private const string FinalDenial =
        Head
        + "Hello,\r\n\r\nWe reviewed your account and the information you provided, and we have decided that you may not "
        + "sell on Amazon.com. We may not respond to further emails about this issue.\r\n\r\nSeller Performance Team\r\n";

    private const string Reinstated =
        Head
        + "Hello,\r\n\r\nThank you for your plan of action. Your Amazon.com seller account has been reactivated. You may "
        + "sell in our store again.\r\n\r\nSeller Performance Team\r\n";

    [Fact]
    public void Next_names_the_open_ways_and_json_has_all_of_the_case()
    {
        using CaseCopy copy = Answered(FinalDenial);

        CommandRun run = CommandRun.At(Made.AddDays(3), "next", copy.Folder);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("If this does not help");
        run.Out.ShouldContain("Call Account Health Support");
        run.Out.ShouldContain("reprieve knowledge show escalations/account_health_call");
        run.Out.ShouldNotContain("Ask for the money");

        CommandRun json = CommandRun.At(Made.AddDays(3), "next", copy.Folder, "--json");
        JsonNode.Parse(json.Out)!["escalations"]!
            .AsArray()
            .Select(way => $"{way!["code"]} {way["state"]} {way["from"]}".TrimEnd())
            .ShouldBe([
                "account_health_call open",
                "funds_release not_yet 2026-11-28",
                "executive_relations open",
                "arbitration_us open",
            ]);
    }

    [Fact]
    public void In_chinese_too()
    {
        using CaseCopy copy = Answered(FinalDenial);
        CommandRun
            .At(Made.AddDays(3), "next", copy.Folder, "--ui-language", "zh-Hans")
            .Out.ShouldContain("目前可用的途径");
    }

    [Fact]
    public void Once_the_account_is_back_there_is_none()
    {
        using CaseCopy copy = Answered(Reinstated);
        CommandRun.At(Made.AddDays(3), "next", copy.Folder).Out.ShouldNotContain("If this does not help");
        CommandRun json = CommandRun.At(Made.AddDays(3), "next", copy.Folder, "--json");
        JsonNode.Parse(json.Out)!["escalations"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void How_to_go_one_is_shown()
    {
        CommandRun run = CommandRun.Of("knowledge", "show", "escalations/mediation_europe");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("\"withinMonths\": 6");
    }

    private static CaseCopy Answered(string answer)
    {
        CaseCopy copy = CaseCopy.OfSample("late-shipment");
        CommandRun.At(Made, "appeal", copy.Folder).ExitCode.ShouldBe(0);
        CommandRun.At(Made.AddHours(3), "send", copy.Folder, "--by-hand", "--by", "Dana Reyes").ExitCode.ShouldBe(0);
        return copy.With("answer.eml", answer);
    }
}
