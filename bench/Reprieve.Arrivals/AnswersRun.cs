using System.Diagnostics;
using System.Globalization;
using Reprieve.Cases;
using Reprieve.MailFaults;
using Reprieve.MailWatch;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Arrivals;

/// <summary>
/// Answers of all kinds among thousands of other mails: which cases they move, and how soon a case moves after a mail came while
/// the mailbox is watched.
/// </summary>
internal static class AnswersRun
{
    /// <param name="keep">Where the data folder is kept, to be looked at in the workbench; null for nowhere.</param>
    public static async Task<int> RunAsync(int others, string fixtures, string? keep)
    {
        string folder = Directory.CreateTempSubdirectory("reprieve-answers-").FullName;
        using DovecotServer dovecot = await DovecotServer.StartAsync();
        try
        {
            int faults = await RunAsync(others, fixtures, folder, dovecot);
            if (keep is not null)
            {
                FaultsRun.Copy(folder, keep);
            }

            return faults;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(int others, string fixtures, string folder, DovecotServer dovecot)
    {
        using var mails = new SignedMails();
        var scenario = new Scenario(mails, fixtures, DateTimeOffset.UtcNow);
        ServerOptions options = WatchedWorkbench.Options(folder, mails, WatchedWorkbench.Ends(dovecot.Certificate));
        await WatchedWorkbench.MakeAsync(folder, scenario, options, TimeProvider.System);
        int half = scenario.Cases.Count / 2;
        HashSet<string> late = [.. scenario.Cases.Skip(half).Select(one => "answer " + one.Name)];
        Deliver(
            dovecot,
            others,
            [.. scenario.Arriving.Where(mail => !late.Contains(mail.Name)).Select(mail => mail.Mail)]
        );

        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = folder },
            TimeProvider.System
        );
        await WatchedWorkbench.WatchAsync(workbench, dovecot.Server);
        var clock = Stopwatch.StartNew();
        await using WatchHost host = await WatchHost.StartAsync(
            workbench,
            options,
            TimeProvider.System,
            new WatchedWorkbench.Silence()
        );
        bool good = await host.OnceAsync(CancellationToken.None);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{others} other mails and {scenario.Arriving.Count - late.Count} of Amazon's: {clock.Elapsed.TotalSeconds:0.0} s to the end, whole: {good}"
            )
        );
        List<double> waits = [];
        int moved = await workbench.Arrivals.CountAsync(null, [ArrivalState.InCase]);
        foreach (Awaited one in scenario.Cases.Skip(half))
        {
            // IDLE is begun a moment after the last look.
            await Task.Delay(300);
            clock.Restart();
            dovecot.Store("", one.Answer);
            int before = moved++;
            while (await workbench.Arrivals.CountAsync(null, [ArrivalState.InCase]) == before)
            {
                await Task.Delay(10);
            }

            waits.Add(clock.Elapsed.TotalMilliseconds);
        }

        waits.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"from delivery to the moved case, {waits.Count} times: median {waits[waits.Count / 2]:0} ms, most {waits[^1]:0} ms"
            )
        );
        return await JudgeAsync(workbench, scenario);
    }

    private static async Task<int> JudgeAsync(Workbench workbench, Scenario scenario)
    {
        IReadOnlyDictionary<string, CaseStage> stages = await Histories.StagesAsync(workbench);
        IReadOnlyList<Arrival> arrivals = await workbench.Arrivals.ListAsync(null, Enum.GetValues<ArrivalState>());
        foreach (string line in stages.Select(one => $"  {one.Key}: {one.Value}").Order(StringComparer.Ordinal))
        {
            Console.WriteLine(line);
        }

        foreach (IGrouping<ArrivalState, Arrival> state in arrivals.GroupBy(one => one.State))
        {
            Console.WriteLine($"  {state.Count()} {state.Key}");
        }

        string[] unmoved =
        [
            .. scenario
                .Cases.Where(one => stages[one.Name] is CaseStage.Preparing or CaseStage.Sent)
                .Select(one => one.Name),
        ];
        Console.WriteLine(unmoved.Length == 0 ? "every case moved" : "NOT MOVED: " + string.Join(", ", unmoved));
        return unmoved.Length == 0 ? 0 : 1;
    }

    private static void Deliver(DovecotServer dovecot, int others, IReadOnlyList<byte[]> mails)
    {
        int every = Math.Max(1, others / mails.Count);
        for (int i = 0; i < others; i++)
        {
            dovecot.Store("", SomeMails.Other(string.Create(CultureInfo.InvariantCulture, $"other {i}"), i % 60));
            if (i % every == 0 && i / every < mails.Count)
            {
                dovecot.Store("", mails[i / every]);
            }
        }

        foreach (byte[] mail in mails.Skip(((others - 1) / every) + 1))
        {
            dovecot.Store("", mail);
        }
    }
}
