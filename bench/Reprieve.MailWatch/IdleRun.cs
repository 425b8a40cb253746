using System.Diagnostics;
using System.Globalization;
using Reprieve.Mail;
using Reprieve.MailFaults;

namespace Reprieve.MailWatch;

/// <summary>Many idle mailboxes in one process.</summary>
internal static class IdleRun
{
    public static async Task RunAsync(int mailboxes)
    {
        string[] users =
        [
            .. Enumerable
                .Range(0, mailboxes)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"u{i}@example.com")),
        ];
        string folder = Directory.CreateTempSubdirectory("reprieve-idle-").FullName;
        using DovecotServer dovecot = await DovecotServer.StartAsync(
            others: users,
            also: "mail_max_userip_connections = 1000"
        );
        using Process self = Process.GetCurrentProcess();
        double before = Megabytes(self);
        using var end = new CancellationTokenSource();
        var arrivals = new Arrivals();
        var ready = new CountdownEvent(mailboxes);
        try
        {
            Task[] watchers = [.. users.Select(user => WatchAsync(user))];
            await Task.Run(ready.Wait);
            await Task.Delay(TimeSpan.FromSeconds(3));
            GC.Collect();
            double after = Megabytes(self);
            Console.WriteLine(
                $"{mailboxes} idle mailboxes: {after:0} MB in all, {(after - before) * 1000 / mailboxes:0} KB each"
            );
            var times = new List<double>();
            for (int i = 0; i < 20; i++)
            {
                string user = users[i * 7 % mailboxes];
                Task seen = arrivals.NextAsync();
                var watch = Stopwatch.StartNew();
                dovecot.Store("", SomeMails.Amazon(string.Create(CultureInfo.InvariantCulture, $"late {i}")), user);
                await seen;
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine(
                $"a delivery to one is taken after {times[10]:0} ms (median of 20; longest {times[^1]:0} ms)"
            );
            await end.CancelAsync();
            await Task.WhenAll(watchers);
        }
        finally
        {
            ready.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        async Task WatchAsync(string user)
        {
            using WatchBook book = WatchBook.Open(Path.Combine(folder, user));
            await using MailboxWatcher watcher = Mailbox.Watcher(
                dovecot.Server,
                dovecot,
                book,
                arrivals,
                TimeProvider.System,
                user
            );
            bool first = true;
            try
            {
                while (true)
                {
                    WatchResult result = await watcher.TickAsync(end.Token);
                    if (result.Trouble is { } trouble)
                    {
                        Console.WriteLine($"{user}: {trouble.Sentence}");
                    }
                    else if (first)
                    {
                        first = false;
                        ready.Signal();
                    }

                    await watcher.WaitAsync(end.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // It is over.
            }
        }
    }

    private static double Megabytes(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1e6;
    }

    private sealed class Arrivals : IMailTaker
    {
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task NextAsync()
        {
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task;
        }

        public Task TakeAsync(ArrivedMail mail, CancellationToken cancel)
        {
            _next.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
