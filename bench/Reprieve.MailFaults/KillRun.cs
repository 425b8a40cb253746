using System.Diagnostics;
using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Mail;

namespace Reprieve.MailFaults;

/// <summary>Kills a process that sends at random moments, and counts what arrived.</summary>
internal static class KillRun
{
    private const int Lines = 40_000;

    /// <summary>Sends one mail after another; each kill hits somewhere while a process sends, the next process goes on.</summary>
    public static async Task<SeedResult> RunAsync(int kills, int seed)
    {
        var random = new Random(seed);
        var result = new SeedResult();
        string root = Directory.CreateTempSubdirectory("reprieve-mail-kills-").FullName;
        try
        {
            while (result.Crashes < kills)
            {
                await OneAsync(root, $"kill {seed} {result.Tries}", random, result);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        return result;
    }

    /// <summary>What the killed process does: waits for the word, sends, says what became of it.</summary>
    public static async Task ChildAsync(string folder, int port, string id)
    {
        AppealMail mail = SeedRun.Mail(id, Lines);
        Console.WriteLine("ready");
        Console.ReadLine();
        MailAccount account = SeedRun.Account(port, null, SentCopy.Unknown);
        SendResult done = await new MailSender(TimeProvider.System, KillEdge).SendAsync(
            new Outbox(folder, TimeProvider.System),
            account,
            mail,
            null,
            CancellationToken.None
        );
        Console.WriteLine(done.GetType().Name);
    }

    private static Reprieve.Mail.Connecting.MailEdge KillEdge => new() { PlainOnLoopback = _ => true };

    private static async Task OneAsync(string root, string id, Random random, SeedResult result)
    {
        using var sink = new SmtpSink();
        // Slow in half of the talks, so that a kill often falls between the mail's end and the answer to it.
        sink.Order = () =>
            SinkOrder.Well with
            {
                At = random.Next(2) == 0 ? SinkStep.Dot : SinkStep.Nowhere,
                Fault = SinkFault.Slow,
            };
        string? said = null;
        for (int round = 0; said is null && round < 50; round++)
        {
            said = await ProcessAsync(root, sink.Port, id, random.Next(450), round < 3, result);
            await sink.QuietAsync();
        }

        int kept = sink.Kept.Count;
        bool right = said switch
        {
            nameof(SendResult.Sent) => kept == 1,
            nameof(SendResult.NotSent) => kept == 0,
            nameof(SendResult.Uncertain) => kept <= 1,
            _ => false,
        };
        result.Sent += said == nameof(SendResult.Sent) ? 1 : 0;
        result.NotSent += said == nameof(SendResult.NotSent) ? 1 : 0;
        result.Uncertain += said == nameof(SendResult.Uncertain) ? 1 : 0;
        if (!right)
        {
            result.Faults.Add($"{id}: said {said ?? "nothing"}, {kept} arrived");
        }
    }

    private static async Task<string?> ProcessAsync(
        string folder,
        int port,
        string id,
        int milliseconds,
        bool kills,
        SeedResult result
    )
    {
        string program = typeof(KillRun).Assembly.Location;
        string own = Path.GetFileNameWithoutExtension(program);
        // A test has a copy of this program beside it; the one in its own place has all it needs to run.
        string built = Path.GetDirectoryName(program)!;
        string place = Path.Combine(built, "..", "..", own, Path.GetFileName(built), own + ".dll");
        var start = new ProcessStartInfo(
            "dotnet",
            [place, "child", folder, port.ToString(CultureInfo.InvariantCulture), id]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        result.Tries++;
        using Process process = Process.Start(start)!;
        await process.StandardOutput.ReadLineAsync();
        await process.StandardInput.WriteLineAsync();
        Task<string?> said = process.StandardOutput.ReadLineAsync();
        if (kills && await Task.WhenAny(said, Task.Delay(milliseconds)) != said)
        {
            process.Kill();
            result.Crashes++;
        }

        string? word = await said;
        await process.WaitForExitAsync();
        return word;
    }
}
