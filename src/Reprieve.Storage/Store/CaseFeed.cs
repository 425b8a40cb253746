using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Reprieve.Cases;

namespace Reprieve.Storage;

/// <summary>Tells whoever listens that a case was changed, after it lies on the disk.</summary>
public sealed class CaseFeed
{
    /// <summary>Who listens too slowly loses the oldest; the revision tells that something was missed.</summary>
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<Channel<CaseNews>, bool> _listeners = new();

    internal CaseFeed() { }

    /// <summary>What happens from now on, until <paramref name="cancel"/>.</summary>
    public async IAsyncEnumerable<CaseNews> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<CaseNews>(
            new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        _listeners[channel] = true;
        try
        {
            await foreach (CaseNews news in channel.Reader.ReadAllAsync(cancel))
            {
                yield return news;
            }
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }

    internal void Tell(CaseNews news)
    {
        foreach (Channel<CaseNews> listener in _listeners.Keys)
        {
            listener.Writer.TryWrite(news);
        }
    }
}

/// <summary>A case was changed.</summary>
/// <param name="Revision">Its revision from then on; null when it was deleted.</param>
/// <param name="Account">The seller account it belongs to; null for none.</param>
public sealed record CaseNews(CaseId Id, int? Revision, Guid? Account);
