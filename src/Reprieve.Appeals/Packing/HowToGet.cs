using Reprieve.Knowledge;

namespace Reprieve.Appeals.Packing;

/// <summary>Writes <c>how-to-get.md</c>: menu path and period for each report that is still missing.</summary>
internal static class HowToGet
{
    public static byte[] Write(PackContext context)
    {
        var page = new Markdown();
        page.Title(Say.Texts.Get("Get_Title")).Paragraph(FirstHour.About(context));
        IReadOnlyList<Download> missing = Missing(context);
        page.Paragraph(Say.Texts.Get(missing.Count == 0 ? "Get_Nothing" : "Get_Intro"));
        DateOnly to =
            context.Request.Review?.AsOf ?? DateOnly.FromDateTime((context.Notice.Date ?? context.Now).DateTime);
        foreach (Download download in missing)
        {
            One(page, download, to);
        }

        if (missing.Count > 0)
        {
            page.Paragraph(Say.Texts.Get("Get_Then"));
        }

        return page.ToBytes();
    }

    /// <summary>The downloads that the notice's reasons call for and whose kind of file is not there yet.</summary>
    public static IReadOnlyList<Download> Missing(PackContext context)
    {
        HashSet<string> metrics = [.. context.Reasons.SelectMany(reason => reason.Metrics)];
        HashSet<string> reasons = [.. context.Notice.Reasons.Select(reason => reason.Code)];
        return
        [
            .. context.Knowledge.Downloads.Where(download =>
                download.HoldsFor(context.Notice.Marketplace)
                && !context.Request.FileTypes.Contains(download.Fills)
                && (download.Metrics.Any(metrics.Contains) || download.Reasons.Any(reasons.Contains))
            ),
        ];
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
