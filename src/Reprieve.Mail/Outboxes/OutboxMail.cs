using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Mail;

/// <summary>Where a mail of the outbox stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutboxState>))]
public enum OutboxState
{
    /// <summary>Kept, and certainly not sent.</summary>
    Prepared,

    /// <summary>The end of the mail may be on its way; after a crash nobody knows.</summary>
    Sending,

    /// <summary>The server took it.</summary>
    Accepted,

    /// <summary>The server took it, and a copy lies in the Sent folder.</summary>
    Filed,

    /// <summary>Nobody knows whether the server took it; never sent again until that is settled.</summary>
    Uncertain,

    /// <summary>The server refused it for good; certainly not sent.</summary>
    Refused,

    /// <summary>A person decided not to send it; certainly not sent.</summary>
    GivenUp,
}

/// <summary>Something that happened to a mail of the outbox.</summary>
/// <param name="At">When.</param>
/// <param name="State">Where it stood from then on.</param>
/// <param name="Words">What the server, the program or a person said.</param>
/// <param name="By">The person whose word it is; null where none decided.</param>
public sealed record OutboxEvent(DateTimeOffset At, OutboxState State, string Words, string? By);

/// <summary>A mail of the outbox, as its <c>state.json</c> has it.</summary>
public sealed record OutboxMail
{
    /// <summary>The caller's own name of this one sending.</summary>
    public required string SendingId { get; init; }

    /// <summary>Its Message-ID, without angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>SHA-256 of <c>message.eml</c>, hexadecimal, lower case.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The address it goes from.</summary>
    public required string From { get; init; }

    /// <summary>The addresses it goes to.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Where it stands.</summary>
    public required OutboxState State { get; init; }

    /// <summary>Attempts that the server put off or the network broke, since the last success or a person's word.</summary>
    public int Failures { get; init; }

    /// <summary>Before this moment it is not tried again; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>All that happened, oldest first.</summary>
    public required IReadOnlyList<OutboxEvent> History { get; init; }

    /// <summary>What happened last.</summary>
    [JsonIgnore]
    public OutboxEvent Last => History[^1];

    /// <summary>When its state became what it is; later words on the same state do not move it.</summary>
    [JsonIgnore]
    public DateTimeOffset Since => History.Reverse().TakeWhile(one => one.State == State).Last().At;

    /// <summary>Whether anybody tried to send it, or decided about it.</summary>
    [JsonIgnore]
    internal bool WasTried => State is not OutboxState.Prepared || History.Count > 1;

    /// <summary>The same in another state, with what was said.</summary>
    internal OutboxMail Become(OutboxState state, DateTimeOffset at, string words, string? by = null) =>
        this with
        {
            State = state,
            History = [.. History, new OutboxEvent(at, state, words, by)],
        };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OutboxMail))]
internal sealed partial class OutboxJson : JsonSerializerContext
{
    /// <summary>For people too: indented, other scripts as they are.</summary>
    public static OutboxJson Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options!)
            {
                WriteIndented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
