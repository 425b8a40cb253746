using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Knowledge;

/// <summary>One reason for which Amazon acts, and how its mails say so (<c>knowledge/reasons</c>).</summary>
public sealed record Reason : KnowledgeEntry
{
    /// <summary>What people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The ground it belongs to.</summary>
    public required Ground Ground { get; init; }

    /// <summary>The wordings that state it, by language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Cue>> Cues { get; init; }

    /// <summary>The metrics whose misses stand behind it.</summary>
    public IReadOnlyList<string> Metrics
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The papers that usually help, as ask codes, most important first.</summary>
    public IReadOnlyList<string> Papers
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What the seller must not do, beyond the general advice.</summary>
    public IReadOnlyList<LocalizedText> DoNot
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Reasons, by code, beside which this one is only the general word for the same thing and is not named.</summary>
    public IReadOnlyList<string> GivesWayTo
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether a lawyer should look before anything is admitted.</summary>
    public bool LawyerFirst { get; init; }
}

/// <summary>
/// A wording to look for: matched whole-word, case- and width-insensitive, white space folded.
/// <c>...</c> inside it stands for a gap within the same sentence, <c>*</c> at the end of a word for any ending.
/// </summary>
[JsonConverter(typeof(CueConverter))]
public sealed record Cue
{
    /// <summary>The wording.</summary>
    public required string Say { get; init; }

    /// <summary>How strongly it speaks, from 0 to 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Wordings in the same sentence that take its meaning away.</summary>
    public IReadOnlyList<string> Unless
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>Reads a cue either as a plain string or as a map.</summary>
internal sealed class CueConverter : JsonConverter<Cue>
{
    public override Cue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new Cue { Say = reader.GetString()! };
        }

        using JsonDocument map = JsonDocument.ParseValue(ref reader);
        string? say = null;
        double weight = 1;
        List<string> unless = [];
        foreach (JsonProperty property in map.RootElement.EnumerateObject())
        {
            switch (property.Name)
            {
                case "say":
                    say = property.Value.GetString();
                    break;
                case "weight":
                    weight = property.Value.GetDouble();
                    break;
                case "unless":
                    unless.AddRange(property.Value.EnumerateArray().Select(item => item.GetString()!));
                    break;
                default:
                    throw new JsonException($"a cue has no '{property.Name}'; it has say, weight, unless");
            }
        }

        return new Cue
        {
            Say = say ?? throw new JsonException("a cue needs 'say'"),
            Weight = weight,
            Unless = unless,
        };
    }

    public override void Write(Utf8JsonWriter writer, Cue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("say", value.Say);
        writer.WriteNumber("weight", value.Weight);
        writer.WriteStartArray("unless");
        foreach (string unless in value.Unless)
        {
            writer.WriteStringValue(unless);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
