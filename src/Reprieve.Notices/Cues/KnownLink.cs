using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>A part of links by which a route is known.</summary>
internal sealed class KnownLink(CueLine line)
{
    private RouteChannel _channel;
    private bool _read;

    /// <summary>The route that a link leads to which has this part; null for any other. The code is read once.</summary>
    public RouteChannel? ChannelOf(ReadOnlySpan<char> link)
    {
        if (!link.Contains(line.Say, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!_read)
        {
            _read = Snake.TryParse(line.Code, out _channel);
        }

        return _read ? _channel : null;
    }
}
