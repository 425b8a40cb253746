namespace Reprieve.AmazonStandIn;

/// <summary>What every call passes before its operation: token, endpoint, role.</summary>
internal static class Door
{
    public static Answer QuotaExceeded { get; } =
        Answer.Error(429, "QuotaExceeded", "You exceeded your quota for the requested resource.");

    public static AccessToken Check(
        Operation operation,
        Incoming request,
        string region,
        AccessToken? token,
        DateTimeOffset now
    )
    {
        if (request.Header("x-amz-access-token") is null)
        {
            throw Refusal.Unauthorized("Access token is missing in the request header.");
        }

        if (token is null)
        {
            throw Refusal.Unauthorized("The access token you provided is revoked, malformed or invalid.");
        }

        if (now >= token.Expires)
        {
            throw Refusal.Unauthorized("The access token you provided has expired.");
        }

        if (request.Header("user-agent") is not { Length: > 0 })
        {
            throw Refusal.Invalid("Missing required header 'user-agent'.");
        }

        if (operation.Grantless)
        {
            return token.Scope == Tokens.NotificationScope ? token : throw Refusal.Unauthorized();
        }

        return
            token.Account is { Blocked: false } account
            && account.Region == region
            && (operation.Role is null || account.Roles.Contains(operation.Role))
            ? token
            : throw Refusal.Unauthorized();
    }
}
