using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Cases;
using Reprieve.Cli.Output;
using Reprieve.Mail;

namespace Reprieve.Cli.Mailing;

/// <summary>What became of a mail that is not known to be sent, as the command prints it.</summary>
/// <param name="State">not_sent, uncertain, leaving or none.</param>
/// <param name="Reason">In words.</param>
/// <param name="NotBefore">From when it may be tried, or looked at, again; null for at once, or where it may not be.</param>
/// <param name="MayRetry">Whether running the command again can send it.</param>
internal sealed record MailState(string State, string? Reason, DateTimeOffset? NotBefore, bool MayRetry);

/// <summary>As JSON on one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MailState))]
internal sealed partial class MailJson : JsonSerializerContext
{
    private static MailJson Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    public static string Of(SendResult result) =>
        Text(
            result switch
            {
                SendResult.NotSent not => new MailState("not_sent", not.Reason, not.NotBefore, not.Retry != Retry.No),
                SendResult.Uncertain look => new MailState("uncertain", look.Reason, look.LookAgainAt, false),
                _ => throw new ArgumentOutOfRangeException(nameof(result)),
            }
        );

    public static string Of(Case record) =>
        record.Leaving is null && record.Rounds.Count > 0 && record.Rounds[^1].Sent.Mail is not null
            ? AppealJson.Serialize(record.Rounds[^1].Sent)
            : Text(new MailState(record.Leaving is null ? "none" : "leaving", null, null, record.Leaving is not null));

    private static string Text(MailState state) => JsonSerializer.Serialize(state, Readable.MailState);
}
