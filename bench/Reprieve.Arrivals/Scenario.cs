using System.Globalization;
using Reprieve.Notices;

namespace Reprieve.Arrivals;

/// <summary>A case that waits for Amazon's answer, and the answer that comes.</summary>
/// <param name="Name">The case's title.</param>
internal sealed record Awaited(string Name, byte[] Notice, byte[] Answer);

/// <summary>
/// Cases in many stores and languages with their answers, made of the project's own notices, and mails that must move none: false
/// ones, one that nobody can prove, and two notices that begin cases.
/// </summary>
internal sealed class Scenario
{
    private static readonly (string Store, string Notice, string Answer)[] Pairs =
    [
        ("amazon.ae", "ar-deactivation-late-shipment", "ar-more-information-invoices"),
        ("amazon.sa", "ar-deactivation-odr", "ar-reinstated"),
        ("amazon.de", "de-late-shipment-plan", "de-reinstated"),
        ("amazon.de", "de-deactivation-related-account", "de-denied-related"),
        ("amazon.de", "de-deactivation-code-of-conduct", "de-denied"),
        ("amazon.com", "en-late-shipment-plan", "en-more-information-grid"),
        ("amazon.ca", "en-2020-odr-claims-before-plan", "en-more-detail-slots-2020"),
        ("amazon.es", "es-drop-shipping-review-partial", "es-denied-short"),
        ("amazon.es", "es-deactivation-reviews-2022", "es-reinstated-offers"),
        ("amazon.fr", "fr-deactivation-late-shipment-2019", "fr-reinstated"),
        ("amazon.fr", "fr-deactivation-related-account", "fr-more-information-grid"),
        ("amazon.it", "it-deactivation-fraud-2024", "it-denied-new-appeal"),
        ("amazon.co.jp", "ja-deactivation-order-defects-plan", "ja-reinstated-partially"),
        ("amazon.co.jp", "ja-deactivation-multiple-accounts", "ja-denied-final-short"),
        ("amazon.nl", "nl-deactivation-order-defects", "nl-reinstated"),
        ("amazon.pl", "pl-drop-shipping-review", "pl-denied-plan-too-general"),
        ("amazon.com.br", "pt-br-deactivation-late-shipment", "pt-br-more-information-late-delivery"),
        ("amazon.se", "sv-late-shipment-plan", "sv-reinstated"),
        ("amazon.co.uk", "zh-odr-deactivation", "zh-reinstated-2025"),
        ("amazon.com", "zh-deactivation-reviews", "zh-more-information-orders"),
    ];

    private readonly SignedMails _mails;
    private readonly string _fixtures;
    private readonly DateTimeOffset _now;

    /// <param name="fixtures">Folder of the notices of the reader's tests.</param>
    /// <param name="now">The moment: notices came 20 days ago, answers an hour ago.</param>
    /// <param name="cases">How many of the cases.</param>
    public Scenario(SignedMails mails, string fixtures, DateTimeOffset now, int cases = 20)
    {
        (_mails, _fixtures, _now) = (mails, fixtures, now);
        Cases = [.. Pairs.Take(cases).Select(Of)];
        Beginning =
        [
            ("begins nl", Mail("amazon.nl", "begins nl", "nl-section3-video-call", "Uw account", -2)),
            ("begins se", Mail("amazon.se", "begins se", "sv-used-sold-as-new", "Ditt konto", -3)),
        ];
        Moving =
        [
            .. Cases.Take(2).Select((one, i) => (Name(i, "forged"), Twisted(one))),
            (
                "phishing de",
                Mail("amaz0n-service.example", "phishing de", "de-phishing-account-suspended", "Konto", -1)
            ),
            ("phishing ar", Mail("security-amzn.example", "phishing ar", "ar-phishing-bank", "Account", -1)),
        ];
        Unproven = ("unproven", Mail(Pairs[0].Store, "unproven", Pairs[0].Answer, Subject(0), -1, signed: false));
    }

    /// <summary>The cases with their answers.</summary>
    public IReadOnlyList<Awaited> Cases { get; }

    /// <summary>Notices that begin a case.</summary>
    public IReadOnlyList<(string Name, byte[] Mail)> Beginning { get; }

    /// <summary>Mails that pretend to be Amazon's and want to move a case.</summary>
    public IReadOnlyList<(string Name, byte[] Mail)> Moving { get; }

    /// <summary>An answer without a signature: a person has to say whether it is Amazon's.</summary>
    public (string Name, byte[] Mail) Unproven { get; }

    /// <summary>All mails that arrive.</summary>
    public IReadOnlyList<(string Name, byte[] Mail)> Arriving =>
        [.. Cases.Select(one => ("answer " + one.Name, one.Answer)), .. Beginning, .. Moving, Unproven];

    private Awaited Of((string Store, string Notice, string Answer) pair, int i)
    {
        string name = Name(i, pair.Store);
        return new Awaited(
            name,
            Mail(pair.Store, "notice " + name, pair.Notice, Subject(i), -20 * 24),
            Mail(pair.Store, "answer " + name, pair.Answer, "Re: " + Subject(i), -1)
        );
    }

    /// <summary>The answer to another case, sent to this one under its Message-ID: the signature does not fit.</summary>
    private static byte[] Twisted(Awaited one) =>
        SignedMails.Forged(one.Answer, "Subject: Re:", "Subject: Reinstated:");

    private byte[] Mail(string store, string name, string fixture, string subject, int hours, bool signed = true)
    {
        string file = Directory.EnumerateFiles(Path.Combine(_fixtures, fixture), "message.*").First();
        string text =
            MessageReader.Read(file).First().Message?.Text ?? throw new InvalidDataException(file + " is no message");
        return _mails.From(store, name.Replace(' ', '-'), subject, text, _now.AddHours(hours), signed);
    }

    private static string Subject(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"Selling account, request {7001 + i} at Amazon");

    private static string Name(int i, string what) => string.Create(CultureInfo.InvariantCulture, $"{i + 1:00} {what}");
}
