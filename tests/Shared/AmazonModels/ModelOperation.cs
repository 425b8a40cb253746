using System.Globalization;
using System.Text.Json.Nodes;

namespace Reprieve.Testing;

/// <summary>One operation of a model, and what a call of it must look like.</summary>
internal sealed class ModelOperation(
    string model,
    string name,
    string method,
    string path,
    JsonObject definition,
    ModelSchemas schemas
)
{
    private readonly string[] _parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
    private readonly JsonObject[] _parameters =
    [
        .. (definition["parameters"] as JsonArray ?? []).Select(p => p!.AsObject()).Where(p => p["name"] is not null),
    ];

    public string Model => model;
    public string Name => name;
    public string Method => method;
    public string Path => path;

    public bool Matches(string[] segments) =>
        segments.Length == _parts.Length && _parts.Zip(segments).All(p => p.First[0] == '{' || p.First == p.Second);

    /// <summary>What is wrong with the query, in words.</summary>
    public IEnumerable<string> QueryFaults(string query)
    {
        Dictionary<string, string> values = [];
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] halves = pair.Split('=', 2);
            string given = Uri.UnescapeDataString(halves[0]);
            if (!values.TryAdd(given, halves.Length == 2 ? Uri.UnescapeDataString(halves[1]) : ""))
            {
                yield return $"parameter '{given}' is there twice";
            }
        }

        JsonObject[] known = [.. _parameters.Where(p => (string)p["in"]! == "query")];
        foreach (string given in values.Keys.Where(k => !known.Any(p => (string)p["name"]! == k)))
        {
            yield return $"parameter '{given}' is not known";
        }

        foreach (JsonObject parameter in known)
        {
            string wanted = (string)parameter["name"]!;
            if (values.TryGetValue(wanted, out string? value))
            {
                foreach (string fault in ModelValue.Faults(parameter, value))
                {
                    yield return $"parameter '{wanted}' {fault}";
                }
            }
            else if ((bool?)parameter["required"] == true)
            {
                yield return $"parameter '{wanted}' is missing";
            }
        }
    }

    /// <summary>What is wrong with the body, in words.</summary>
    public IEnumerable<string> BodyFaults(string? body)
    {
        JsonObject? parameter = Array.Find(_parameters, p => (string)p["in"]! == "body");
        if (parameter is null)
        {
            return string.IsNullOrEmpty(body) ? [] : ["a body where there must be none"];
        }

        return string.IsNullOrEmpty(body)
            ? ["the body is missing"]
            : schemas.Faults((string)parameter["schema"]!["$ref"]!, body);
    }

    /// <summary>What is wrong with the answer, in words.</summary>
    public IEnumerable<string> ResponseFaults(int status, string body)
    {
        if (definition["responses"]?[status.ToString(CultureInfo.InvariantCulture)] is not { } response)
        {
            return [$"status {status} is not known"];
        }

        return response["schema"]?["$ref"] is { } reference ? schemas.Faults((string)reference!, body)
            : body.Length > 0 && response["schema"] is null ? ["a body where there must be none"]
            : [];
    }
}

/// <summary>A value of a parameter, held against its description.</summary>
internal static class ModelValue
{
    public static IEnumerable<string> Faults(JsonObject parameter, string value)
    {
        if ((string?)parameter["type"] != "array")
        {
            return Single(parameter, value).Concat(Single(parameter["items"] as JsonObject ?? [], value));
        }

        string[] items = value.Split(',');
        IEnumerable<string> faults = items.SelectMany(i => Single(parameter["items"]!.AsObject(), i));
        return items.Length > ((int?)parameter["maxItems"] ?? int.MaxValue)
            ? faults.Append("has too many values")
            : faults;
    }

    private static IEnumerable<string> Single(JsonObject type, string value)
    {
        if (type["enum"] is JsonArray allowed && !allowed.Any(a => (string)a! == value))
        {
            yield return $"may not be '{value}'";
        }

        switch ((string?)type["type"], (string?)type["format"])
        {
            case ("integer", _):
                if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
                {
                    yield return $"is no number: '{value}'";
                }
                else if (
                    number > ((long?)type["maximum"] ?? long.MaxValue)
                    || number < ((long?)type["minimum"] ?? long.MinValue)
                )
                {
                    yield return $"is out of range: {number}";
                }

                break;
            case ("boolean", _) when value is not ("true" or "false"):
                yield return $"is no truth value: '{value}'";
                break;
            case ("string", "date-time") when !IsTime(value):
                yield return $"is no date-time: '{value}'";
                break;
        }
    }

    private static bool IsTime(string value) =>
        value.Contains('T', StringComparison.Ordinal)
        && (value[^1] == 'Z' || value[^6] is '+' or '-')
        && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
