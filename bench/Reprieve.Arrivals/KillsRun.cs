using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Reprieve.MailFaults;
using Reprieve.MailWatch;
using Reprieve.Notices;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Arrivals;

/// <summary>Kills a process that watches and moves cases, at random moments; the next process goes on.</summary>
internal static class KillsRun
{
    private const int Cases = 6;

    public static async Task<FaultsResult> RunAsync(int kills, int seed, string fixtures)
    {
        var result = new FaultsResult();
        var random = new Random(seed);
        string folder = Directory.CreateTempSubdirectory("reprieve-arrival-kills-").FullName;
        try
        {
            using var mails = new SignedMails();
            var scenario = new Scenario(mails, fixtures, DateTimeOffset.UtcNow, Cases);
            string template = Path.Combine(folder, "template");
            using (DovecotServer none = await DovecotServer.StartAsync())
            {
                await WatchedWorkbench.MakeAsync(
                    template,
                    scenario,
                    WatchedWorkbench.Options(template, mails, WatchedWorkbench.Ends(none.Certificate)),
                    TimeProvider.System
                );
            }

            mails.Save(Path.Combine(folder, "keys"));
            IReadOnlyList<string> expected = await OneAsync(folder, scenario, null, result);
            while (result.Stopped < kills)
            {
                IReadOnlyList<string> lines = await OneAsync(folder, scenario, random, result);
                result.Seeds++;
                if (!lines.SequenceEqual(expected))
                {
                    result.Faults.Add(
                        $"run {result.Seeds}:\n  - {string.Join("\n  - ", expected.Except(lines))}\n  + {string.Join("\n  + ", lines.Except(expected))}"
                    );
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return result;
    }

    /// <summary>What the process does: watches until all is sorted, and says so.</summary>
    /// <param name="folder">With the data, the certificate and the keys.</param>
    public static async Task ChildAsync(string folder)
    {
        string data = Path.Combine(folder, "data");
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificateFromFile(
            Path.Combine(folder, "cert.pem")
        );
        ServerOptions options = WatchedWorkbench.Options(
            data,
            DkimKeyFile.Load(Path.Combine(folder, "keys")),
            WatchedWorkbench.Ends(certificate)
        );
        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = data },
            TimeProvider.System
        );
        Console.WriteLine("ready");
        await using WatchHost host = await WatchHost.StartAsync(
            workbench,
            options,
            TimeProvider.System,
            new WatchedWorkbench.Silence()
        );
        Console.WriteLine(await host.OnceAsync(CancellationToken.None) ? "done" : "trouble");
    }

    private static async Task<IReadOnlyList<string>> OneAsync(
        string folder,
        Scenario scenario,
        Random? random,
        FaultsResult result
    )
    {
        string data = Path.Combine(folder, "data");
        FaultsRun.Copy(Path.Combine(folder, "template"), data);
        using DovecotServer dovecot = await DovecotServer.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), dovecot.Certificate.ExportCertificatePem());
        foreach ((string name, byte[] mail) in scenario.Arriving)
        {
            dovecot.Store("", mail);
            dovecot.Store("", SomeMails.Other("beside " + name));
        }

        await using (Workbench workbench = await OpenAsync(data))
        {
            await WatchedWorkbench.WatchAsync(workbench, dovecot.Server);
        }

        for (int i = 0; random is not null && i < 4; i++)
        {
            await ProcessAsync(folder, random.Next(50, 2_500), result);
        }

        await ProcessAsync(folder, null, result);
        IReadOnlyList<string> lines;
        await using (Workbench after = await OpenAsync(data))
        {
            lines = await Histories.OfAsync(after);
        }

        Directory.Delete(data, recursive: true);
        return lines;
    }

    private static async Task ProcessAsync(string folder, int? milliseconds, FaultsResult result)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillsRun).Assembly.Location, "child", folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        result.Starts++;
        using Process process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync();
        Task<string?> said = process.StandardOutput.ReadLineAsync();
        if (milliseconds is { } moment && await Task.WhenAny(said, Task.Delay(moment)) != said)
        {
            process.Kill();
            result.Stopped++;
        }

        string? word = await said;
        await process.WaitForExitAsync();
        if (word is not null and not "done")
        {
            result.Faults.Add(string.Create(CultureInfo.InvariantCulture, $"start {result.Starts}: {word}"));
        }
    }

    private static Task<Workbench> OpenAsync(string data) =>
        Workbench.OpenAsync(new WorkbenchOptions { Folder = data }, TimeProvider.System);
}
