using System.Diagnostics;
using System.Globalization;
using Reprieve.Files;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.MailFaults;

namespace Reprieve.MailWatch;

/// <summary>Kills a process that watches, at random moments, while mails arrive; the next process goes on.</summary>
internal static class WatchKills
{
    private const int AtOnce = 30;

    public static async Task<FaultResult> RunAsync(int kills, int seed, int others)
    {
        var random = new Random(seed);
        var result = new FaultResult { Others = others };
        string folder = Directory.CreateTempSubdirectory("reprieve-watch-kills-").FullName;
        using DovecotServer dovecot = await DovecotServer.StartAsync();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), dovecot.Certificate.ExportCertificatePem());
            for (int i = 0; i < others; i++)
            {
                dovecot.Store("", SomeMails.Other(string.Create(CultureInfo.InvariantCulture, $"other {i}"), i % 60));
            }

            var delivered = new List<string>();
            while (result.Crashes < kills)
            {
                Deliver(dovecot, delivered, result, random);
                await ProcessAsync(folder, dovecot.Server.Port, random.Next(900), result);
            }

            await ProcessAsync(folder, dovecot.Server.Port, null, result);
            Judge(folder, delivered, result);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return result;
    }

    /// <summary>What the killed process does: one tick and a word.</summary>
    public static async Task ChildAsync(string folder, int port)
    {
        using var certificate =
            System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificateFromFile(
                Path.Combine(folder, "cert.pem")
            );
        Console.WriteLine("ready");
        Console.ReadLine();
        using WatchBook book = WatchBook.Open(Path.Combine(folder, "book"));
        await using var watcher = new MailboxWatcher(
            SeedRun.Account(1, new MailServer("127.0.0.1", port, MailTls.Implicit), SentCopy.Unknown),
            book,
            new FolderTaker(Path.Combine(folder, "taken")),
            KnowledgeLoader.BuiltIn,
            new WatchOptions(),
            TimeProvider.System,
            new Reprieve.Mail.Connecting.MailEdge { AlsoTrusted = certificate }
        );
        WatchResult result = await watcher.TickAsync(CancellationToken.None);
        Console.WriteLine(result.Trouble?.Sentence ?? "done");
    }

    private static void Deliver(DovecotServer dovecot, List<string> delivered, FaultResult result, Random random)
    {
        for (int i = 0; i < AtOnce; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"mail {delivered.Count}");
            dovecot.Store("", SomeMails.Amazon(name, lines: random.Next(5) == 0 ? 3_000 : 20));
            delivered.Add(name);
            result.Mails++;
        }
    }

    private static async Task ProcessAsync(string folder, int port, int? milliseconds, FaultResult result)
    {
        string program = typeof(WatchKills).Assembly.Location;
        var start = new ProcessStartInfo(
            "dotnet",
            [program, "child", folder, port.ToString(CultureInfo.InvariantCulture)]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        result.Restarts++;
        using Process process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync();
        await process.StandardInput.WriteLineAsync();
        Task<string?> said = process.StandardOutput.ReadLineAsync();
        if (milliseconds is { } moment && await Task.WhenAny(said, Task.Delay(moment)) != said)
        {
            process.Kill();
            result.Crashes++;
        }

        string? word = await said;
        await process.WaitForExitAsync();
        if (word is not null and not "done")
        {
            result.Faults.Add(word);
        }
    }

    private static void Judge(string folder, List<string> delivered, FaultResult result)
    {
        string[] taken =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(folder, "taken"), "*.eml")
                .Select(file => KeepingTaker.NameOf(File.ReadAllBytes(file))),
        ];
        result.Again = File.Exists(Path.Combine(folder, "taken", "again"))
            ? File.ReadAllLines(Path.Combine(folder, "taken", "again")).Length
            : 0;
        foreach (string missed in delivered.Except(taken))
        {
            result.Faults.Add("missed " + missed);
        }

        foreach (IGrouping<string, string> twice in taken.GroupBy(name => name).Where(same => same.Count() > 1))
        {
            result.Faults.Add("twice " + twice.Key);
        }

        foreach (string foreign in taken.Except(delivered))
        {
            result.Faults.Add("foreign " + foreign);
        }
    }

    /// <summary>Keeps mails as files by their identity, durably, and notes what it is handed again.</summary>
    private sealed class FolderTaker(string folder) : IMailTaker
    {
        public Task TakeAsync(ArrivedMail mail, CancellationToken cancel)
        {
            Durable.MakeFolder(folder);
            string path = Path.Combine(folder, mail.Identity + ".eml");
            if (File.Exists(path))
            {
                File.AppendAllText(Path.Combine(folder, "again"), mail.Identity + "\n");
            }
            else
            {
                new Durable(null).Write(path, mail.Bytes.Span);
            }

            return Task.CompletedTask;
        }
    }
}
