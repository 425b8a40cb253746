using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Reprieve.Load;

/// <summary>Users who look for a case in the list, open it, go through its steps and come back to it.</summary>
/// <param name="browsers">Users take them in turn.</param>
internal sealed partial class Crowd(IReadOnlyList<HttpClient> browsers, int cases)
{
    private static readonly string[] Stages = ["Preparing", "Ready", "Sent", "MoreInformation", "Denied", "Reinstated"];
    private static readonly string[] Narrowed = ["turn=Us", "turn=Client", "market=amazon.com", "turn=Us&person=none"];
    private static readonly string[] Searched = ["heron", "store 77", "granite 12", "inauthentic", "late", "nothing"];
    private readonly ConcurrentDictionary<string, bool> _seen = [];
    private int _seeds;

    public async Task RunAsync(int users, TimeSpan think, TimeSpan time)
    {
        long began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, users)
                .Select(async user =>
                {
                    var random = new Random(Interlocked.Increment(ref _seeds));
                    // Nobody begins at the same moment as all others.
                    await Task.Delay(think * random.NextDouble());
                    while (Stopwatch.GetElapsedTime(began) < time)
                    {
                        await GoThroughAsync(browsers[user % browsers.Count], random, think);
                    }
                })
        );
    }

    private async Task GoThroughAsync(HttpClient browser, Random random, TimeSpan think)
    {
        string list = random.Next(5) switch
        {
            0 => $"/?q={Uri.EscapeDataString(Searched[random.Next(Searched.Length)])}",
            1 => $"/?stage={Stages[random.Next(Stages.Length)]}&page={random.Next(1, 1 + Math.Max(1, cases / 1_000))}",
            2 => "/?" + Narrowed[random.Next(Narrowed.Length)],
            _ => $"/?page={random.Next(1, 1 + Math.Max(1, cases / 50))}",
        };
        string page = await GetAsync(browser, list, "list", think);
        if (page.Contains("href=\"/clients\"", StringComparison.Ordinal) && random.Next(2) == 0)
        {
            page = await OfOneClientAsync(browser, random, think);
        }

        List<string> links = [.. CaseLink().Matches(page).Select(match => match.Value).Distinct()];
        if (links.Count == 0)
        {
            return;
        }

        string one = links[random.Next(links.Count)];
        await GetAsync(browser, one, _seen.TryAdd(one, true) ? "case, first look" : "case, later", think);
        await GetAsync(browser, one + "/why", "why", think);
        await GetAsync(browser, one + "/answer", "answer", think);
        await GetAsync(browser, one, "case, later", think);
    }

    private static async Task<string> OfOneClientAsync(HttpClient browser, Random random, TimeSpan think)
    {
        string clients = await GetAsync(browser, "/clients", "clients", think);
        List<string> links = [.. ClientLink().Matches(clients).Select(match => match.Value)];
        string one = links[random.Next(links.Count)];
        await GetAsync(browser, "/?client=" + one.Split('/')[^1], "list of a client", think);
        return await GetAsync(browser, one, "client", think);
    }

    private static async Task<string> GetAsync(HttpClient browser, string path, string kind, TimeSpan think)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(Serving.Header, kind);
        using HttpResponseMessage answer = await browser.SendAsync(request);
        string page = await answer.Content.ReadAsStringAsync();
        await Task.Delay(think);
        return page;
    }

    [GeneratedRegex("/clients/[0-9a-f-]{36}(?=\")", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClientLink();

    [GeneratedRegex("/cases/[0-9a-f-]{36}(?=\")", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CaseLink();
}
