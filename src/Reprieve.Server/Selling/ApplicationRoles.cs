using Reprieve.Knowledge;

namespace Reprieve.Server.Selling;

/// <summary>The roles that the seller's application is to have for what Reprieve asks.</summary>
internal static class ApplicationRoles
{
    /// <summary>
    /// Those of the reports and operations of knowledge, each once, the most urgent first. A role that is unconfirmed is not
    /// wanted: nothing that needs it is read by a step, and where Amazon refuses that, the pull is whole without it.
    /// </summary>
    public static IReadOnlyList<LocalizedText> Of(KnowledgeBase knowledge) =>
        [
            .. knowledge
                .AmazonReports.OrderBy(report => report.Rank)
                .Select(report => (report.Role, report.Sure))
                .Concat(knowledge.AmazonOperations.Select(operation => (operation.Role, operation.Sure)))
                .Where(one => one.Sure != Certainty.Unconfirmed)
                .Select(one => one.Role)
                .OfType<LocalizedText>()
                .DistinctBy(role => role.In(LocalizedText.Fallback)),
        ];
}
