using System.Globalization;

namespace Reprieve.Wording;

/// <summary>
/// Which language model may be asked for wordings. There is none unless the user names one: by environment variables,
/// because a key has no place in a file beside a case.
/// </summary>
/// <param name="Endpoint">An OpenAI-compatible endpoint, for instance <c>http://127.0.0.1:11434/v1</c>.</param>
/// <param name="Key">The key; null for an endpoint that wants none.</param>
/// <param name="Timeout">How long an answer is waited for.</param>
public sealed record ModelSettings(Uri Endpoint, string Model, string? Key, TimeSpan Timeout)
{
    public const string EndpointVariable = "REPRIEVE_MODEL_ENDPOINT";
    public const string ModelVariable = "REPRIEVE_MODEL";
    public const string KeyVariable = "REPRIEVE_MODEL_KEY";
    public const string SecondsVariable = "REPRIEVE_MODEL_SECONDS";

    private const double Patience = 60;
    private const double MostSeconds = 600;

    /// <summary>The settings, or null when no endpoint is named.</summary>
    /// <param name="variable">The value of an environment variable, or null.</param>
    /// <exception cref="WordingException">A value that cannot be meant, or one that would send a key in the clear.</exception>
    public static ModelSettings? From(Func<string, string?> variable)
    {
        string? endpoint = variable(EndpointVariable);
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new WordingException(Say.Texts.Get("Bad_Endpoint", EndpointVariable, endpoint));
        }

        if (uri.Scheme == "http" && !uri.IsLoopback)
        {
            throw new WordingException(Say.Texts.Get("Clear_Text", EndpointVariable, endpoint));
        }

        string model = variable(ModelVariable) is { Length: > 0 } named
            ? named
            : throw new WordingException(Say.Texts.Get("No_Model", ModelVariable));
        return new ModelSettings(uri, model, variable(KeyVariable), Seconds(variable(SecondsVariable)));
    }

    private static TimeSpan Seconds(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return TimeSpan.FromSeconds(Patience);
        }

        return
            double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds is > 0 and <= MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new WordingException(Say.Texts.Get("Bad_Seconds", SecondsVariable, given));
    }
}
