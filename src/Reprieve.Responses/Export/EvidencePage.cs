using System.Globalization;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Export;

/// <summary>The index of evidence, in the screen's language: which paper proves what, and which sentence rests on what.</summary>
internal static class EvidencePage
{
    public static string Write(WrittenResponse response)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"# {Say.Texts.Get("evidence.title")}\n\n{Say.Texts.Get("evidence.lead")}\n"
        );
        foreach (AnsweredCause cause in response.Causes.Where(cause => cause.Area is not null))
        {
            string area = Say.Texts.Get("evidence.area." + cause.Area!.Value.Code());
            page.Append(CultureInfo.InvariantCulture, $"\n- `{cause.Code}`: {area}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## {Say.Texts.Get("evidence.attachments")}\n\n");
        if (response.Attachments.Count == 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"{Say.Texts.Get("evidence.none")}\n");
        }

        foreach (Attachment paper in response.Attachments)
        {
            page.Append(CultureInfo.InvariantCulture, $"- **{paper.SendAs}**: {Plain(paper.Claim)}  \n");
            page.Append(
                CultureInfo.InvariantCulture,
                $"  {Say.Texts.Get("evidence.file")}: `{paper.Path}` · SHA-256 `{paper.Sha256}`\n"
            );
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## {Say.Texts.Get("evidence.sentences")}\n");
        Dictionary<string, Fact> facts = response.Facts.ToDictionary(fact => fact.Id, StringComparer.Ordinal);
        foreach (LedgerSentence sentence in response.Sentences.Where(s => s.Facts.Count > 0))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n> {Plain(sentence.Text)}\n\n");
            foreach (
                IGrouping<string, string> source in sentence
                    .Facts.Where(facts.ContainsKey)
                    .GroupBy(id => Source(facts[id].Source))
            )
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"- {source.Key}: {string.Join(", ", source.Select(id => $"`{id}`"))}\n"
                );
            }
        }

        return page.ToString();
    }

    private static string Source(FactSource source)
    {
        if (source.Origin != FactOrigin.Statement)
        {
            return $"`{source.File}`" + (source.Where is null ? "" : $" ({source.Where})");
        }

        string who = source.Person ?? Say.Texts.Get("evidence.seller");
        string when = source.Date is { } day ? ", " + NoticeFacts.Iso(day) : "";
        return Say.Texts.Get("evidence.statement", who + when, source.Where);
    }

    /// <summary>One line that no character of it can turn into markup.</summary>
    private static string Plain(string text) =>
        text.ReplaceLineEndings(" ")
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal);
}
