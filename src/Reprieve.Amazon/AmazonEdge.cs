using System.Net.Http.Headers;
using Reprieve.Amazon.Notifications;
using Reprieve.Amazon.Pulling;
using Reprieve.Knowledge;

namespace Reprieve.Amazon;

/// <summary>
/// The edge to the Selling Partner API; a process has one. Whoever opens an account twice gets the same, so that its limits are
/// counted once.
/// </summary>
/// <param name="http">Redirects are not followed and nothing is unpacked by itself; see <see cref="NewHttp"/>.</param>
/// <param name="knowledge">Regions, rates and reports.</param>
/// <param name="time">The clock of limits, tokens and waits.</param>
/// <param name="chance">Spreads waits, so that many do not come back at once; null for a new one.</param>
/// <param name="queues">What carries requests to queues; null for the network.</param>
public sealed class AmazonEdge(
    HttpClient http,
    KnowledgeBase knowledge,
    TimeProvider time,
    Random? chance = null,
    HttpMessageHandler? queues = null
)
{
    /// <summary>How long an answer may take. Amazon's own slowest operations answer within seconds.</summary>
    internal static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(100);

    private readonly Lock _lock = new();
    private readonly Dictionary<AmazonConnection, AmazonAccount> _accounts = [];
    private readonly Random _chance = chance ?? new Random();

    internal HttpClient Http => http;

    internal KnowledgeBase Knowledge => knowledge;

    internal TimeProvider Time => time;

    /// <summary>Tells those who wait for a report that it is ready.</summary>
    internal ReadySigns Ready { get; } = new();

    /// <summary>A client that speaks with Amazon as Reprieve, and says so.</summary>
    /// <param name="handler">What sends; null for the network.</param>
    public static HttpClient NewHttp(HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(
            handler
                ?? new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                    ConnectTimeout = TimeSpan.FromSeconds(20),
                }
        )
        {
            // Each call has a limit of its own, on the clock that is given.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        string version = typeof(AmazonEdge).Assembly.GetName().Version?.ToString(3) ?? "0";
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Reprieve", version));
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("(Language=C#; self-hosted)"));
        return http;
    }

    /// <summary>Opens an account. Nothing is asked yet.</summary>
    /// <exception cref="AmazonException">There is no such region.</exception>
    public AmazonAccount Open(AmazonConnection connection)
    {
        AmazonRegion region =
            knowledge.AmazonRegions.FirstOrDefault(one => one.Code == connection.Region)
            ?? throw new AmazonException(
                Say.Texts.Get(
                    "No_Region",
                    connection.Region,
                    string.Join(", ", knowledge.AmazonRegions.Select(one => one.Code))
                )
            );
        lock (_lock)
        {
            if (!_accounts.TryGetValue(connection, out AmazonAccount? account))
            {
                account = new AmazonAccount(this, connection, region);
                _accounts.Add(connection, account);
            }

            return account;
        }
    }

    /// <summary>Forgets an account and its tokens.</summary>
    public void Close(AmazonConnection connection)
    {
        lock (_lock)
        {
            _accounts.Remove(connection);
        }
    }

    /// <summary>Amazon told that a report is ready, or will never be: who waits for it looks at once.</summary>
    /// <param name="report">Its id; that of a report nobody waits for is nothing.</param>
    public void ReportFinished(string report) => Ready.Tell(report);

    /// <summary>Opens a queue; nothing is asked yet.</summary>
    public QueueClient OpenQueue(QueueAddress address, AwsKey key) => new(address, key, time, queues);

    /// <inheritdoc cref="QueueSetUp.MakeAsync"/>
    public Task<QueueAddress> MakeQueueAsync(AmazonRegion region, string name, AwsKey key, CancellationToken cancel) =>
        QueueSetUp.MakeAsync(region.AwsRegion, name, key, region.NotificationSender, time, queues, cancel);

    /// <summary>A length of time with a share of chance in it: from half of it to the whole.</summary>
    internal TimeSpan Spread(TimeSpan wait)
    {
        lock (_lock)
        {
            return wait * (0.5 + (_chance.NextDouble() / 2));
        }
    }
}
