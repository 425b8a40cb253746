using Reprieve.Knowledge;

namespace Reprieve.Mail;

/// <summary>
/// Says what a provider's refusal means and what to do: by the codes of RFC 6749 (4.1.2.1, 5.2), which all providers have in
/// common, and by what is known of this one.
/// </summary>
internal static class OAuthRefusal
{
    private const int MostWords = 300;

    /// <summary>Of the page where the owner signs in.</summary>
    public static string OfPage(MailOAuth provider, string host, string error, string words) =>
        With(
            provider,
            error,
            words,
            Say.Texts.Get(
                error switch
                {
                    "access_denied" or "consent_required" => "OAuth_Denied",
                    "unauthorized_client" or "invalid_client" => "OAuth_Client",
                    "server_error" or "temporarily_unavailable" => "OAuth_Later",
                    _ => "Token_Refused",
                },
                host,
                Short(words)
            )
        );

    /// <summary>Of a code that was granted.</summary>
    public static string OfCode(OAuthRequest request, string host, string error, string words) =>
        With(
            request.OAuth,
            error,
            words,
            Say.Texts.Get(
                error switch
                {
                    "invalid_grant" => "OAuth_Code",
                    "redirect_uri_mismatch" => "OAuth_Redirect",
                    "unauthorized_client" or "invalid_client" => "OAuth_Client",
                    "server_error" or "temporarily_unavailable" => "OAuth_Later",
                    _ => "Token_Refused",
                },
                host,
                Short(words),
                request.Redirect
            )
        );

    /// <summary>Of a refresh token.</summary>
    public static string OfToken(MailOAuth provider, string host, string error, string words) =>
        With(
            provider,
            error,
            words,
            Say.Texts.Get(
                error switch
                {
                    "invalid_grant" => "Token_Withdrawn",
                    "unauthorized_client" or "invalid_client" => "OAuth_Client",
                    "server_error" or "temporarily_unavailable" => "OAuth_Later",
                    _ => "Token_Refused",
                },
                host,
                Short(words)
            )
        );

    private static string With(MailOAuth provider, string error, string words, string sentence)
    {
        string? known = provider
            .Faults.FirstOrDefault(fault =>
                fault.Says.Any(says =>
                    error.Contains(says, StringComparison.OrdinalIgnoreCase)
                    || words.Contains(says, StringComparison.OrdinalIgnoreCase)
                )
            )
            ?.Means.In(UserTexts.Language);
        return known is null ? sentence : $"{sentence} {known}";
    }

    /// <summary>A provider's words on one line; the tail of Microsoft's is numbers of traces.</summary>
    private static string Short(string words)
    {
        string line = string.Concat(words.Split("Trace ID")[0].Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= MostWords ? line : line[..MostWords] + "…";
    }
}
