using Reprieve.Amazon;
using Reprieve.AmazonStandIn;
using Reprieve.Knowledge;

namespace Reprieve.Pulls;

/// <summary>An account at the stand-in, a client for it, and a folder; all in simulated time.</summary>
internal sealed class AccountUnderTest : IDisposable
{
    public static readonly DateTimeOffset Begin = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    public static readonly AmazonConnection Connection = new("na", "client-1", "secret-1", "refresh-1");

    public AccountUnderTest(AccountData? data = null)
        : this(
            new SellerAccount
            {
                SellerId = "A1SELLER",
                RefreshTokens = [Connection.RefreshToken],
                Region = "NA",
                Marketplaces = [new Participation("ATVPDKIKX0DER", "Larkmoor Supply")],
                Data = data ?? new AccountData(),
            }
        ) { }

    /// <param name="clock">The stand-in's clock; null for the simulated one.</param>
    public AccountUnderTest(SellerAccount seller, TimeProvider? clock = null)
    {
        StandIn = new StandIn(clock ?? Time);
        StandIn.AddApp(Connection.ClientId, Connection.ClientSecret);
        Seller = seller;
        StandIn.AddAccount(Seller);
    }

    public SimulatedTime Time { get; } = new(Begin);

    public StandIn StandIn { get; }

    public SellerAccount Seller { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("reprieve-amazon").FullName;

    /// <summary>The account, as a process that was just started opens it.</summary>
    public AmazonAccount Open(AmazonConnection? connection = null, HttpMessageHandler? handler = null) =>
        new AmazonEdge(
            AmazonEdge.NewHttp(handler ?? StandIn.Handler),
            KnowledgeLoader.BuiltIn,
            Time,
            new Random(1)
        ).Open(connection ?? Connection);

    /// <summary>The connection to the account.</summary>
    public AmazonConnection Own => Connection with { RefreshToken = Seller.RefreshTokens[0] };

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
