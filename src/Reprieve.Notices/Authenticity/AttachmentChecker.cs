namespace Reprieve.Notices;

/// <summary>Looks for attached files of kinds that a notice of Amazon's never has.</summary>
internal static class AttachmentChecker
{
    private const int MaxParts = 200;
    private const int Shown = 3;

    /// <summary>Whether there are such files; they are named among the checks.</summary>
    public static bool Check(MailTree mail, AmazonDomains amazon, List<AuthenticityCheck> checks)
    {
        if (mail.Body is { IsText: true, IsAttachment: false })
        {
            return false;
        }

        List<string> dangerous = [];
        int parts = 0;
        foreach (MailPart part in mail.Leaves())
        {
            if (++parts > MaxParts || dangerous.Count == Shown)
            {
                break;
            }

            if (part.Kind == MailPartKind.Content && NameOf(part) is { } name && IsDangerous(name))
            {
                dangerous.Add(name);
            }
        }

        if (dangerous.Count > 0)
        {
            checks.Add(
                new("attachments", "fail", Say.Texts.Get("Attachments_Dangerous", string.Join(", ", dangerous)))
            );
        }

        return dangerous.Count > 0;

        bool IsDangerous(string name) => amazon.IsDangerous(name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant());
    }

    /// <summary>The name of an attached file; a page without a name is called by its type; null for the text of the mail.</summary>
    private static string? NameOf(MailPart part)
    {
        string? name = part.FileName?.Trim().TrimEnd('.', ' ');
        return !string.IsNullOrEmpty(name) ? name
            : part is { IsPage: true, IsAttachment: true } ? ".html"
            : null;
    }
}
