namespace Reprieve.Amazon.Calls;

/// <summary>Reads bodies that have a limit, whatever their sender says of their length.</summary>
internal static class BoundedBody
{
    /// <exception cref="HttpRequestException">It is longer, or ends too early.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int mostBytes, CancellationToken cancel)
    {
        try
        {
            await using Stream stream = await content.ReadAsStreamAsync(cancel);
            using var whole = new MemoryStream();
            byte[] block = new byte[16 * 1024];
            int read;
            while ((read = await stream.ReadAsync(block, cancel)) > 0)
            {
                if (whole.Length + read > mostBytes)
                {
                    throw new HttpRequestException(Say.Texts.Get("Body_Too_Long", mostBytes / 1024));
                }

                whole.Write(block, 0, read);
            }

            return whole.ToArray();
        }
        catch (IOException fault)
        {
            throw new HttpRequestException(fault.Message, fault);
        }
    }
}
