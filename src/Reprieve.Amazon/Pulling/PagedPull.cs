using System.Text;

namespace Reprieve.Amazon.Pulling;

/// <summary>A page of something that is asked for page by page.</summary>
/// <param name="Rows">Its rows, without line breaks.</param>
/// <param name="Next">The token of the next page; null or empty on the last.</param>
internal sealed record PulledPage(IReadOnlyList<string> Rows, string? Next);

/// <summary>
/// Brings what is asked for page by page into one file of rows. After each page the book knows the token of the next one and the
/// length that is certain, so a page that was cut off is brought again and none stands twice.
/// </summary>
internal sealed class PagedPull(PullBook book, string folder, string key)
{
    private const int MostRestarts = 3;

    /// <summary>Brings all pages.</summary>
    /// <param name="page">Asks for a page.</param>
    /// <param name="finish">Makes the files of the rows; tells their names.</param>
    /// <param name="brought">Told how many rows came.</param>
    public async Task RunAsync(
        Func<string?, Task<PulledPage>> page,
        Func<IEnumerable<string>, IReadOnlyList<string>> finish,
        Action<int>? brought
    )
    {
        string rows = Path.Combine(folder, key + ".part");
        while (!book.Part(key).AllPages)
        {
            await OneAsync(rows, page, brought);
        }

        IReadOnlyList<string> files = File.Exists(rows) ? finish(File.ReadLines(rows)) : [];
        book.Change(
            key,
            part => part with { End = files.Count > 0 ? PullEnd.Brought : PullEnd.Empty, Files = files, Token = null }
        );
        File.Delete(rows);
    }

    private async Task OneAsync(string rows, Func<string?, Task<PulledPage>> page, Action<int>? brought)
    {
        PullPart part = book.Part(key);
        PulledPage came;
        try
        {
            came = await page(part.Token);
        }
        catch (AmazonException refused)
            when (refused.Status == 400 && part.Token is not null && part.Restarts < MostRestarts)
        {
            // A token is good for a day. What came with it cannot be gone on with, so this span is begun anew.
            book.Change(key, one => one with { Token = null, Length = 0, Restarts = one.Restarts + 1 });
            return;
        }

        long length = CertainFile.Append(rows, part.Length, file => Write(file, came.Rows));
        bool more = came.Next is { Length: > 0 };
        book.Change(key, one => one with { Token = more ? came.Next : null, Length = length, AllPages = !more });
        brought?.Invoke(came.Rows.Count);
    }

    private static void Write(Stream file, IReadOnlyList<string> rows)
    {
        foreach (string row in rows)
        {
            file.Write(Encoding.UTF8.GetBytes(row));
            file.WriteByte((byte)'\n');
        }
    }
}
