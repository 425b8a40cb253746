using MimeKit;

namespace Reprieve.Notices;

/// <summary>Looks for attached files of kinds that a notice of Amazon's never has.</summary>
internal static class AttachmentChecker
{
    private const int MaxParts = 200;
    private const int Shown = 3;

    /// <summary>Whether there are such files; they are named among the checks.</summary>
    public static bool Check(MimeMessage mail, AmazonDomains amazon, List<AuthenticityCheck> checks)
    {
        if (mail.Body is TextPart { IsAttachment: false })
        {
            return false;
        }

        string[] dangerous =
        [
            .. mail
                .BodyParts.Take(MaxParts)
                .OfType<MimePart>()
                .Select(NameOf)
                .OfType<string>()
                .Where(IsDangerous)
                .Take(Shown),
        ];
        if (dangerous.Length > 0)
        {
            checks.Add(
                new("attachments", "fail", Say.Texts.Get("Attachments_Dangerous", string.Join(", ", dangerous)))
            );
        }

        return dangerous.Length > 0;

        bool IsDangerous(string name) => amazon.IsDangerous(name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant());
    }

    /// <summary>The name of an attached file; a page without a name is called by its type; null for the text of the mail.</summary>
    private static string? NameOf(MimePart part)
    {
        string? name = part.FileName?.Trim().TrimEnd('.', ' ');
        return !string.IsNullOrEmpty(name) ? name
            : part is TextPart { IsHtml: true, IsAttachment: true } ? ".html"
            : null;
    }
}
