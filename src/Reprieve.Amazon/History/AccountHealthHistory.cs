namespace Reprieve.Amazon.History;

/// <summary>The account health of a store, day by day, from the file that a pull brought (<c>amazon/kept/account-health-history-….jsonl</c>).</summary>
/// <param name="Days">What is told, the oldest first; of a day that is told twice the last line holds.</param>
/// <param name="Unread">Lines that are no line of a history.</param>
public sealed record AccountHealthHistory(IReadOnlyList<HealthDay> Days, int Unread)
{
    /// <summary>What a file's name begins with; the code of the store follows.</summary>
    public const string FileStart = "account-health-history-";

    /// <summary>A longer file is not read: two years are about two megabytes.</summary>
    public const long MostBytes = 16 * 1024 * 1024;

    /// <summary>Reads a file. Unknown fields are passed over, and lines that cannot be read are counted.</summary>
    /// <exception cref="AmazonException">The file cannot be read.</exception>
    public static AccountHealthHistory Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return file.Length > MostBytes
                ? throw new AmazonException(Say.Texts.Get("History_Too_Long", path, MostBytes / (1024 * 1024)))
                : Read(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AmazonException(Say.Texts.Get("Cannot_Use", path, fault.Message), fault);
        }
    }

    /// <summary>Reads what a file holds; who hands it in sees to its length.</summary>
    /// <exception cref="IOException">It does not come.</exception>
    public static AccountHealthHistory Read(Stream file)
    {
        var days = new SortedDictionary<DateOnly, HealthDay>();
        int unread = 0;
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (HistoryLine.Read(line) is { } day)
            {
                days[day.First] = day;
            }
            else
            {
                unread++;
            }
        }

        return new AccountHealthHistory([.. days.Values], unread);
    }
}
