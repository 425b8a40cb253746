namespace Reprieve.AmazonStandIn;

/// <summary>A call as it came in.</summary>
/// <param name="App">Client id; empty where the token told none.</param>
/// <param name="Account">Seller id; empty where the call was for no account.</param>
/// <param name="Status">HTTP status that went back; 0 where the connection was cut.</param>
/// <param name="Exceeded">The bucket was empty.</param>
public sealed record LoggedCall(
    DateTimeOffset At,
    string App,
    string Account,
    string Operation,
    int Status,
    bool Exceeded = false
);
