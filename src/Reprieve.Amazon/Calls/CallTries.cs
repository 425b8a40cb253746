using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Reprieve.Amazon.Calls;

/// <summary>One call and its repetitions: what passes by itself is waited for, what does not is said.</summary>
internal sealed class CallTries(AmazonAccount account, LwaTokens tokens, TokenBucket bucket, AmazonCall call)
{
    /// <summary>Answers that were lost or were the service's own fault, before it is given up for now.</summary>
    private const int MostFaults = 7;

    /// <summary>Refusals for too many calls in a row. With waits of up to ten minutes that is an hour and more.</summary>
    private const int MostTooMany = 12;

    /// <summary>The largest answer; a page of a hundred orders has far less.</summary>
    private const int MostBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private int _faults;
    private int _tooMany;
    private bool _renewed;

    /// <summary>The body of the answer.</summary>
    public async Task<byte[]> RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            await bucket.TakeAsync(cancel);
            TimeSpan wait;
            try
            {
                (int status, byte[] body, string? token) = await OnceAsync(cancel);
                if (status is >= 200 and < 300)
                {
                    return body;
                }

                wait = WaitAfter(status, body, token);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException || TimedOut(fault, cancel))
            {
                wait = AfterFault(fault, took: fault is not LwaFault);
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, account.Edge.Time, cancel);
            }
        }
    }

    private static bool TimedOut(Exception fault, CancellationToken cancel) =>
        fault is OperationCanceledException && !cancel.IsCancellationRequested;

    private async Task<(int Status, byte[] Body, string Token)> OnceAsync(CancellationToken cancel)
    {
        string token = await TokenAsync(cancel);
        using var limit = new CancellationTokenSource(AmazonEdge.AnswerWithin, account.Edge.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        using HttpRequestMessage request = Request(token);
        using HttpResponseMessage reply = await account.Edge.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            both.Token
        );
        Learn(reply);
        byte[] body = await BoundedBody.ReadAsync(reply.Content, MostBytes, both.Token);
        return ((int)reply.StatusCode, body, token);
    }

    private async Task<string> TokenAsync(CancellationToken cancel)
    {
        try
        {
            return await tokens.GetAsync(call.Scope, cancel);
        }
        catch (Exception fault) when (fault is HttpRequestException || TimedOut(fault, cancel))
        {
            throw new LwaFault(fault);
        }
    }

    private HttpRequestMessage Request(string token)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(account.Address, call.Address));
        request.Headers.Add("x-amz-access-token", token);
        request.Headers.Add(
            "x-amz-date",
            account.Edge.Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
        );
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return request;
    }

    /// <summary>What an answer says of the rate holds, as long as it is a rate.</summary>
    private void Learn(HttpResponseMessage reply)
    {
        if (
            reply.Headers.TryGetValues("x-amzn-RateLimit-Limit", out IEnumerable<string>? said)
            && double.TryParse(said.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out double rate)
            && rate is >= 0.001 and <= 1000
        )
        {
            bucket.Learn(rate);
        }
    }

    private TimeSpan WaitAfter(int status, byte[] body, string token)
    {
        switch (status)
        {
            case (int)HttpStatusCode.TooManyRequests:
                // Amazon did nothing, so this is repeated whatever the call makes.
                bucket.Empty();
                return ++_tooMany < MostTooMany
                    ? Longer(TimeSpan.FromSeconds(Math.Max(1, 1 / bucket.Rate)), _tooMany)
                    : throw new AmazonException(Say.Texts.Get("Too_Many", call.Operation)) { Passes = true };
            case >= 500:
                return AfterFault(null, took: true, status);
            case 401 or 403 when !_renewed && CallAnswer.SpeaksOfToken(status, body):
                _renewed = true;
                tokens.Forget(call.Scope, token);
                return TimeSpan.Zero;
            default:
                throw CallAnswer.Refusal(account, call, status, body);
        }
    }

    /// <param name="fault">What happened.</param>
    /// <param name="took">Whether Amazon may have done what it was asked.</param>
    /// <param name="status">Its status, where it answered.</param>
    private TimeSpan AfterFault(Exception? fault, bool took, int? status = null)
    {
        string words = status is { } number
            ? Say.Texts.Get("Server_Fault", call.Operation, number)
            : Say.Texts.Get("Unreachable", account.Address.Host, Cut.Of(fault?.Message ?? ""));
        if (call.Makes && took)
        {
            throw new UncertainCallException(words, fault);
        }

        return ++_faults < MostFaults
            ? Longer(TimeSpan.FromSeconds(1), _faults)
            : throw new AmazonException(words, fault) { Passes = true, Status = status };
    }

    /// <summary>Twice as long each time.</summary>
    private TimeSpan Longer(TimeSpan first, int times)
    {
        TimeSpan wait = first * Math.Pow(2, times - 1);
        return account.Edge.Spread(wait < LongestWait ? wait : LongestWait);
    }

    /// <summary>No token could be had, so Amazon was not asked.</summary>
    private sealed class LwaFault(Exception cause) : HttpRequestException(cause.Message, cause);
}
