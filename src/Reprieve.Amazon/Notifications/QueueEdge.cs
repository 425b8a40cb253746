using Amazon.Runtime;
using Amazon.SQS;

namespace Reprieve.Amazon.Notifications;

/// <summary>A queue could not be asked: what is wrong and what to do, in the screen's language.</summary>
/// <param name="sentence">That.</param>
/// <param name="needsPerson">Whether somebody has to put something right.</param>
/// <param name="cause">What happened.</param>
internal sealed class QueueException(string sentence, bool needsPerson, Exception cause) : Exception(sentence, cause)
{
    public bool NeedsPerson => needsPerson;
}

/// <summary>
/// The way to SQS in one region: AWS's own client, without its tries of its own (pauses are the watcher's, by its clock) and
/// without what it would take from the machine (files and variables of other programs).
/// </summary>
internal sealed class QueueEdge : IDisposable
{
    private static readonly TimeSpan ToAnswer = TimeSpan.FromSeconds(20);

    private readonly string _region;
    private readonly AwsKey _key;
    private readonly TimeProvider _clock;
    private readonly OneClient _http;
    private readonly AmazonSQSClient _client;

    /// <param name="region">The region.</param>
    /// <param name="key">Who asks.</param>
    /// <param name="clock">The time for how long an answer may take.</param>
    /// <param name="handler">What carries requests; null for the network.</param>
    public QueueEdge(string region, AwsKey key, TimeProvider clock, HttpMessageHandler? handler)
    {
        _region = region;
        _key = key;
        _clock = clock;
        _http = new OneClient(handler);
        _client = new AmazonSQSClient(
            key.SessionToken is { } token
                ? new SessionAWSCredentials(key.Id, key.Secret, token)
                : new BasicAWSCredentials(key.Id, key.Secret),
            new AmazonSQSConfig
            {
                ServiceURL = QueueAddress.Endpoint(region),
                AuthenticationRegion = region,
                IgnoreConfiguredEndpointUrls = true,
                RetryMode = RequestRetryMode.Standard,
                MaxErrorRetry = 0,
                AllowAutoRedirect = false,
                DisableLogging = true,
                HttpClientFactory = _http,
            }
        );
    }

    /// <summary>Asks, within a time.</summary>
    /// <param name="deed">What to ask.</param>
    /// <param name="wait">How long the service itself waits.</param>
    /// <exception cref="QueueException">It could not be asked, or refused.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<T> AskAsync<T>(
        Func<IAmazonSQS, CancellationToken, Task<T>> deed,
        TimeSpan wait,
        CancellationToken cancel
    )
    {
        using var patience = new CancellationTokenSource(wait + ToAnswer, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await deed(_client, either.Token);
        }
        catch (Exception fault) when (QueueTrouble.IsOne(fault))
        {
            cancel.ThrowIfCancellationRequested();
            (string sentence, bool needsPerson) = QueueTrouble.Of(fault, _region, _key.Id);
            throw new QueueException(sentence, needsPerson, fault);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    /// <summary>Gives AWS's client the one connection pool that is ours.</summary>
    private sealed class OneClient(HttpMessageHandler? handler) : HttpClientFactory, IDisposable
    {
        private readonly HttpClient _client = new(
            handler ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) },
            disposeHandler: handler is null
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

        public void Dispose() => _client.Dispose();
    }
}
