using Reprieve.Amazon;
using Reprieve.Storage;

namespace Reprieve.Server.Selling;

/// <summary>How far what a case gets from Amazon is.</summary>
/// <param name="Connection">By which it comes.</param>
/// <param name="IsRunning">Whether more is to come; otherwise it ended.</param>
/// <param name="Progress">How far this run is; null before it began.</param>
/// <param name="Files">Files that are in the case by it.</param>
/// <param name="Notes">What Amazon has nothing of, or refused.</param>
/// <param name="Troubles">What is missing, in words.</param>
public sealed record PullOfCase(
    StoredConnection Connection,
    bool IsRunning,
    PullProgress? Progress,
    int Files,
    IReadOnlyList<string> Notes,
    IReadOnlyList<string> Troubles
);

/// <summary>What a case may get from Amazon, for its page and for programs.</summary>
/// <param name="Connections">Those of the case's client.</param>
/// <param name="Pull">What is coming or came since the program was started; null for nothing.</param>
/// <param name="IsOffline">Whether Amazon may not be asked.</param>
public sealed record PullView(IReadOnlyList<StoredConnection> Connections, PullOfCase? Pull, bool IsOffline);
