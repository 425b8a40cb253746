using System.Globalization;

namespace Reprieve.Notices.Tests;

public sealed class DeadlineTests
{
    /// <summary>A Thursday, ten to eleven at night in Los Angeles.</summary>
    private static readonly DateTimeOffset Sent = new(2026, 10, 1, 5, 50, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Send the plan within 17 days.", 17, "days", "2026-10-17T23:59:59-07:00")]
    [InlineData("You have 72 hours to respond.", 72, "hours", "2026-10-03T22:50:00-07:00")]
    [InlineData("Respond within two weeks.", 2, "weeks", "2026-10-14T23:59:59-07:00")]
    [InlineData("Respond within 3 business days.", 3, "business_days", "2026-10-05T23:59:59-07:00")]
    [InlineData("Respond within 2 months.", 2, "months", "2026-11-30T23:59:59-08:00")]
    [InlineData("Respond within 30 calendar days.", 30, "days", "2026-10-30T23:59:59-07:00")]
    public void A_period_ends_in_the_stores_zone(string sentence, int amount, string unit, string due)
    {
        Deadline deadline = Some.Read("Your Amazon.com account. " + sentence, date: Sent)
            .Deadlines.ShouldHaveSingleItem();
        (deadline.Amount, deadline.Unit).ShouldBe((amount, unit));
        deadline.Due!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture).ShouldBe(due);
    }

