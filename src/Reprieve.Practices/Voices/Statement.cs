using Reprieve.Practices.Accounts;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Voices;

/// <summary>What one buyer said on one occasion.</summary>
/// <param name="Return">Whether in a return; otherwise in feedback.</param>
/// <param name="Order">Null where no report has the order.</param>
/// <param name="Asins">The returned one, else those of the order.</param>
/// <param name="Reason">Amazon's code of the return; empty for feedback.</param>
internal sealed record Statement(
    OrderKey Key,
    bool Return,
    Order? Order,
    IReadOnlyList<string> Asins,
    int File,
    DateOnly? Day,
    string Reason,
    string Comment
)
{
    private const int Days = 365;

    /// <summary>The statements of the year before the day of the review on the store's orders, each once.</summary>
    public static IReadOnlyList<Statement> Of(Imports imports, Setting setting, Account account)
    {
        List<Statement> statements = [];
        HashSet<(OrderKey, bool, DateOnly?, string, string, int)> seen = [];
        foreach (FeedbackRow row in imports.Feedback.Where(row => row.Comment is not null))
        {
            Take(row.Order, false, row.Date, row.File, 0, "", row.Comment!);
        }

        foreach (ReturnRow row in imports.Returns)
        {
            Take(row.Order, true, row.Requested, row.File, row.Asin, imports.Names[row.Reason], row.Comment ?? "");
        }

        return statements;

        void Take(OrderKey key, bool returned, Stamp stamp, int file, int asin, string reason, string comment)
        {
            Moment? at = setting.Resolve(stamp, imports.Files[file]);
            bool inTime = at is not { } moment || (setting.Knows(moment) && moment.Day >= setting.AsOf.AddDays(-Days));
            // Overlapping files tell the same twice.
            if (!inTime || !seen.Add((key, returned, at?.Day, reason, comment, asin)))
            {
                return;
            }

            (bool known, Order? order) = account.Orders.Find(key);
            if (!known || order is not null)
            {
                IReadOnlyList<string> asins =
                    asin > 0 ? [imports.Names[asin]]
                    : order is { } sold ? account.AsinsOf(sold)
                    : [];
                statements.Add(new Statement(key, returned, order, asins, file, at?.Day, reason, comment));
            }
        }
    }
}
