using System.CommandLine;
using Reprieve.Amazon;
using Reprieve.Cli.Mailing;

namespace Reprieve.Cli.Selling;

/// <summary>
/// The options that say which account is asked for, and by which application. Secrets are never arguments: other users could read
/// them.
/// </summary>
internal sealed class AccountOptions
{
    private const string SecretVariable = "REPRIEVE_AMAZON_CLIENT_SECRET";
    private const string TokenVariable = "REPRIEVE_AMAZON_REFRESH_TOKEN";

    private readonly Option<string?> _region = Text("--region", "Option_Region", "na|eu|fe");
    private readonly Option<string?> _client = Text("--client-id", "Option_ClientId", "ID");
    private readonly Option<string?> _secret = Text("--client-secret-file", "Option_ClientSecret", "FILE");
    private readonly Option<string?> _token = Text("--refresh-token-file", "Option_RefreshToken", "FILE");
    private readonly Option<string?> _seller = Text("--seller-id", "Option_SellerId", "ID");
    private readonly Option<string[]> _stores = new("--marketplace")
    {
        Description = Say.Get("Option_Stores"),
        HelpName = "STORE",
    };
    private readonly Option<bool> _sandbox = new("--sandbox") { Description = Say.Get("Option_Sandbox") };

    public IEnumerable<Option> All => [_region, _client, _secret, _token, _seller, _stores, _sandbox];

    /// <summary>The connection; its secrets come from files, environment variables, or are asked for.</summary>
    /// <exception cref="UsageException">Something is missing.</exception>
    public AmazonConnection Connection(ParseResult parsed, CliContext cli) =>
        new(
            parsed.GetValue(_region) ?? throw new UsageException(Say.Get("Account_NoRegion")),
            parsed.GetValue(_client) ?? throw new UsageException(Say.Get("Account_NoClient")),
            Secret(parsed.GetValue(_secret), SecretVariable, "Account_AskSecret", cli),
            Secret(parsed.GetValue(_token), TokenVariable, "Account_AskToken", cli)
        )
        {
            Sandbox = parsed.GetValue(_sandbox),
        };

    /// <summary>The merchant token; null when it was not given.</summary>
    public string? SellerId(ParseResult parsed) => parsed.GetValue(_seller);

    /// <summary>The stores; null for all.</summary>
    public IReadOnlyList<string>? Stores(ParseResult parsed) =>
        parsed.GetValue(_stores) is { Length: > 0 } stores ? stores : null;

    private static string Secret(string? file, string variable, string question, CliContext cli)
    {
        string? secret = file is not null
            ? SecretFile.Read(Path.GetFullPath(file, cli.WorkingDirectory))
            : cli.Variable(variable) ?? cli.Hidden?.Invoke(Say.Get(question));
        return string.IsNullOrWhiteSpace(secret)
            ? throw new UsageException(Say.Get("Account_NoSecret", variable))
            : secret.Trim();
    }

    private static Option<string?> Text(string name, string description, string value) =>
        new(name) { Description = Say.Get(description), HelpName = value };
}
