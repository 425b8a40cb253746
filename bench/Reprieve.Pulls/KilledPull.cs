using System.Diagnostics;
using System.Globalization;
using Reprieve.Amazon;
using Reprieve.AmazonStandIn;
using Reprieve.Knowledge;

namespace Reprieve.Pulls;

/// <summary>A pulling process is killed at random moments, and started again until all is there.</summary>
internal static class KilledPull
{
    private const int Orders = 300;
    private const int MostStarts = 60;

    /// <summary>Kills so many times, over as many pulls as that takes. Tells what was wrong.</summary>
    public static async Task<(int Pulls, int Starts, IReadOnlyList<string> Faults)> RunAsync(int kills, int seed)
    {
        var random = new Random(seed);
        List<string> faults = [];
        (int pulls, int starts, int killed) = (0, 0, 0);
        while (killed < kills)
        {
            pulls++;
            var time = new FastTime(DateTimeOffset.UtcNow);
            using var account = new AccountUnderTest(SyntheticAccount.Make(pulls, Orders, time.GetUtcNow()), time);
            using var server = new StandInServer(account.StandIn, time, linksLeadHere: false);
            int before = starts;
            bool done = false;
            while (!done && starts - before < MostStarts)
            {
                starts++;
                int patience = killed < kills ? random.Next(150, 2000) : Timeout.Infinite;
                bool ended = await ChildEndsAsync(account, server, time, patience);
                killed += ended ? 0 : 1;
                // One that was killed after its last part is done: the next would begin a new pull.
                done = ended || IsDone(account.Folder);
            }

            faults.AddRange(Wrong(account, done).Select(fault => $"pull {pulls}: {fault}"));
        }

        return (pulls, starts, faults);
    }

    /// <summary>The process that is killed.</summary>
    public static async Task<int> ChildAsync(
        string folder,
        string server,
        string started,
        string refresh,
        string seller
    )
    {
        var time = new FastTime(DateTimeOffset.Parse(started, CultureInfo.InvariantCulture));
        using var way = new ServerWay(new Uri(server));
        var edge = new AmazonEdge(AmazonEdge.NewHttp(way), KnowledgeLoader.BuiltIn, time);
        AmazonAccount account = edge.Open(AccountUnderTest.Connection with { RefreshToken = refresh });
        using AccountPull pull = await AccountPull.OpenAsync(account, folder, wish: new PullWish(seller));
        return (await pull.RunAsync(null, CancellationToken.None)).Troubles.Count == 0 ? 0 : 1;
    }

    /// <summary>Whether it brought all before its time was up; else it was killed.</summary>
    private static async Task<bool> ChildEndsAsync(
        AccountUnderTest account,
        StandInServer server,
        FastTime time,
        int patience
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string own = typeof(KilledPull).Assembly.Location;
        string[] args =
        [
            "child",
            account.Folder,
            server.AddressOf("x").GetLeftPart(UriPartial.Authority),
            time.Start.ToString("O", CultureInfo.InvariantCulture),
            account.Seller.RefreshTokens[0],
            account.Seller.SellerId,
        ];
        foreach (
            string arg in Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [own, .. args] : args
        )
        {
            start.ArgumentList.Add(arg);
        }

        using Process child = Process.Start(start)!;
        _ = child.StandardError.ReadToEndAsync();
        using var up = new CancellationTokenSource(patience);
        try
        {
            await child.WaitForExitAsync(up.Token);
            return child.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            await child.WaitForExitAsync();
            return false;
        }
    }

    private static bool IsDone(string folder)
    {
        string book = Path.Combine(folder, ".pull", "pull.json");
        return File.Exists(book) && !File.ReadAllText(book).Contains("\"end\": \"Open\"", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Wrong(AccountUnderTest account, bool done)
    {
        if (!done)
        {
            yield return $"not finished after {MostStarts} starts";
            yield break;
        }

        foreach (string twice in FaultyPull.MadeTwice(account.StandIn))
        {
            yield return "made twice: " + twice;
        }

        string[] ids =
        [
            .. Directory
                .GetFiles(account.Folder, "shipments-of-*")
                .SelectMany(file => File.ReadLines(file).Skip(1))
                .Select(row => row.Split('\t')[0]),
        ];
        if (ids.Length == 0 || ids.Distinct(StringComparer.Ordinal).Count() != ids.Length)
        {
            yield return $"{ids.Length} packages of {ids.Distinct(StringComparer.Ordinal).Count()} orders";
        }
    }

    /// <summary>Leads what is meant for Amazon's hosts to the stand-in of this machine.</summary>
    private sealed class ServerWay(Uri server) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            Uri meant = request.RequestUri!;
            request.RequestUri = new Uri(server, meant.Host + meant.PathAndQuery);
            return base.SendAsync(request, cancel);
        }
    }
}
