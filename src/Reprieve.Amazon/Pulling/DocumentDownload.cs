using System.Net;
using Reprieve.Amazon.Calls;

namespace Reprieve.Amazon.Pulling;

/// <summary>Where a file lies for some minutes.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Gzip">Whether Amazon says beforehand that it is packed; the download may say so as well.</param>
internal sealed record DocumentLink(string? Url, bool Gzip);

/// <summary>Brings a file that Amazon made: whole or not at all.</summary>
/// <param name="link">Asks for a new link.</param>
/// <param name="work">Where it lies until it is whole.</param>
internal sealed class DocumentDownload(
    AmazonAccount account,
    Func<CancellationToken, Task<DocumentLink>> link,
    string work
)
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

    /// <summary>What a document says of something that failed.</summary>
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
            DocumentLink document = await link(cancel);
            try
            {
                (string? charset, bool encoded) = await FetchAsync(document.Url, packed, cancel);
                bool gzip = document.Gzip || encoded;
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

    /// <summary>
    /// Fetches what lies behind an address; the access token does not go there. Tells the charset that the answer names, and
    /// whether it says that the file is packed.
    /// </summary>
    private async Task<(string? Charset, bool Gzip)> FetchAsync(string? url, string to, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps)
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

        return (
            reply.Content.Headers.ContentType?.CharSet?.Trim('"', '\''),
            reply.Content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase)
        );
    }
}
