using Reprieve.Knowledge;

namespace Reprieve.Appeals.Packing;

/// <summary>Writes <c>how-to-get.md</c>: menu path and period for each report that is still missing.</summary>
internal static class HowToGet
{
    public static byte[] Write(PackContext context)
    {
        DateOnly to =
            context.Request.Review?.AsOf ?? DateOnly.FromDateTime((context.Notice.Date ?? context.Now).DateTime);
        return MissingDownloads.Page(Missing(context), to, FirstHour.About(context)).ToBytes();
    }

    /// <summary>The downloads that the notice's reasons call for and whose kind of file is not there yet.</summary>
    public static IReadOnlyList<Download> Missing(PackContext context) =>
        MissingDownloads.Of(
            context.Knowledge,
            context.Notice.Marketplace,
            context.Request.FileTypes,
            [.. context.Reasons.SelectMany(reason => reason.Metrics)],
            [.. context.Notice.Reasons.Select(reason => reason.Code)]
        );
}
