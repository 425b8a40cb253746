using System.Globalization;
using System.Text;
using MimeKit;
using Reprieve.MailFaults;

namespace Reprieve.Tests.EndToEnd;

/// <summary>The answer goes out by e-mail, to a mail server of this machine, and becomes a round.</summary>
public sealed class MailTests : IDisposable
{
    private static readonly DateTimeOffset Made = new(2026, 10, 2, 17, 0, 0, TimeSpan.Zero);
    private const string Named = "seller-performance@amazon.com";

    private readonly SmtpSink _sink = new();
    private readonly CaseCopy _copy = ByMail();

    public void Dispose()
    {
        _sink.Dispose();
        _copy.Dispose();
    }

    [Fact]
    public void The_answer_goes_out_once_and_the_round_holds_the_exact_mail()
    {
        CommandRun run = Send();

        run.ExitCode.ShouldBe(0, run.Out + run.Error);
        run.Out.ShouldContain(Named);
        byte[] kept = _sink.Kept.ShouldHaveSingleItem();
        File.ReadAllBytes(Path.Combine(_copy.Folder, "rounds", "1", "message.eml")).ShouldBe(kept);
        using var mail = MimeMessage.Load(new MemoryStream(kept), TestContext.Current.CancellationToken);
        mail.To.ToString().ShouldBe(Named);
        mail.Subject.ShouldBe("Your Amazon seller account has been deactivated");
        mail.TextBody!.ReplaceLineEndings("\n").TrimEnd().ShouldBe(_copy.Read("appeal/plan.txt").TrimEnd());
        CommandRun.Of("verify", _copy.Folder).ExitCode.ShouldBe(0);
        Send().Error.ShouldContain("PRC-01");
        _sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public void The_preview_names_the_mailbox_and_sends_nothing()
    {
        CommandRun run = CommandRun.Mailing(Made, "send", _copy.Folder, "--preview");

        run.ExitCode.ShouldBe(0, run.Out + run.Error);
        run.Out.ShouldContain($"To:      {Named}");
        _sink.Kept.ShouldBeEmpty();
        Directory.Exists(Path.Combine(_copy.Folder, "rounds")).ShouldBeFalse();
    }

    [Fact]
    public void What_the_server_puts_off_is_no_round_until_it_takes_it()
    {
        Once(SinkStep.Data, SinkFault.Later);

        CommandRun first = Send();

        first.ExitCode.ShouldBe(1);
        first.Out.ShouldContain("Not sent");
        Directory.Exists(Round(1)).ShouldBeFalse();
        // While it may go out, nothing else does.
        CommandRun.At(Made, "send", _copy.Folder, "--by-hand").Error.ShouldContain("SND-05");
        CommandRun second = Send(Made.AddMinutes(2));
        second.ExitCode.ShouldBe(0, second.Out + second.Error);
        _sink.Kept.Count.ShouldBe(1);
        Directory.Exists(Round(1)).ShouldBeTrue();
    }

    [Fact]
    public void What_the_server_refuses_for_good_leaves_the_answer_as_it_was()
    {
        Once(SinkStep.Rcpt, SinkFault.Never);

        CommandRun first = Send();

        first.ExitCode.ShouldBe(1);
        first.Out.ShouldContain("will not be tried again");
        Directory.Exists(Path.Combine(_copy.Folder, "rounds", "leaving")).ShouldBeFalse();
        // The same answer, a new mail.
        Send(Made.AddMinutes(5)).ExitCode.ShouldBe(0);
        _sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public void What_may_have_arrived_is_not_sent_again_until_a_person_says_so()
    {
        Once(SinkStep.Dot, SinkFault.Cut, keeps: true);

        Send().Out.ShouldContain("Not known whether it arrived");
        Send(Made.AddHours(1)).Out.ShouldContain("Not known whether it arrived");
        _sink.Kept.Count.ShouldBe(1);

        CommandRun nameless = CommandRun.At(Made.AddHours(2), "send", _copy.Folder, "--settle", "arrived");
        nameless.ExitCode.ShouldBe(3);
        CommandRun settled = CommandRun.At(
            Made.AddHours(2),
            [
                "send",
                _copy.Folder,
                "--settle",
                "arrived",
                "--by",
                "Dana Reyes",
                "--because",
                "It is in the Sent folder.",
            ]
        );

        settled.ExitCode.ShouldBe(0, settled.Out + settled.Error);
        File.ReadAllBytes(Path.Combine(Round(1), "message.eml")).ShouldBe(_sink.Kept.Single());
        _copy.Read("appeal/case.json").ShouldContain("It is in the Sent folder.");
        CommandRun.Of("verify", _copy.Folder).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void What_did_not_arrive_by_a_persons_word_goes_out_with_the_same_bytes()
    {
        Once(SinkStep.Dot, SinkFault.Cut);
        Send().ExitCode.ShouldBe(1);
        Settle("not_arrived").ExitCode.ShouldBe(0);

        Send(Made.AddHours(3)).ExitCode.ShouldBe(0);

        File.ReadAllBytes(Path.Combine(Round(1), "message.eml")).ShouldBe(_sink.Kept.ShouldHaveSingleItem());
    }

    [Fact]
    public void A_mail_whose_outbox_is_gone_is_for_a_person_to_find()
    {
        Once(SinkStep.Data, SinkFault.Later);
        Send();
        Directory.Delete(Path.Combine(_copy.Folder, "rounds", "outbox"), recursive: true);

        CommandRun lost = Send(Made.AddHours(1));
        lost.ExitCode.ShouldBe(1);
        lost.Error.ShouldContain("--settle arrived");
        _sink.Kept.ShouldBeEmpty();

        Settle("give_up").ExitCode.ShouldBe(0);
        Send(Made.AddHours(4)).ExitCode.ShouldBe(0);
        _sink.Kept.Count.ShouldBe(1);
    }

    [Fact]
    public void An_answer_edited_while_its_mail_waits_does_not_change_the_mail_or_the_round()
    {
        string before = _copy.Read("appeal/plan.txt");
        Once(SinkStep.Data, SinkFault.Later);
        Send();
        _copy.With("appeal/plan.txt", before + "\nOne more thing.");

        Send(Made.AddHours(1)).ExitCode.ShouldBe(0);

        Encoding.UTF8.GetString(_sink.Kept.Single()).ShouldNotContain("One more thing.");
        _copy.Read("rounds/1/plan.txt").ShouldBe(before);
        CommandRun.Of("verify", _copy.Folder).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("late-shipment", "is no e-mail", "is no mail")]
    [InlineData("phishing", "SND-01", "")]
    public void Where_the_notice_wants_no_mail_none_goes_out(string sample, string preview, string refusal)
    {
        using CaseCopy other = CaseCopy.OfSample(sample);
        CommandRun.At(Made, "appeal", other.Folder);

        CommandRun look = CommandRun.Mailing(Made, "send", other.Folder, "--preview");
        CommandRun run = CommandRun.Mailing(Made, ["send", other.Folder, .. FromMailbox]);

        look.ExitCode.ShouldBe(1);
        look.Out.ShouldContain(preview);
        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain(refusal);
        _sink.Kept.ShouldBeEmpty();
    }

    [Fact]
    public void A_forged_notice_that_names_a_known_mailbox_is_refused()
    {
        using CaseCopy forged = ByMail(from: "seller-performance@amazon-appeals.example");

        CommandRun run = CommandRun.Mailing(Made, ["send", forged.Folder, .. FromMailbox]);

        run.ExitCode.ShouldNotBe(0);
        _sink.Kept.ShouldBeEmpty();
    }

    [Fact]
    public void The_mailbox_can_be_tried_without_sending()
    {
        CommandRun run = CommandRun.Mailing(Made, ["mailbox", "test", .. FromMailbox]);

        run.ExitCode.ShouldBe(1, "there is no server that shows the mailbox");
        run.Out.ShouldContain("Sending:");
        _sink.SignIns.ShouldNotBeEmpty();
        CommandRun.Mailing(Made, ["mailbox", "test", .. FromMailbox, "--offline"]).ExitCode.ShouldBe(2);
        CommandRun
            .Mailing(Made, "mailbox", "test", "--from", "owner@larkmoor-supply.example", "--smtp", "nowhere")
            .ExitCode.ShouldBe(2);
    }

    private string[] FromMailbox =>
        [
            "--from",
            "owner@larkmoor-supply.example",
            "--name",
            "Larkmoor Supply",
            "--smtp",
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_sink.Port}"),
        ];

    private CommandRun Send(DateTimeOffset? at = null) =>
        CommandRun.Mailing(at ?? Made, ["send", _copy.Folder, "--by", "Dana Reyes", .. FromMailbox]);

    private CommandRun Settle(string word) =>
        CommandRun.At(
            Made.AddHours(2),
            ["send", _copy.Folder, "--settle", word, "--by", "Dana Reyes", "--because", "I looked."]
        );

    private string Round(int number) =>
        Path.Combine(_copy.Folder, "rounds", number.ToString(CultureInfo.InvariantCulture));

    private void Once(SinkStep at, SinkFault fault, bool keeps = false)
    {
        var orders = new Queue<SinkOrder>([new SinkOrder(at, fault, keeps)]);
        _sink.Order = () => orders.TryDequeue(out SinkOrder? order) ? order : SinkOrder.Well;
    }

    /// <summary>A case that is ready, whose notice names a mailbox that is known.</summary>
    private static CaseCopy ByMail(string from = Named)
    {
        CaseCopy copy = CaseCopy.OfSample("late-shipment");
        string notice = File.ReadAllText(
            Path.Combine(Repository.Root, "tests", "Shared", "Fixtures", "notice-by-mail.eml")
        );
        copy.With("notice.eml", notice.Replace($"<{Named}>", $"<{from}>", StringComparison.Ordinal));
        CommandRun.At(Made, "appeal", copy.Folder);
        return copy;
    }
}
