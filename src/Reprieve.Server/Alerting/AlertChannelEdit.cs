using System.Globalization;
using System.Net.Mail;
using Reprieve.Alerts;

namespace Reprieve.Server.Alerting;

/// <summary>What somebody says of a channel; an empty address or secret keeps the one that is known.</summary>
/// <param name="Address">The address of the service, or the mail address.</param>
/// <param name="Language">Of its alerts: <c>en</c> or <c>zh-Hans</c>.</param>
/// <param name="Zone">An IANA name of a time zone, for its hours.</param>
/// <param name="QuietFrom">When its quiet begins, <c>22:00</c>; empty for no quiet.</param>
/// <param name="QuietTo">When its quiet ends.</param>
/// <param name="DigestAt">When all that is not urgent comes at once; empty for each as it happens.</param>
public sealed record AlertChannelEdit(
    AlertKind Kind,
    string Name,
    string? Address = null,
    string? Secret = null,
    string? Language = null,
    string? Zone = null,
    string? QuietFrom = null,
    string? QuietTo = null,
    string? DigestAt = null
)
{
    private const string Mailto = "mailto:";
    private const int LongestName = 80;
    private const int LongestField = 2_000;

    /// <summary>What is said of a known channel again.</summary>
    public static AlertChannelEdit Of(AlertChannel known) =>
        new(
            known.Kind,
            known.Name,
            Language: known.Language,
            Zone: known.Zone,
            QuietFrom: Written(known.Quiet?.From),
            QuietTo: Written(known.Quiet?.To),
            DigestAt: Written(known.DigestAt)
        );

    /// <summary>An hour as forms have it.</summary>
    public static string? Written(TimeOnly? hour) => hour?.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The channel as it is kept.</summary>
    /// <param name="known">The one that is changed; null for a new one.</param>
    /// <exception cref="AlertException">A part of it is none; in words.</exception>
    public AlertChannel On(AlertChannel? known, TimeProvider clock)
    {
        if (Name.Trim().Length is 0 or > LongestName || Name.Any(char.IsControl))
        {
            throw new AlertException(Say.Get("person_name_wrong", LongestName));
        }

        if (Address?.Length > LongestField || Secret?.Length > LongestField)
        {
            throw new AlertException(Say.Get("alert_too_long", LongestField));
        }

        AlertKind kind = known?.Kind ?? Kind;
        var channel = new AlertChannel
        {
            Id = known?.Id ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
            Name = Name.Trim(),
            Kind = kind,
            Address = Given(Address) is { } address
                ? UriOf(address, kind)
                : known?.Address ?? throw new AlertException(Say.Get("alert_no_address")),
            Secret = kind is AlertKind.Mail ? null : Given(Secret) ?? known?.Secret,
            Language = AlertWords.Culture(Given(Language) ?? "").Name,
            Zone = Given(Zone) ?? "UTC",
            Quiet = Quiet(),
            DigestAt = Hour(DigestAt),
        };
        return channel.Wrong() is { } wrong ? throw new AlertException(wrong) : channel;
    }

    private QuietHours? Quiet() =>
        (Hour(QuietFrom), Hour(QuietTo)) switch
        {
            ({ } from, { } to) => new QuietHours(from, to),
            (null, null) => null,
            _ => throw new AlertException(Say.Get("alert_half_quiet")),
        };

    private static Uri UriOf(string address, AlertKind kind)
    {
        if (kind is not AlertKind.Mail)
        {
            return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
                ? uri
                : throw new AlertException(Say.Get("alert_bad_address"));
        }

        string bare = address.StartsWith(Mailto, StringComparison.OrdinalIgnoreCase)
            ? address[Mailto.Length..]
            : address;
        return
            MailAddress.TryCreate(bare, out MailAddress? mail)
            && mail.Address == bare
            && Uri.TryCreate(Mailto + bare, UriKind.Absolute, out Uri? box)
            ? box
            : throw new AlertException(Say.Get("alert_bad_mail"));
    }

    private static TimeOnly? Hour(string? text) =>
        Given(text) is not { } given ? null
        : TimeOnly.TryParseExact(
            given,
            ["HH:mm", "H:mm", "HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out TimeOnly hour
        )
            ? hour
        : throw new AlertException(Say.Get("alert_bad_hour"));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
