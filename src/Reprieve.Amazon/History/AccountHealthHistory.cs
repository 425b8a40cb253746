namespace Reprieve.Amazon.History;

/// <summary>The account health of a store, day by day, from the file that a pull brought (<c>amazon/kept/account-health-history-….jsonl</c>).</summary>
/// <param name="Days">What is told, the oldest first; of a day that is told twice the last line holds.</param>
/// <param name="Unread">Lines that are no line of a history.</param>
public sealed record AccountHealthHistory(IReadOnlyList<HealthDay> Days, int Unread)
{
    /// <summary>Reads a file. Unknown fields are passed over, and lines that cannot be read are counted.</summary>
    /// <exception cref="AmazonException">The file cannot be read.</exception>
    public static AccountHealthHistory Read(string path)
    {
        var days = new SortedDictionary<DateOnly, HealthDay>();
        int unread = 0;
        try
        {
            foreach (string line in File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)))
            {
                if (HistoryLine.Read(line) is { } day)
                {
                    days[day.First] = day;
                }
                else
                {
                    unread++;
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AmazonException(Say.Texts.Get("Cannot_Use", path, fault.Message), fault);
        }

        return new AccountHealthHistory([.. days.Values], unread);
    }
}
