using System.Diagnostics;
using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.MailFaults;

namespace Reprieve.MailWatch;

/// <summary>The first look into a large mailbox, beside mbsync, which fetches all of the same one.</summary>
internal static class FirstSync
{
    private const string Peer = "/usr/bin/mbsync";

    public static async Task RunAsync(int mails, int turns)
    {
        if (!File.Exists(Peer))
        {
            Install();
        }

        string folder = Directory.CreateTempSubdirectory("reprieve-first-sync-").FullName;
        using DovecotServer dovecot = await DovecotServer.StartAsync();
        try
        {
            long bytes = Fill(dovecot, mails);
            Console.WriteLine(
                $"{mails} mails, {bytes / 1e6:0} MB, every 20th Amazon's; {turns} turns after one to warm up"
            );
            await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), dovecot.Certificate.ExportCertificatePem());
            await TurnAsync("mbsync", folder, dovecot, -1);
            var ours = new List<Timed>();
            var theirs = new List<Timed>();
            for (int turn = 0; turn < turns; turn++)
            {
                ours.Add(await TurnAsync("reprieve", folder, dovecot, turn));
                theirs.Add(await TurnAsync("mbsync", folder, dovecot, turn));
            }

            Timed mine = Median(ours);
            Timed peer = Median(theirs);
            Console.WriteLine($"reprieve  {mine.Seconds:0.00} s  {mine.Megabytes:0} MB   (takes {mine.Said})");
            Console.WriteLine($"mbsync    {peer.Seconds:0.00} s  {peer.Megabytes:0} MB");
            Console.WriteLine($"reprieve / mbsync: {mine.Seconds / peer.Seconds:0.00} of the time");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One look in a process of its own.</summary>
    public static async Task ChildAsync(string folder, int port, string book)
    {
        using var certificate =
            System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificateFromFile(
                Path.Combine(folder, "cert.pem")
            );
        using WatchBook kept = WatchBook.Open(book);
        var taker = new CountingTaker();
        await using var watcher = new MailboxWatcher(
            SeedRun.Account(1, new MailServer("127.0.0.1", port, MailTls.Implicit), SentCopy.Unknown),
            kept,
            taker,
            KnowledgeLoader.BuiltIn,
            new WatchOptions(),
            TimeProvider.System,
            new Reprieve.Mail.Connecting.MailEdge { AlsoTrusted = certificate }
        );
        WatchResult result = await watcher.TickAsync(CancellationToken.None);
        Console.WriteLine(result.Trouble?.Sentence ?? result.Taken.ToString(CultureInfo.InvariantCulture));
    }

    private static long Fill(DovecotServer dovecot, int mails)
    {
        var random = new Random(1);
        long bytes = 0;
        for (int i = 0; i < mails; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"mail {i}");
            // As mailboxes are: mostly some kilobytes, a tenth with something attached.
            int lines = random.Next(10) == 0 ? random.Next(1_000, 6_000) : random.Next(20, 300);
            byte[] mail = i % 20 == 0 ? SomeMails.Amazon(name, lines: lines) : SomeMails.Other(name, lines);
            dovecot.Store("", mail);
            bytes += mail.Length;
        }

        return bytes;
    }

    private static async Task<Timed> TurnAsync(string who, string folder, DovecotServer dovecot, int turn)
    {
        string own = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{who}{turn}"));
        Directory.CreateDirectory(own);
        string port = dovecot.Server.Port.ToString(CultureInfo.InvariantCulture);
        if (who == "mbsync")
        {
            string rc = Path.Combine(own, "rc");
            await File.WriteAllTextAsync(
                rc,
                $"""
                IMAPAccount a
                Host 127.0.0.1
                Port {port}
                User {Mailbox.User}
                Pass secret
                SSLType IMAPS
                CertificateFile {folder}/cert.pem
                AuthMechs LOGIN

                IMAPStore far
                Account a

                MaildirStore near
                Inbox {own}/inbox

                Channel c
                Far :far:
                Near :near:
                Patterns INBOX
                Sync Pull
                Create Near
                SyncState {own}/state

                """
            );
            return await Timed.RunAsync(Peer, ["-q", "-c", rc, "c"]);
        }

        return await Timed.RunAsync(
            "dotnet",
            [typeof(FirstSync).Assembly.Location, "look", folder, port, Path.Combine(own, "book")]
        );
    }

    private static Timed Median(List<Timed> all) => all.OrderBy(one => one.Seconds).ElementAt(all.Count / 2);

    private static void Install()
    {
        string[] command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", "isync"];
        if (!Environment.IsPrivilegedProcess)
        {
            command = ["sudo", .. command];
        }

        using Process process = Process.Start(new ProcessStartInfo(command[0], command[1..]))!;
        process.WaitForExit();
    }

    private sealed class CountingTaker : IMailTaker
    {
        public Task TakeAsync(ArrivedMail mail, CancellationToken cancel) => Task.CompletedTask;
    }
}

/// <summary>What a program took.</summary>
/// <param name="Seconds">From start to end.</param>
/// <param name="Megabytes">Its peak memory.</param>
/// <param name="Said">What it printed.</param>
internal sealed record Timed(double Seconds, double Megabytes, string Said)
{
    /// <summary>Runs a program under GNU time, which tells its peak memory.</summary>
    public static async Task<Timed> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%M", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> told = process.StandardError.ReadToEndAsync();
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        double seconds = watch.Elapsed.TotalSeconds;
        string[] lines = (await told).Trim().Split('\n');
        return process.ExitCode == 0
            ? new Timed(seconds, double.Parse(lines[^1], CultureInfo.InvariantCulture) / 1_000, said.Trim())
            : throw new InvalidOperationException(program + ": " + string.Join(' ', lines));
    }
}
