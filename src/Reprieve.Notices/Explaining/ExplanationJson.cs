using System.Text.Json;

namespace Reprieve.Notices;

/// <summary>Writes how a message was read as <c>explanation</c>: a list of sentences with their passages.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<ExplainedSentence> sentences)
    {
        json.WriteStartArray("explanation");
        foreach (ExplainedSentence sentence in sentences)
        {
            json.WriteStartObject();
            json.WriteString("role", sentence.Role);
            json.WriteBoolean("heading", sentence.IsHeading);
            json.WriteString("leftOut", sentence.LeftOut is { } why ? Code(why.ToString()) : null);
            json.WritePropertyName("text");
            DiagnosisJson.Passage(json, sentence.Text);
            json.WriteStartArray("passages");
            foreach (ExplainedPassage passage in sentence.Passages)
            {
                json.WriteStartObject();
                json.WriteString("speaksFor", Code(passage.Speaks.ToString()));
                json.WriteString("code", passage.Code);
                json.WriteString("target", passage.Target.Length == 0 ? null : passage.Target);
                json.WriteString("modality", passage.Modality is { } modality ? Code(modality.ToString()) : null);
                json.WritePropertyName("passage");
                DiagnosisJson.Passage(json, passage.Passage);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Code(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
