namespace Reprieve.Documents.Fields.Parties;

/// <summary>Finds e-mail addresses, websites and telephone numbers in a text, by their form.</summary>
internal static class Contacts
{
    private const int FewestDigits = 7;
    private const int MostDigits = 16;

    // Domains without www are taken for websites only under endings that companies use; "Art.Nr" is none.
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "com",
        "cn",
        "de",
        "net",
        "org",
        "uk",
        "eu",
        "jp",
        "hk",
        "tw",
        "us",
        "co",
        "io",
        "shop",
        "store",
        "at",
        "ch",
        "fr",
        "it",
        "es",
        "nl",
        "pl",
        "info",
        "biz",
        "ca",
        "au",
        "mx",
        "br",
        "in",
        "sg",
        "vn",
        "tr",
        "se",
        "be",
    };

    public static string? Email(string text) => Words(text).FirstOrDefault(IsEmail);

    public static string? Website(string text) => Words(text).FirstOrDefault(IsWebsite);

    /// <summary>A run of digits as telephones are written. Without a label it must begin as only telephones do.</summary>
    public static string? Phone(string text, bool labelled)
    {
        labelled |= IsLocalNumber(text);
        for (int at = 0; at < text.Length; at++)
        {
            bool begins =
                text[at] == '+'
                || (text[at] == '(' && at + 1 < text.Length)
                || (labelled && char.IsAsciiDigit(text[at]));
            if (!begins || (at > 0 && char.IsLetterOrDigit(text[at - 1]) && text[at] != '+' && !labelled))
            {
                continue;
            }

            int end = at;
            while (
                end < text.Length
                && (char.IsAsciiDigit(text[end]) || text[end] is '+' or '(' or ')' or '-' or '.' or ' ' or '/')
            )
            {
                end++;
            }

            string phone = text[at..end].Trim(' ', '.', '/', '-');
            if (phone.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits)
            {
                return phone.EndsWith('(') ? phone[..^1].TrimEnd() : phone;
            }

            at = end;
        }

        return null;
    }

    /// <summary>"0821 555 0199" on a line of its own: no date and no amount begins with 0 and has so many digits.</summary>
    private static bool IsLocalNumber(string text) =>
        text.StartsWith('0')
        && text.Count(char.IsAsciiDigit) is >= FewestDigits + 2 and <= 13
        && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '/' or '(' or ')');

    /// <summary>Whether nothing but ways of contact stands in a text.</summary>
    public static bool Only(string text) => Words(text).All(word => IsEmail(word) || IsWebsite(word));

    private static bool IsEmail(string word)
    {
        int at = word.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == word.LastIndexOf('@') && IsDomain(word[(at + 1)..]);
    }

    private static bool IsWebsite(string word)
    {
        string rest =
            word.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? word[8..]
            : word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? word[7..]
            : word;
        bool told = rest.Length < word.Length || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        string host = rest.Split('/', 2)[0];
        return IsDomain(host) && (told || Endings.Contains(host[(host.LastIndexOf('.') + 1)..].ToLowerInvariant()));
    }

    private static bool IsDomain(string host)
    {
        string[] parts = host.Split('.');
        return parts.Length >= 2
            && parts.All(part =>
                part.Length is > 0 and <= 63 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            )
            && parts[^1].Length is >= 2 and <= 10
            && parts[^1].All(char.IsAsciiLetter)
            && parts[0].Any(char.IsAsciiLetter)
            && parts.Any(part => part.Length > 2);
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split(
                [' ', '|', '·', '•', ',', ';', '<', '>', '(', ')', '，', '；', '、'],
                StringSplitOptions.RemoveEmptyEntries
            )
            .Select(word => AfterLabel(word).Trim('.', ':'));

    /// <summary>"E-mail:a@b.de" and "网址:www.b.cn" are written without a space.</summary>
    private static string AfterLabel(string word)
    {
        int colon = word.LastIndexOf(':');
        return colon > 0 && colon + 1 < word.Length && word[colon + 1] != '/' ? word[(colon + 1)..] : word;
    }
}
