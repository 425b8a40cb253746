namespace Reprieve.Wording;

/// <summary>Reads a reply whole, up to a bound: an endpoint that never stops sending must not fill the memory.</summary>
internal sealed class BoundedReplies : DelegatingHandler
{
    /// <summary>A thousand sentences are a tenth of it.</summary>
    public const int MostBytes = 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        HttpResponseMessage reply = await base.SendAsync(request, cancellationToken);
        byte[] bytes = new byte[MostBytes + 1];
        await using Stream stream = await reply.Content.ReadAsStreamAsync(cancellationToken);
        int length = await stream.ReadAtLeastAsync(bytes, bytes.Length, false, cancellationToken);
        if (length > MostBytes)
        {
            reply.Dispose();
            throw new HttpRequestException(Say.Texts.Get("Too_Much"));
        }

        var content = new ByteArrayContent(bytes, 0, length);
        content.Headers.ContentType = reply.Content.Headers.ContentType;
        reply.Content = content;
        return reply;
    }
}
