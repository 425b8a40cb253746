using System.Net.Mail;
using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Alerts;

/// <summary>Kinds of channels; each has an entry of the same code in <c>knowledge/alert-channels</c>.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AlertKind>))]
public enum AlertKind
{
    /// <summary>A program of the user's own, which checks a signature.</summary>
    Webhook,

    /// <summary>Slack's incoming webhook, or a service that takes its form.</summary>
    Slack,

    /// <summary>A robot in a group of Feishu or Lark.</summary>
    Feishu,

    /// <summary>A robot in a group of DingTalk.</summary>
    DingTalk,

    /// <summary>A robot in a group of WeCom.</summary>
    WeCom,

    /// <summary>E-mail.</summary>
    Mail,
}

/// <summary>Where alerts go, and when.</summary>
public sealed record AlertChannel
{
    private const int LeastSecret = 16;

    /// <summary>Its identity, which stays when all else of it changes.</summary>
    public required string Id { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Its kind.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>
    /// https, or http on this machine; for mail a <c>mailto:</c> address. With most services it is a secret in itself.
    /// </summary>
    public required Uri Address { get; init; }

    /// <summary>What requests are signed with; null where the robot has none.</summary>
    public string? Secret { get; init; }

    /// <summary>The language of its alerts, <c>en</c> or <c>zh-Hans</c>.</summary>
    public string Language { get; init; } = LocalizedText.Fallback;

    /// <summary>The time zone of its hours, an IANA name.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>When only urgent alerts come; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>The hour at which all that is not urgent comes in one message; null for at once.</summary>
    public TimeOnly? DigestAt { get; init; }

    /// <summary>What is wrong with it and what to do, in the screen's language; null when it is sound.</summary>
    public string? Wrong() =>
        string.IsNullOrWhiteSpace(Id) || string.IsNullOrWhiteSpace(Name) ? Say.Texts.Get("No_Name")
        : Kind is AlertKind.Mail && !IsMailbox(Address) ? Say.Texts.Get("Mailto_Only")
        : Kind is not AlertKind.Mail && !IsSafe(Address) ? Say.Texts.Get("Https_Only")
        : Kind is AlertKind.Webhook && (Secret?.Length ?? 0) < LeastSecret ? Say.Texts.Get("Secret_Needed", LeastSecret)
        : !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _) ? Say.Texts.Get("Bad_Zone", Zone)
        : Quiet is { } quiet && quiet.From == quiet.To ? Say.Texts.Get("Same_Hours")
        : null;

    /// <summary>Without address and secret, so that no log has them.</summary>
    public override string ToString() => $"{Kind} {Name}";

    /// <summary>Whether what is sent there can be read by nobody in between.</summary>
    internal static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsMailbox(Uri address) =>
        address.IsAbsoluteUri
        && address.Scheme == Uri.UriSchemeMailto
        && address.Query.Length == 0
        && MailAddress.TryCreate(address.UserInfo + "@" + address.Host, out _);
}
