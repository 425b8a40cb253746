using System.Text.Json.Serialization.Metadata;
using Reprieve.Amazon.Calls;
using Reprieve.Knowledge;

namespace Reprieve.Amazon;

/// <summary>An account that Amazon's answers are asked for, within its limits. Open it with <see cref="AmazonEdge.Open"/>.</summary>
public sealed class AmazonAccount
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TokenBucket> _buckets = new(StringComparer.Ordinal);
    private readonly LwaTokens _tokens;

    internal AmazonAccount(AmazonEdge edge, AmazonConnection connection, AmazonRegion region)
    {
        Edge = edge;
        Region = region;
        Address = connection.Sandbox ? region.Sandbox : region.Endpoint;
        _tokens = new LwaTokens(edge.Http, connection, region, edge.Time);
    }

    /// <summary>Where it is asked.</summary>
    public AmazonRegion Region { get; }

    internal AmazonEdge Edge { get; }

    internal Uri Address { get; }

    /// <summary>Calls an operation and reads its answer.</summary>
    /// <exception cref="AmazonException">It was refused, or could not be asked in many tries.</exception>
    /// <exception cref="UncertainCallException">A call that makes something lost its answer.</exception>
    internal async Task<T> SendAsync<T>(AmazonCall call, JsonTypeInfo<T> type, CancellationToken cancel) =>
        CallAnswer.Read(await SendAsync(call, cancel), type, call);

    /// <inheritdoc cref="SendAsync{T}(AmazonCall, JsonTypeInfo{T}, CancellationToken)"/>
    internal Task<byte[]> SendAsync(AmazonCall call, CancellationToken cancel) =>
        new CallTries(this, _tokens, BucketOf(call.Operation), call).RunAsync(cancel);

    private TokenBucket BucketOf(string operation)
    {
        lock (_lock)
        {
            if (!_buckets.TryGetValue(operation, out TokenBucket? bucket))
            {
                AmazonOperation limits = Edge.Knowledge.AmazonOperations.First(one => one.Code == operation);
                bucket = new TokenBucket(limits.Rate, limits.Burst, Edge.Time);
                _buckets.Add(operation, bucket);
            }

            return bucket;
        }
    }
}
