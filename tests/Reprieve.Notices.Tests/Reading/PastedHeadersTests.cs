namespace Reprieve.Notices.Tests;

public sealed class PastedHeadersTests
{
    private const string Body =
        "\n\nYour Amazon seller account has been deactivated. Send us a plan of action within 17 days.\n";

    [Theory]
    [InlineData("From: Amazon <n@amazon.com>\nSent: Tuesday, March 3, 2026 10:20 AM\nTo: Me\nSubject: Your account")]
    [InlineData("Von: Amazon <n@amazon.com>\nGesendet: Dienstag, 3. März 2026 10:20\nAn: Mich\nBetreff: Your account")]
    [InlineData("De : Amazon <n@amazon.com>\nEnvoyé : mardi 3 mars 2026 10:20\nÀ : Moi\nObjet : Your account")]
    [InlineData("Da: Amazon <n@amazon.com>\nInviato: martedì 3 marzo 2026 10:20\nA: Me\nOggetto: Your account")]
    [InlineData("De: Amazon <n@amazon.com>\nEnviado: martes, 3 de marzo de 2026 10:20\nPara: Yo\nAsunto: Your account")]
    [InlineData("Van: Amazon <n@amazon.com>\nVerzonden: dinsdag 3 maart 2026 10:20\nAan: Mij\nOnderwerp: Your account")]
    [InlineData("发件人: Amazon <n@amazon.com>\n发送时间: 2026年3月3日 10:20\n收件人: 我\n主题: Your account")]
    [InlineData("发件人：Amazon <n@amazon.com>\n日期：2026/03/03 上午10:20\n主题：Your account")]
    [InlineData("差出人: Amazon <n@amazon.com>\n送信日時: 2026年3月3日火曜日 10:20\n宛先: 私\n件名: Your account")]
    [InlineData("> From: Amazon <n@amazon.com>\n> Date: 3 March 2026 10:20\n> Subject: Your account")]
    [InlineData("*From:* Amazon <n@amazon.com>\n*Sent:* Tuesday, March 3, 2026 10:20 AM\n*Subject:* Your account")]
    [InlineData("From: Amazon <n@amazon.com>\n\nDate: Mar 3, 2026, 10:20 AM\n\nSubject: Your account")]
    [InlineData("From: Amazon <n@amazon.com> Sent: Tuesday, March 3, 2026 10:20 AM To: Me Subject: Your account")]
    [InlineData(
        "Hi, see below.\n\n---------- Forwarded message ---------\nFrom: Amazon <n@amazon.com>\nDate: Tue, Mar 3, 2026 at 10:20 AM\nSubject: Your account\nTo: <me@x.example>"
    )]
    [InlineData(
        "From: Me <me@x.example>\nDate: 5 March 2026 09:00\nSubject: Fwd: Your account\n\n-----Ursprüngliche Nachricht-----\nVon: Amazon <n@amazon.com>\nGesendet: Dienstag, 3. März 2026 10:20\nBetreff: Your account"
    )]
    public void Sender_date_and_subject_are_taken_from_headers_pasted_as_text(string headers)
    {
        using var folder = new TemporaryFolder();
        Message message = MessageReader.Read(folder.File("a.txt", headers + Body)).Single().Message.ShouldNotBeNull();
        message.Text.ShouldBe(headers + Body);
        message.From.ShouldBe("Amazon <n@amazon.com>");
        message.Subject.ShouldBe("Your account");
        message.Date.ShouldBe(new DateTimeOffset(2026, 3, 3, 10, 20, 0, TimeSpan.Zero));
        message.DateIsLocal.ShouldBeTrue();
        Some.Reader.Read(message).Authenticity.Verdict.ShouldNotBe(AuthenticityVerdict.Genuine);
    }

