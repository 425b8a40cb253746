using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using DnsClient;
using Reprieve.Notices;

namespace Reprieve.Cli.Network;

/// <summary>
/// DKIM keys from DNS. Each name is asked for once a run. A name server that stays silent costs a run no more than the
/// limit in all; after that nothing is asked any more. A failure is no fault: it means that nobody could say.
/// </summary>
/// <param name="servers">The name servers to ask; the system's own when none are given.</param>
internal sealed class DnsDkimKeys(params IPEndPoint[] servers) : IDkimKeys
{
    /// <summary>How long a run waits for answers that do not come.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, DkimKeyAnswer> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _asking = new();
    private TimeSpan _lost;
    private Resolver? _resolver;

    /// <inheritdoc/>
    public DkimKeyAnswer Find(string selector, string domain)
    {
        string name = UsedKey.NameOf(selector, domain);
        if (_known.TryGetValue(name, out DkimKeyAnswer? known))
        {
            return known;
        }

        lock (_asking)
        {
            return _known.GetOrAdd(name, Ask);
        }
    }

    private DkimKeyAnswer Ask(string name)
    {
        TimeSpan left = Limit - _lost;
        if (left <= TimeSpan.Zero)
        {
            return DkimKeyAnswer.NoAnswer;
        }

        long start = Stopwatch.GetTimestamp();
        DkimKeyAnswer answer;
        try
        {
            _resolver ??= new Resolver(servers);
            answer = _resolver.Ask(name, left);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Whatever goes wrong on the network, or with a name that no server takes, nobody could say.
            answer = DkimKeyAnswer.NoAnswer;
        }

        if (answer.State == DkimKeyState.NoAnswer)
        {
            _lost += Stopwatch.GetElapsedTime(start);
        }

        return answer;
    }

    /// <summary>All that touches DnsClient, so that it is loaded only when something is asked.</summary>
    private sealed class Resolver(IPEndPoint[] servers)
    {
        private readonly LookupClient _client = new(Options(servers));

        public DkimKeyAnswer Ask(string name, TimeSpan limit)
        {
            using var cancel = new CancellationTokenSource(limit);
            IDnsQueryResponse response = Task.Run(
                    () => _client.QueryAsync(name, QueryType.TXT, cancellationToken: cancel.Token),
                    CancellationToken.None
                )
                .WaitAsync(limit)
                .GetAwaiter()
                .GetResult();
            return response.Header.ResponseCode switch
            {
                DnsHeaderResponseCode.NoError => Record(response),
                DnsHeaderResponseCode.NotExistentDomain => DkimKeyAnswer.Missing,
                _ => DkimKeyAnswer.NoAnswer,
            };
        }

        private static LookupClientOptions Options(IPEndPoint[] servers)
        {
            LookupClientOptions options = servers.Length == 0 ? new() : new(servers);
            options.UseCache = false;
            options.Retries = 1;
            options.Timeout = TimeSpan.FromSeconds(1.4);
            options.ThrowDnsErrors = false;
            return options;
        }

        /// <summary>The record that holds a key; a long one comes in several strings, and other records may stand beside it.</summary>
        private static DkimKeyAnswer Record(IDnsQueryResponse response)
        {
            string[] records = [.. response.Answers.TxtRecords().Select(txt => string.Concat(txt.Text))];
            string? key =
                Array.Find(records, record => record.Contains("p=", StringComparison.Ordinal))
                ?? records.FirstOrDefault();
            return key is null ? DkimKeyAnswer.Missing : DkimKeyAnswer.Found(key);
        }
    }
}
