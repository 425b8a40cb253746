using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>How it stands with looking at each account; safe from any thread. It is in memory alone.</summary>
internal sealed class LookStates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, LookState> _states = [];

    public IReadOnlyList<LookState> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _states.Values];
            }
        }
    }

    /// <summary>Null where nobody came to it yet.</summary>
    public LookState? Of(Guid connection)
    {
        lock (_lock)
        {
            return _states.GetValueOrDefault(connection);
        }
    }

    /// <summary>Whether it is known as it is now: opened in the same way, for the same stores.</summary>
    public bool Knows(StoredConnection connection) => Of(connection.Id) is { } known && IsSame(known, connection);

    public void Set(LookState state)
    {
        lock (_lock)
        {
            _states[state.Connection.Id] = state;
        }
    }

    /// <summary>Changes what is known of a connection; nothing where it went, or became another one.</summary>
    /// <returns>How it stands then; null where nothing was changed.</returns>
    public LookState? Change(StoredConnection connection, Func<LookState, LookState> change)
    {
        lock (_lock)
        {
            return _states.GetValueOrDefault(connection.Id) is { } known && IsSame(known, connection)
                ? _states[connection.Id] = change(known)
                : null;
        }
    }

    /// <summary>Forgets all but some.</summary>
    public void Keep(IEnumerable<Guid> connections)
    {
        lock (_lock)
        {
            foreach (Guid gone in _states.Keys.Except(connections).ToArray())
            {
                _states.Remove(gone);
            }
        }
    }

    private static bool IsSame(LookState known, StoredConnection connection) =>
        known.Connection.Opening == connection.Opening
        && known.Connection.SellerId == connection.SellerId
        && known.Connection.Stores.SequenceEqual(connection.Stores);
}
