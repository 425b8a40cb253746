using System.Text.Json.Nodes;
using NJsonSchema;

namespace Reprieve.Testing;

/// <summary>
/// The schemas of one model. Objects are closed: a field that the model does not name is a fault, which the model itself
/// would let pass; what is put together of several schemas stays open.
/// </summary>
internal sealed class ModelSchemas
{
    private readonly Lazy<JsonSchema> _root;

    public ModelSchemas(JsonObject definitions) =>
        _root = new Lazy<JsonSchema>(() =>
        {
            JsonObject copy = definitions.DeepClone().AsObject();
            HashSet<string> parts = [];
            Collect(copy, parts);
            foreach ((string name, JsonNode? schema) in copy)
            {
                if (!parts.Contains(name))
                {
                    Close(schema);
                }
            }

            string json = new JsonObject { ["definitions"] = copy }.ToJsonString();
            return JsonSchema.FromJsonAsync(json).GetAwaiter().GetResult();
        });

    /// <summary>What is wrong with the text, in words; nothing where it fits.</summary>
    /// <param name="reference">As in the model: `#/definitions/…`.</param>
    public IEnumerable<string> Faults(string reference, string json)
    {
        JsonSchema schema = _root.Value.Definitions[reference.Split('/')[^1]];
        try
        {
            return [.. schema.Validate(json).Select(e => $"{e.Path}: {e.Kind}")];
        }
        catch (Newtonsoft.Json.JsonException ex)
        {
            return ["no JSON: " + ex.Message];
        }
    }

    private static void Collect(JsonNode? node, HashSet<string> parts)
    {
        if (node is JsonObject schema)
        {
            foreach (JsonNode? part in schema["allOf"] as JsonArray ?? [])
            {
                if (part?["$ref"] is { } reference)
                {
                    parts.Add(((string)reference!).Split('/')[^1]);
                }
            }

            foreach ((_, JsonNode? child) in schema)
            {
                Collect(child, parts);
            }
        }
        else if (node is JsonArray list)
        {
            foreach (JsonNode? child in list)
            {
                Collect(child, parts);
            }
        }
    }

    private static void Close(JsonNode? node)
    {
        if (node is not JsonObject schema || schema.ContainsKey("allOf"))
        {
            return;
        }

        if (schema["properties"] is JsonObject properties)
        {
            if (!schema.ContainsKey("additionalProperties"))
            {
                schema["additionalProperties"] = false;
            }

            foreach ((_, JsonNode? property) in properties)
            {
                Close(property);
            }
        }

        Close(schema["items"]);
    }
}
