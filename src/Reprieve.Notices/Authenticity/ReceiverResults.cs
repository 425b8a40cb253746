using MimeKit;
using MimeKit.Cryptography;

namespace Reprieve.Notices;

/// <summary>
/// What the server that took the mail in found (SPF and DMARC). Anybody can write an Authentication-Results header, so
/// only the topmost one is read whose writer is the server, or of the house, that the topmost Received header names, and
/// only above the headers of other houses; all others are ignored, and that is said.
/// </summary>
internal static class ReceiverResults
{
    /// <summary>Adds what there is to say; true when the receiver found that the sender is not who it says (DMARC).</summary>
    public static bool Check(MailOrigin mail, AmazonDomains amazon, List<AuthenticityCheck> checks)
    {
        if (!mail.HasResults)
        {
            return false;
        }

        List<string> ignored = [];
        AuthenticationResults? trusted = null;
        bool ours = true;
        foreach (Header header in mail.Mail.Headers)
        {
            if (header.Id == HeaderId.Received && mail.Receiver is { } receiver)
            {
                ours &= Hop.Read(header).By is not { } by || OrganisationalDomain.Same(by, receiver);
            }
            else if (header.Id == HeaderId.AuthenticationResults)
            {
                AuthenticationResults? read = AuthenticationResults.TryParse(header.RawValue, out var parsed)
                    ? parsed
                    : null;
                string writer = read?.AuthenticationServiceIdentifier?.ToLowerInvariant() ?? "";
                if (trusted is null && ours && read is not null && IsReceiver(writer, mail.Receiver))
                {
                    trusted = read;
                }
                else
                {
                    ignored.Add(writer.Length > 0 ? writer : "?");
                }
            }
        }

        if (ignored.Count > 0)
        {
            string names = string.Join(", ", ignored.Distinct(StringComparer.Ordinal).Take(3));
            checks.Add(new("authentication_results", "none", Say.Texts.Get("Results_Ignored", names)));
        }

        return trusted is not null && Read(trusted, mail, amazon, checks);
    }

    private static bool IsReceiver(string writer, string? receiver) =>
        receiver is not null
        && writer.Contains('.', StringComparison.Ordinal)
        && OrganisationalDomain.Same(writer, receiver);

    private static bool Read(
        AuthenticationResults results,
        MailOrigin mail,
        AmazonDomains amazon,
        List<AuthenticityCheck> checks
    )
    {
        string server = results.AuthenticationServiceIdentifier!;
        AuthenticationMethodResult? spf = results.Results.FirstOrDefault(r => r.Method == "spf");
        if (spf is not null)
        {
            checks.Add(Spf(spf, server, amazon));
        }

        AuthenticationMethodResult? dmarc = results.Results.FirstOrDefault(r => r.Method == "dmarc");
        if (dmarc is null)
        {
            return false;
        }

        (string result, string key) = dmarc.Result switch
        {
            "pass" => ("pass", "Dmarc_Pass"),
            "fail" => ("fail", "Dmarc_Fail"),
            _ => ("none", "Dmarc_Nothing"),
        };
        checks.Add(new("dmarc", result, Say.Texts.Get(key, server, mail.FromDomain)));
        return result == "fail";
    }

    /// <summary>A pass counts for the domain that bounces go to only, which any sender chooses.</summary>
    private static AuthenticityCheck Spf(AuthenticationMethodResult spf, string server, AmazonDomains amazon)
    {
        string domain =
            spf.Properties.Where(p => p.PropertyType == "smtp" && p.Property is "mailfrom" or "helo")
                .Select(p => p.Value[(p.Value.LastIndexOf('@') + 1)..].ToLowerInvariant())
                .FirstOrDefault()
            ?? "?";
        return spf.Result switch
        {
            "pass" when amazon.IsBounce(domain) => new("spf", "pass", Say.Texts.Get("Spf_Pass", server, domain)),
            "pass" => new("spf", "none", Say.Texts.Get("Spf_Other", server, domain)),
            "fail" or "softfail" => new("spf", "warn", Say.Texts.Get("Spf_Fail", server, domain)),
            _ => new("spf", "none", Say.Texts.Get("Spf_Nothing", server)),
        };
    }
}
