namespace Reprieve.Mail;

/// <summary>What a provider's page sends back with the browser (RFC 6749, 4.1.2).</summary>
/// <param name="State">Of the request that it answers.</param>
/// <param name="Code">What tokens are had for, once; null where none was granted.</param>
/// <param name="Error">Why none was granted; null where one was.</param>
/// <param name="Words">The provider's words on that.</param>
public sealed record OAuthAnswer(string? State, string? Code, string? Error, string? Words)
{
    /// <summary>Reads an answer.</summary>
    /// <param name="field">The value of a field of the query; null or empty when it is not there.</param>
    public static OAuthAnswer Read(Func<string, string?> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new OAuthAnswer(Given("state"), Given("code"), Given("error"), Given("error_description"));

        string? Given(string name) => string.IsNullOrEmpty(field(name)) ? null : field(name);
    }

    /// <summary>The name of its type alone.</summary>
    public override string ToString() => nameof(OAuthAnswer);
}
