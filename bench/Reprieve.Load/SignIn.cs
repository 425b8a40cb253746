using System.Net;
using System.Text.RegularExpressions;

namespace Reprieve.Load;

/// <summary>Signs a browser in by the form of the sign-in page.</summary>
internal static partial class SignIn
{
    public static async Task EnterAsync(HttpClient browser, string email)
    {
        string page = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var form = new FormUrlEncodedContent([
            new("__RequestVerificationToken", Token().Match(page).Value),
            new("email", email),
            new("password", Office.Password),
        ]);
        using HttpResponseMessage answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            // All of them come from one address.
            await Task.Delay(answer.Headers.RetryAfter!.Delta!.Value);
            await EnterAsync(browser, email);
        }
        else if (answer.RequestMessage!.RequestUri!.AbsolutePath != "/")
        {
            throw new InvalidOperationException($"{email} did not get in: {answer.StatusCode}.");
        }
    }

    [GeneratedRegex(
        "(?<=name=\"__RequestVerificationToken\" value=\")[^\"]+",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}
