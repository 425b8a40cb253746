using System.Net;
using System.Text;

namespace Reprieve.Alerts.Sending;

/// <summary>What came back: status, the beginning of the body, and how long the service wants to be left alone.</summary>
internal sealed record AlertReply(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public bool IsGood => (int)Status is >= 200 and < 300;

    public bool IsRedirect => (int)Status is >= 300 and < 400;

    /// <summary>Whether the same request may be taken another time, by its status alone.</summary>
    public bool IsPassing =>
        (int)Status >= 500
        || Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)425;

    public static async Task<AlertReply> ReadAsync(
        HttpResponseMessage reply,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await using Stream stream = await reply.Content.ReadAsStreamAsync(cancel);
        byte[] bytes = new byte[MostBytes];
        int read = await stream.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, cancel);
        return new AlertReply(reply.StatusCode, Encoding.UTF8.GetString(bytes, 0, read), Wait(reply, now));
    }

    private static TimeSpan? Wait(HttpResponseMessage reply, DateTimeOffset now)
    {
        TimeSpan? wait = reply.Headers.RetryAfter?.Delta ?? (reply.Headers.RetryAfter?.Date - now);
        return wait is not { } span || span <= TimeSpan.Zero ? null
            : span > LongestWait ? LongestWait
            : span;
    }
}
