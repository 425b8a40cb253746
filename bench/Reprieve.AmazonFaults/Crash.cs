namespace Reprieve.AmazonFaults;

/// <summary>The process is gone: nothing of it has any effect any more.</summary>
internal sealed class CrashException : Exception;

/// <summary>Lets a process crash at random points, and keeps it crashed.</summary>
/// <param name="dice">Decides where.</param>
/// <param name="share">How likely it is at each point, from 0 to 1.</param>
internal sealed class Crash(Random dice, double share)
{
    /// <summary>Whether it crashed.</summary>
    public bool Happened { get; private set; }

    /// <summary>A point at which it may crash.</summary>
    public void Point()
    {
        Happened |= dice.NextDouble() < share;
        if (Happened)
        {
            throw new CrashException();
        }
    }
}

/// <summary>Requests of a process that may crash before or after them. Not to be disposed of: the service lives longer.</summary>
internal sealed class CrashingHandler(HttpMessageHandler inner, Crash crash) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        crash.Point();
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        crash.Point();
        return answer;
    }
}