    [Theory]
    [InlineData("Tue, 3 Mar 2026 10:20:30 -0800", -8)]
    [InlineData("Tue, 3 Mar 2026 10:20 +0530", 5.5)]
    [InlineData("3 mars 2026 à 10:20:30 UTC+1", 1)]
    [InlineData("2026-03-03 10:20 (GMT+08:00)", 8)]
    [InlineData("March 3, 2026 10:20:11 AM PST", -8)]
    public void An_offset_that_is_stated_is_kept(string date, double hours)
    {
        PastedDate read = PastedDates.Read(date, "mdy").ShouldNotBeNull();
        read.IsLocal.ShouldBeFalse();
        read.Date.ShouldBe(new DateTimeOffset(2026, 3, 3, 10, 20, 0, TimeSpan.FromHours(hours)));
    }

    [Theory]
    [InlineData("03/04/2026 10:20", "mdy")]
    [InlineData("yesterday", "mdy")]
    [InlineData("10:20", "dmy")]
    [InlineData("32.13.2026", "dmy")]
    [InlineData("30 February 2026", "mdy")]
    public void A_date_that_could_be_two_or_none_is_not_guessed(string date, string order) =>
        PastedDates.Read(date, order).ShouldBeNull();

    [Theory]
    [InlineData("mar. 14 avr. 2026 10:20", "dmy", 4, 14)]
    [InlineData("03/04/2026 10:20", "dmy", 4, 3)]
    [InlineData("13/04/2026 1:20 PM", "mdy", 4, 13)]
    [InlineData("04.03.2026 um 10:20", "dmy", 3, 4)]
    public void Day_and_month_are_told_apart(string date, string order, int month, int day) =>
        DateOnly
            .FromDateTime(PastedDates.Read(date, order)!.Value.Date.DateTime)
            .ShouldBe(new DateOnly(2026, month, day));

    [Fact]
    public void A_date_without_an_offset_counts_in_the_zone_of_the_store()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(
            "a.txt",
            "From: Amazon\nSent: Tuesday, March 3, 2026 11:50 PM\nSubject: Your Amazon.com account\n\nYour Amazon.com seller account has been deactivated. Send us a plan of action within 17 days. https://sellercentral.amazon.com/"
        );
        Diagnosis read = Some.Reader.Read(MessageReader.Read(path).Single().Message!);
        read.Deadlines.ShouldHaveSingleItem()
            .Due.ShouldBe(new DateTimeOffset(2026, 3, 20, 23, 59, 59, TimeSpan.FromHours(-7)));
    }

    [Theory]
    [InlineData("Hello,\n\nFrom: a list\n\nYour account has been deactivated.")]
    [InlineData("Subject to section 3: your account has been deactivated.")]
    [InlineData("Date: soon\n\nYour account has been deactivated.")]
    public void A_text_without_headers_has_none(string text) => PastedHeaders.OfText(text).ShouldBeNull();

    [Fact]
    public void A_forward_within_a_mail_gives_the_day_Amazon_wrote()
    {
        Message mail = Some.Mail(
            "From: me@x.example\nTo: help@y.example\nSubject: WG: Ihr Konto\nDate: Thu, 5 Mar 2026 09:00:00 +0100\n\nBitte lesen.\n\n________________________________\nVon: Amazon <n@amazon.de>\nGesendet: Dienstag, 3. März 2026 10:20\nAn: me@x.example\nBetreff: Ihr Konto\n\nIhr Verkäuferkonto wurde deaktiviert.\n"
        );
        mail.Date.ShouldBe(new DateTimeOffset(2026, 3, 3, 10, 20, 0, TimeSpan.Zero));
        mail.From.ShouldBe("me@x.example");
    }

    [Fact]
    public void An_answer_keeps_its_own_date_whatever_it_quotes()
    {
        Message mail = Some.Mail(
            "From: n@amazon.com\nTo: me@x.example\nSubject: Re: Plan of action\nDate: Thu, 5 Mar 2026 09:00:00 +0100\n\nWe reviewed it.\n\n-----Original Message-----\nFrom: me@x.example\nSent: Tuesday, March 3, 2026 10:20 AM\nSubject: Plan of action\n\nDear team\n"
        );
        mail.Date!.Value.Day.ShouldBe(5);
    }
}
