using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Export;

/// <summary>
/// What <c>ledger.json</c> holds: each sentence, the facts it rests on, and where each fact is known from; and the
/// hash of the text as it was last written, by which a person's edit is told from ours.
/// </summary>
public sealed record Ledger
{
    /// <summary>Names and sentences as they are read, not escaped.</summary>
    private static readonly LedgerJson Readable = new(
        new JsonSerializerOptions(LedgerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    /// <summary>Version of this form.</summary>
    public int Format { get; init; } = 1;

    public required ResponseMode Mode { get; init; }

    public required string Language { get; init; }

    /// <summary>SHA-256 of the text in UTF-8 with line feeds, lower-case hex.</summary>
    public required string TextSha256 { get; init; }

    /// <summary>The causes answered, each with the part of the practice it belongs to.</summary>
    public IReadOnlyList<AnsweredCause> Causes
    {
        get;
        init => field = value ?? [];
    } = [];

    public required IReadOnlyList<LedgerSentence> Sentences { get; init; }

    public required IReadOnlyList<Fact> Facts { get; init; }

    public required IReadOnlyList<LedgerAttachment> Attachments { get; init; }

    /// <summary>The ledger of an answer.</summary>
    public static Ledger Of(WrittenResponse response) =>
        new()
        {
            Mode = response.Mode,
            Language = response.Language,
            TextSha256 = HashOf(response.Text),
            Causes = response.Causes,
            Sentences = response.Sentences,
            Facts = response.Facts,
            Attachments =
            [
                .. response.Attachments.Select(a => new LedgerAttachment(a.SendAs, a.Path, a.Claim, a.Sha256)),
            ],
        };

    /// <summary>The ledger of a file, or null when it is none.</summary>
    public static Ledger? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Readable.Ledger);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, Readable.Ledger) + "\n";

    internal static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A paper in the ledger.</summary>
public sealed record LedgerAttachment(string SendAs, string Path, string Claim, string Sha256);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    DefaultIgnoreCondition = JsonIgnoreCondition.Never
)]
[JsonSerializable(typeof(Ledger))]
internal sealed partial class LedgerJson : JsonSerializerContext;
