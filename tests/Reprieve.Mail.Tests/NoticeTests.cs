using System.Text;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;
using Reprieve.MailFaults;

namespace Reprieve.Mail.Tests;

/// <summary>Mails of which a second one does no harm.</summary>
public sealed class NoticeTests : IDisposable
{
    private readonly SmtpSink _sink = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));

    public void Dispose() => _sink.Dispose();

    [Fact]
    public async Task A_notice_goes_out_marked_as_made_by_a_program()
    {
        NoticeResult result = await NotifyAsync();

        result.Taken.ShouldBeTrue(result.Words);
        string mail = Encoding.UTF8.GetString(_sink.Kept.ShouldHaveSingleItem());
        mail.ShouldContain("Auto-Submitted: auto-generated");
        mail.ShouldContain("To: owner@example.net");
    }

    [Theory]
    [InlineData(SinkFault.Never, Retry.No)]
    [InlineData(SinkFault.Later, Retry.Later)]
    [InlineData(SinkFault.Cut, Retry.Later)]
    internal async Task What_became_of_it_otherwise_is_said(SinkFault fault, Retry retry)
    {
        _sink.Order = () => new SinkOrder(SinkStep.Dot, fault, Keeps: false);

        NoticeResult result = await NotifyAsync();

        result.Taken.ShouldBeFalse();
        result.Retry.ShouldBe(retry);
        result.Words.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_mail_of_another_mailbox_is_refused() =>
        await Should.ThrowAsync<MailException>(() => NotifyAsync("other@example.com"));

    private Task<NoticeResult> NotifyAsync(string from = "seller@example.com") =>
        SeedRun
            .Sender(_clock)
            .NotifyAsync(
                SeedRun.Account(_sink.Port, null, SentCopy.Unknown),
                AppealMail.Build(
                    new MailDraft
                    {
                        SendingId = "a",
                        From = from,
                        To = ["owner@example.net"],
                        Subject = "Reprieve: a deadline",
                        Date = _clock.GetUtcNow(),
                        Text = "Less than 24 hours are left.",
                        IsNotice = true,
                    },
                    null
                ),
                TestContext.Current.CancellationToken
            );
}
