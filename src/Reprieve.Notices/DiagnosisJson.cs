using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Writes a diagnosis as the contract's JSON object, on one line. Written out by hand: the serialiser's metadata for each
/// enum and nullable costs more at start-up than reading the mail.
/// </summary>
public static class DiagnosisJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object; <paramref name="withText"/> adds the plain text that all offsets refer to.</summary>
    public static string Serialize(Diagnosis diagnosis, bool withText = false)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        return Write(diagnosis, withText, null);
    }

    /// <summary>The object, with <c>explanation</c>: the sentences as they were read.</summary>
    public static string Serialize(Explanation explanation, bool withText = false)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return Write(explanation.Diagnosis, withText, explanation.Sentences);
    }

    private static string Write(Diagnosis diagnosis, bool withText, IReadOnlyList<ExplainedSentence>? sentences)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Message(json, diagnosis);
            Reasons(json, diagnosis.Reasons);
            json.WriteString("responseMode", diagnosis.ResponseMode.Code());
            Confidence(json, diagnosis.Confidence);
            Requests(json, diagnosis);
            Deadlines(json, diagnosis.Deadlines);
            Strings(json, "asins", diagnosis.Asins);
            Strings(json, "orderIds", diagnosis.OrderIds);
            Strings(json, "complaintIds", diagnosis.ComplaintIds);
            Route(json, diagnosis.Route);
            json.WriteString("decision", diagnosis.Decision?.Code());
            Origin(json, diagnosis.Authenticity);
            json.WriteString("subject", diagnosis.Subject);
            json.WriteString("date", Time(diagnosis.Date));
            json.WriteString("sha256", diagnosis.Sha256);
            if (diagnosis.Notes.Count > 0)
            {
                Strings(json, "notes", diagnosis.Notes);
            }

            if (withText)
            {
                json.WriteString("text", diagnosis.Text);
            }

            if (sentences is not null)
            {
                ExplanationJson.Write(json, sentences);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Message(Utf8JsonWriter json, Diagnosis diagnosis)
    {
        json.WriteString("source", diagnosis.Source);
        json.WriteString("id", diagnosis.Id);
        json.WriteString("language", diagnosis.Language);
        json.WriteString("marketplace", diagnosis.Marketplace);
        json.WriteString("kind", diagnosis.Kind.Code());
        json.WriteString("ground", diagnosis.Ground?.Code());
        json.WriteString("accountStatus", diagnosis.AccountStatus.Code());
    }

    private static void Reasons(Utf8JsonWriter json, IReadOnlyList<StatedReason> reasons)
    {
        json.WriteStartArray("reasons");
        foreach (StatedReason reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteNumber("confidence", reason.Confidence);
            json.WriteStartArray("evidence");
            foreach (Evidence evidence in reason.Evidence)
            {
                Passage(json, evidence);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Confidence(Utf8JsonWriter json, ReadingConfidence confidence)
    {
        json.WriteStartObject("confidence");
        json.WriteNumber("kind", confidence.Kind);
        json.WriteNumber("responseMode", confidence.ResponseMode);
        json.WriteEndObject();
    }

    private static void Requests(Utf8JsonWriter json, Diagnosis diagnosis)
    {
        json.WriteStartArray("asks");
        foreach (Ask ask in diagnosis.Asks)
        {
            json.WriteStartObject();
            json.WriteString("what", ask.What);
            Passage(json, "evidence", ask.Evidence);
            if (ask.OnlyIfInError)
            {
                json.WriteBoolean("onlyIfInError", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("requestGrid");
        foreach (RequestCell cell in diagnosis.RequestGrid)
        {
            json.WriteStartObject();
            json.WriteString("cause", cell.Cause);
            json.WriteString("section", cell.Section.Code());
            Passage(json, "evidence", cell.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Deadlines(Utf8JsonWriter json, IReadOnlyList<Deadline> deadlines)
    {
        json.WriteStartArray("deadlines");
        foreach (Deadline deadline in deadlines)
        {
            json.WriteStartObject();
            json.WriteString("for", deadline.For);
            Passage(json, "evidence", deadline.Evidence);
            json.WriteString("quote", deadline.Quote);
            if (deadline.Amount is { } amount)
            {
                json.WriteNumber("amount", amount);
            }
            else
            {
                json.WriteNull("amount");
            }

            json.WriteString("unit", deadline.Unit);
            json.WriteString("due", Time(deadline.Due));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Route(Utf8JsonWriter json, StatedRoute route)
    {
        json.WriteStartObject("route");
        json.WriteString("channel", route.Channel.Code());
        json.WriteString("address", route.Address);
        if (route.Evidence is { } evidence)
        {
            Passage(json, "evidence", evidence);
        }
        else
        {
            json.WriteNull("evidence");
        }

        json.WriteEndObject();
    }

    private static void Origin(Utf8JsonWriter json, Authenticity origin)
    {
        json.WriteStartObject("authenticity");
        json.WriteString("verdict", origin.Verdict.Code());
        json.WriteStartArray("checks");
        foreach (AuthenticityCheck check in origin.Checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteString("result", check.Result);
            json.WriteString("detail", check.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Keys(json, origin.Keys);
        json.WriteEndObject();
    }

    /// <summary>Only where a signature was held against a key; most mails have none.</summary>
    private static void Keys(Utf8JsonWriter json, IReadOnlyList<UsedKey> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        json.WriteStartArray("keys");
        foreach (UsedKey key in keys)
        {
            json.WriteStartObject();
            json.WriteString("name", key.Name);
            json.WriteString("record", key.Record);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void Passage(Utf8JsonWriter json, string name, Evidence evidence)
    {
        json.WritePropertyName(name);
        Passage(json, evidence);
    }

    internal static void Passage(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("quote", evidence.Quote);
        json.WriteNumber("start", evidence.Start);
        json.WriteNumber("length", evidence.Length);
        if (evidence.In is { } place)
        {
            json.WriteString("in", place);
        }

        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
