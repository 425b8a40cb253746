using Reprieve.Cases.Workflow;

namespace Reprieve.Cases.Linked;

/// <summary>
/// Which reports of an event with several stores are about one of them: those in a folder named after the store
/// (<c>amazon.de/orders.txt</c>), and those beside the notices where their orders are of the store. Papers and answers
/// are the same for all stores; figures of one store in the answer for another would be untrue.
/// </summary>
internal static class StoreReports
{
    private const string Orders = "all_orders";

    /// <summary>The reports in the store's own folder; all, where a case is about one store.</summary>
    public static IReadOnlyList<(string Path, string Type)> InFolder(CaseWork work) =>
        work.Stores.Count < 2
            ? work.Contents.Reports
            : [.. work.Contents.Reports.Where(report => FolderOf(report.Path) == NameOf(Store(work)))];

    /// <summary>
    /// The reports that may be the store's: also those that lie in no store's folder. Of two stores of one domain they are
    /// taken as the first one's; where no orders tell whose they are, as those of the case's own.
    /// </summary>
    public static IReadOnlyList<(string Path, string Type)> Possible(CaseWork work)
    {
        if (work.Stores.Count < 2)
        {
            return work.Contents.Reports;
        }

        HashSet<string> folders = [.. work.Stores.Select(NameOf).OfType<string>()];
        List<(string Path, string Type)> shared =
        [
            .. work.Contents.Reports.Where(report => !folders.Contains(FolderOf(report.Path))),
        ];
        LinkedStore store = Store(work);
        bool takes = shared.Exists(report => report.Type == Orders)
            ? work.Stores.First(other => other.Marketplace == store.Marketplace) == store
            : store.Key is null;
        return takes ? [.. InFolder(work), .. shared] : InFolder(work);
    }

    private static LinkedStore Store(CaseWork work) => work.Stores.First(store => store.Key == work.Paths.Store);

    private static string? NameOf(LinkedStore store) => store.Key ?? store.Marketplace;

    private static string FolderOf(string path) =>
        path.Contains('/', StringComparison.Ordinal) ? path.Split('/')[0].ToLowerInvariant() : "";
}
