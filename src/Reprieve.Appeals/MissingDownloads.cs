using Reprieve.Appeals.Packing;
using Reprieve.Knowledge;

namespace Reprieve.Appeals;

/// <summary>The files of Seller Central that a case still lacks, and where to click for each.</summary>
public static class MissingDownloads
{
    /// <summary>The downloads that metrics and reasons call for and whose kind of file is not there yet.</summary>
    /// <param name="fileTypes">Types of the files that are there, as in <c>files[].type</c>.</param>
    public static IReadOnlyList<Download> Of(
        KnowledgeBase knowledge,
        string? marketplace,
        IReadOnlyCollection<string> fileTypes,
        IReadOnlyCollection<string> metrics,
        IReadOnlyCollection<string> reasons
    )
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return
        [
            .. knowledge.Downloads.Where(download =>
                download.HoldsFor(marketplace)
                && !fileTypes.Contains(download.Fills)
                && (download.Metrics.Any(metrics.Contains) || download.Reasons.Any(reasons.Contains))
            ),
        ];
    }

    /// <summary>The page that says for each where to click and which period, in the screen's language.</summary>
    /// <param name="to">Last day of the period.</param>
    public static string Write(IReadOnlyList<Download> missing, DateOnly to) =>
        Page(missing, to, about: null).ToString();

    /// <summary>Whether a text begins as such a page does, in any language of the screen.</summary>
    public static bool Begins(string text) =>
        Say
            .Texts.InAll("Get_Title")
            .Any(title => text.StartsWith(new Markdown().Title(title).ToString(), StringComparison.Ordinal));

    internal static Markdown Page(IReadOnlyList<Download> missing, DateOnly to, string? about)
    {
        var page = new Markdown();
        page.Title(Say.Texts.Get("Get_Title"));
        if (about is not null)
        {
            page.Paragraph(about);
        }

        page.Paragraph(Say.Texts.Get(missing.Count == 0 ? "Get_Nothing" : "Get_Intro"));
        foreach (Download download in missing)
        {
            One(page, download, to);
        }

        return missing.Count > 0 ? page.Paragraph(Say.Texts.Get("Get_Then")) : page;
    }

    private static void One(Markdown page, Download download, DateOnly to)
    {
        string language = UserTexts.Language;
        page.Section(download.Name.In(language));
        List<string> lines = [Say.Texts.Get("Get_Where", download.Where.In(language))];
        // Many sellers use Seller Central in Chinese whatever language they read: its menu names stand here too.
        string other = language == LocalizedText.Fallback ? "zh-Hans" : LocalizedText.Fallback;
        if (download.Where.Has(other))
        {
            lines.Add(Say.Texts.Get("Get_WhereOther", download.Where.In(other)));
        }

        lines.Add(Say.Texts.Get("Get_Period", Moment.Day(to.AddDays(-download.Days)), Moment.Day(to), download.Days));
        if (download.Mind is { } mind)
        {
            lines.Add(mind.In(language));
        }

        page.Items(lines);
    }
}
