using System.Diagnostics;
using System.Globalization;
using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Kills;

/// <summary>What a run of kills found.</summary>
/// <param name="Acknowledged">Changes that the killed processes said were done.</param>
/// <param name="Faults">What was lost or not whole; none when all is well.</param>
public sealed record KillResult(int Acknowledged, IReadOnlyList<string> Faults);

/// <summary>Starts a writing process, kills it at a random moment, and looks whether all that it acknowledged is there.</summary>
public static class KillRun
{
    /// <summary>Kills so many times; the data folder goes on through all of them.</summary>
    /// <param name="progress">Told now and then how far it is; null for nobody.</param>
    public static async Task<KillResult> RunAsync(int kills, int seed, TextWriter? progress = null)
    {
        string root = Directory.CreateTempSubdirectory("reprieve-kills-").FullName;
        string folder = Path.Combine(root, "data");
        var random = new Random(seed);
        var known = new Acknowledged();
        try
        {
            for (int kill = 1; kill <= kills; kill++)
            {
                await KillAsync(folder, random.Next(), random.Next(12), random.Next(80), known);
                await LookAsync(folder, known, kill);
                if (kill % 20 == 0 && progress is not null)
                {
                    await progress.WriteLineAsync($"{kill} kills, {known.Lines} acknowledged");
                }
            }

            return new KillResult(known.Lines, known.Faults);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>The writer is killed some milliseconds after it has said so many lines.</summary>
    private static async Task KillAsync(string folder, int seed, int lines, int milliseconds, Acknowledged known)
    {
        string program = typeof(KillRun).Assembly.Location;
        string own = Path.GetFileNameWithoutExtension(program);
        // A test has a copy of this program beside it; the one in its own place has all it needs to run.
        string place = Path.Combine(
            Path.GetDirectoryName(program)!,
            "..",
            "..",
            own,
            Path.GetFileName(Path.GetDirectoryName(program)!)
        );
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(place, own + ".dll"), "child", folder, seed.ToString(CultureInfo.InvariantCulture)]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task? killing = null;
        int said = 0;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line != "open")
            {
                known.Take(line);
            }

            if (said++ == lines)
            {
                killing = Task.Run(async () =>
                {
                    await Task.Delay(milliseconds);
                    process.Kill();
                });
            }
        }

        await (killing ?? throw new InvalidOperationException("the writer ended by itself"));
        await process.WaitForExitAsync();
    }

    private static async Task LookAsync(string folder, Acknowledged known, int kill)
    {
        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = folder },
            TimeProvider.System
        );
        known.Faults.AddRange((await workbench.VerifyAsync()).Select(fault => $"kill {kill}: {fault}"));
        foreach ((CaseId id, KnownCase one) in known.Cases.ToList())
        {
            StoredCase? stored = await workbench.Cases.FindAsync(id);
            if (stored is null && one.MayBeGone)
            {
                known.Cases.Remove(id);
                continue;
            }

            one.MayBeGone = false;
            if (stored is null || stored.Revision < one.Revision)
            {
                known.Faults.Add($"kill {kill}: case {id} should stand at {one.Revision}, but {stored?.Revision}");
                continue;
            }

            foreach (string lost in await LostAsync(workbench, stored, one))
            {
                known.Faults.Add($"kill {kill}: case {id} {lost}");
            }
        }

        foreach (CaseId gone in known.Gone)
        {
            if (await workbench.Cases.FindAsync(gone) is not null && !known.Cases.ContainsKey(gone))
            {
                known.Faults.Add($"kill {kill}: deleted case {gone} is there again");
            }
        }
    }

    /// <summary>What a case no longer has of what was acknowledged, and rounds that are there by half.</summary>
    private static async Task<List<string>> LostAsync(Workbench workbench, StoredCase stored, KnownCase known)
    {
        List<string> lost = [];
        foreach ((string path, string sha256) in known.Files)
        {
            IReadOnlyList<StoredFile> versions = await workbench.Cases.HistoryAsync(stored.Id, path);
            if (versions.All(version => version.Sha256 != sha256))
            {
                lost.Add($"lost {path}");
            }
        }

        Dictionary<int, string?> recorded = stored.Record.Rounds.ToDictionary(
            round => round.Number,
            round => round.Sent.TextSha256
        );
        lost.AddRange(
            known
                .Sent.Where(sent => recorded.GetValueOrDefault(sent.Key) != sent.Value)
                .Select(sent => $"has no record that round {sent.Key} was sent")
        );
        Dictionary<string, string> frozen = stored
            .Files.Where(file => file.Path.StartsWith(CasePaths.RoundsName + "/", StringComparison.Ordinal))
            .ToDictionary(file => file.Path, file => file.Sha256, StringComparer.Ordinal);
        lost.AddRange(
            recorded
                .Where(round => frozen.GetValueOrDefault($"rounds/{round.Key}/{Writer.TextName}") != round.Value)
                .Select(round => $"has not what round {round.Key} sent")
        );
        // Each round is its text and its record.
        if (frozen.Count != 2 * recorded.Count)
        {
            lost.Add($"has {frozen.Count} frozen files for {recorded.Count} rounds");
        }

        return lost;
    }
}