    [Theory]
    [InlineData("Send it by May 30, 2027.", "2027-05-30T23:59:59-07:00")]
    [InlineData("Send it by 05/30/2027.", "2027-05-30T23:59:59-07:00")]
    [InlineData("Send it by 2027-05-30.", "2027-05-30T23:59:59-07:00")]
    [InlineData("Send it by March 3.", "2027-03-03T23:59:59-08:00")]
    public void A_fixed_date_ends_with_its_day(string sentence, string due)
    {
        Deadline deadline = Some.Read("Your Amazon.com account. " + sentence, date: Sent)
            .Deadlines.ShouldHaveSingleItem();
        deadline.Amount.ShouldBeNull();
        deadline.Due!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture).ShouldBe(due);
    }

    [Theory]
    [InlineData("Ihr Konto bei Amazon.de. Antworten Sie bis zum 30. Mai 2027.", "2027-05-30T23:59:59+02:00")]
    [InlineData("Ihr Konto bei Amazon.de. Antworten Sie bis zum 03.04.2027.", "2027-04-03T23:59:59+02:00")]
    [InlineData("您的 Amazon.com 账户。请在2027年5月30日之前提交。", "2027-05-30T23:59:59-07:00")]
    [InlineData("您的 Amazon.com 账户。请在 17 天内提交。", "2026-10-17T23:59:59-07:00")]
    [InlineData("Ihr Konto bei Amazon.de. Antworten Sie innerhalb von 72 Stunden.", "2026-10-04T07:50:00+02:00")]
    [InlineData("Votre compte sur Amazon.fr. Envoyez-le avant le 30 mai 2027.", "2027-05-30T23:59:59+02:00")]
    [InlineData("Votre compte sur Amazon.fr. Vous avez jusqu'au 1er juin 2027.", "2027-06-01T23:59:59+02:00")]
    [InlineData("Votre compte sur Amazon.fr. Répondez dans les 14 prochains jours.", "2026-10-15T23:59:59+02:00")]
    [InlineData("Il tuo account su Amazon.it. Rispondi entro il 30 maggio 2027.", "2027-05-30T23:59:59+02:00")]
    [InlineData("Il tuo account su Amazon.it. Rispondi entro il 1º giugno 2027.", "2027-06-01T23:59:59+02:00")]
    [InlineData("Tu cuenta en Amazon.es. Envíalo antes del 30 de mayo de 2027.", "2027-05-30T23:59:59+02:00")]
    [InlineData("Tu cuenta en Amazon.es. Envíalo a más tardar el 3 de abril.", "2027-04-03T23:59:59+02:00")]
    [InlineData("Tu cuenta en Amazon.es. Responde en los próximos 17 días.", "2026-10-18T23:59:59+02:00")]
    [InlineData("Amazon.nl-account. Stuur het plan uiterlijk op 30 mei 2027.", "2027-05-30T23:59:59+02:00")]
    [InlineData("Ditt konto på Amazon.se. Svara senast den 30 maj 2027.", "2027-05-30T23:59:59+02:00")]
    [InlineData("Twoje konto na Amazon.pl. Odpowiedz do 30 maja 2027 r.", "2027-05-30T23:59:59+02:00")]
    [InlineData("Amazon.com.tr hesabınız. Lütfen 30 Mayıs 2027'ye kadar gönderin.", "2027-05-30T23:59:59+03:00")]
    [InlineData("Amazon.com.tr hesabınız. Lütfen 30.05.2027’ye kadar gönderin.", "2027-05-30T23:59:59+03:00")]
    public void Other_languages_state_limits_too(string text, string due) =>
        Some.Read(text, date: Sent)
            .Deadlines.ShouldHaveSingleItem()
            .Due!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            .ShouldBe(due);

    [Theory]
    [InlineData("Send by June 18, 2027 a utility bill not older than 90 days.", "by June 18, 2027")]
    [InlineData("Send within 14 days invoices that were issued in the last 365 days.", "within 14 days")]
    [InlineData(
        "Senden Sie bis zum 18. Juni 2027 eine Rechnung, die nicht älter als 90 Tage ist.",
        "bis zum 18. Juni 2027"
    )]
    [InlineData("発行日から90日以内の請求書を2027年6月18日までにご提出ください。", "2027年6月18日までに")]
    public void The_age_of_a_paper_leaves_a_limit_beside_it(string text, string quote) =>
        Some.Read(text, date: Sent).Deadlines.ShouldHaveSingleItem().Quote.ShouldBe(quote);

    [Theory]
    [InlineData("書類を2027年2月10日（水）までにご提出ください。", "2027年2月10日（水）までに")]
    [InlineData("请于2027年2月10日（星期三）之前提交文件。", "于2027年2月10日（星期三）之前")]
    public void A_weekday_in_brackets_belongs_to_its_date(string text, string quote) =>
        Some.Read(text, date: Sent).Deadlines.ShouldHaveSingleItem().Quote.ShouldBe(quote);

    [Theory]
    [InlineData("请在2027年5月30日之前提交。", "在2027年5月30日之前")]
    [InlineData("書類を2027年5月30日までにご提出ください。", "2027年5月30日までに")]
    [InlineData("書類を７日以内にご提出ください。", "７日以内")]
    public void The_quote_has_the_words_on_both_sides(string text, string quote) =>
        Some.Read(text, date: Sent).Deadlines.ShouldHaveSingleItem().Quote.ShouldBe(quote);

    [Theory]
    [InlineData("Send invoices issued in the last 365 days.")]
    [InlineData("Send a utility bill dated within the last 90 days.")]
    [InlineData("Your late shipment rate over the last 30 days is too high.")]
    [InlineData("请提供最近 90 天内的账单。")]
    [InlineData("Eine Rechnung, nicht älter als 90 Tage, genügt.")]
    [InlineData("Votre compte : envoyez des factures émises au cours des 365 derniers jours.")]
    [InlineData("Envoyez-nous une facture d'électricité datée de moins de 90 jours, à votre nom.")]
    [InlineData("Il tuo account: inviaci le fatture emesse negli ultimi 365 giorni.")]
    [InlineData("Tu cuenta: envía las facturas emitidas en los últimos 365 días.")]
    [InlineData("Sube un comprobante de domicilio con una antigüedad no mayor a 3 meses.")]
    public void The_age_of_a_paper_and_the_window_of_a_metric_are_no_limits(string text) =>
        Some.Read(text, date: Sent).Deadlines.ShouldBeEmpty();

    [Fact]
    public void Without_the_mails_date_a_period_has_no_end()
    {
        Deadline deadline = Some.Read("Respond within 17 days.").Deadlines.ShouldHaveSingleItem();
        deadline.Due.ShouldBeNull();
        deadline.Quote.ShouldBe("within 17 days");
    }

    [Fact]
    public void The_funds_have_a_limit_of_their_own() =>
        Some.Read("After 90 days you may ask for your funds.").Deadlines.ShouldHaveSingleItem().For.ShouldBe("funds");

    [Fact]
    public void A_time_of_day_may_stand_before_the_date()
    {
        Deadline deadline = Some.Read("Please reply by 11:59 PM PT, November 8, 2027, on Amazon.com.")
            .Deadlines.ShouldHaveSingleItem();
        deadline.Quote.ShouldBe("by 11:59 PM PT, November 8, 2027");
    }

    [Fact]
    public void The_day_of_a_removal_is_no_limit()
    {
        Some.Read("We removed the listing below.\nPolicy: Pesticides\nRemoved on: 04/22/2027\n")
            .Deadlines.ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_that_goes_on_about_the_funds_speaks_of_them()
    {
        Some.Read("Your account has been deactivated. Your funds will be held. This can take up to 90 days.")
            .Deadlines.ShouldHaveSingleItem()
            .For.ShouldBe("funds");
    }
}
