using System.Net;
using Reprieve.Amazon.Calls;
using Reprieve.Amazon.Operations;

namespace Reprieve.Amazon.Pulling;

/// <summary>Brings the file of a report: whole or not at all.</summary>
internal sealed class DocumentDownload(AmazonAccount account, string documentId, string work)
{
    /// <summary>The largest file, unpacked; two million orders have 800 MB.</summary>
    private const long MostBytes = 4L * 1024 * 1024 * 1024;

    private const int MostExplanation = 16 * 1024;
    private const int MostTries = 5;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(30);

    /// <exception cref="AmazonException">It could not be had in several tries.</exception>
    public async Task SaveAsync(string path, CancellationToken cancel)
    {
        string packed = Path.Combine(work, Path.GetFileName(path) + ".part");
        string unpacked = Path.Combine(work, Path.GetFileName(path) + ".new");
        try
        {
            await TriedAsync(packed, unpacked, cancel);
            File.Move(unpacked, path, overwrite: true);
        }
        finally
        {
            File.Delete(packed);
            File.Delete(unpacked);
        }
    }

    /// <summary>What a document says of a report that failed.</summary>
    public async Task<string> ExplanationAsync(CancellationToken cancel)
    {
        string path = Path.Combine(work, Path.GetRandomFileName());
        try
        {
            await SaveAsync(path, cancel);
            await using FileStream stream = File.OpenRead(path);
            byte[] start = new byte[Math.Min(stream.Length, MostExplanation)];
            stream.ReadExactly(start);
            return System.Text.Encoding.UTF8.GetString(start);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>
    /// Each try asks for a new link, which is good for five minutes. A file that came short or broken is brought again: nothing that
    /// is not whole is kept.
    /// </summary>
    private async Task TriedAsync(string packed, string unpacked, CancellationToken cancel)
    {
        for (int tries = 1; ; tries++)
        {
            ReportDocument document = await Reports.DocumentAsync(account, documentId, cancel);
            bool gzip = document.CompressionAlgorithm == "GZIP";
            try
            {
                string? charset = await FetchAsync(document.Url, packed, cancel);
                if (gzip && !DocumentText.IsWhole(packed, MostBytes, cancel))
                {
                    throw new InvalidDataException(Say.Texts.Get("Document_Broken"));
                }

                DocumentText.Write(packed, gzip, charset, unpacked, MostBytes, cancel);
                if (DocumentText.IsJson(unpacked) is false)
                {
                    throw new InvalidDataException(Say.Texts.Get("Document_Broken"));
                }

                return;
            }
            catch (Exception fault)
                when (fault is HttpRequestException or IOException or InvalidDataException
                    || (fault is OperationCanceledException && !cancel.IsCancellationRequested)
                )
            {
                if (tries == MostTries)
                {
                    throw new AmazonException(Say.Texts.Get("Document_Failed", Cut.Of(fault.Message)), fault)
                    {
                        Passes = true,
                    };
                }

                await Task.Delay(account.Edge.Spread(TimeSpan.FromSeconds(5 * tries)), account.Edge.Time, cancel);
            }
        }
    }

    /// <summary>Fetches what lies behind a link; the access token does not go there. Tells the charset that the answer names.</summary>
    private async Task<string?> FetchAsync(string? link, string to, CancellationToken cancel)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps)
        {
            throw new AmazonException(Say.Texts.Get("Document_Link"));
        }

        using var limit = new CancellationTokenSource(Within, account.Edge.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        using HttpResponseMessage reply = await account.Edge.Http.GetAsync(
            address,
            HttpCompletionOption.ResponseHeadersRead,
            both.Token
        );
        if (reply.StatusCode is not HttpStatusCode.OK)
        {
            throw new HttpRequestException($"HTTP {(int)reply.StatusCode}");
        }

        await using Stream from = await reply.Content.ReadAsStreamAsync(both.Token);
        using FileStream file = File.Create(to);
        byte[] block = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(block, both.Token)) > 0)
        {
            if (file.Length + read > MostBytes)
            {
                throw new AmazonException(Say.Texts.Get("Document_Large", MostBytes >> 30));
            }

            file.Write(block, 0, read);
        }

        return reply.Content.Headers.ContentType?.CharSet?.Trim('"', '\'');
    }
}
