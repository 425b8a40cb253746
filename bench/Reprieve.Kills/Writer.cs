using System.Security.Cryptography;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Storage;

namespace Reprieve.Kills;

/// <summary>Makes, fills, edits, sends, moves and deletes cases without end, and says what was acknowledged, a line each.</summary>
internal static class Writer
{
    /// <summary>The text that is sent, in the package and in its round.</summary>
    public const string TextName = "plan-of-action.txt";

    private const int MostCases = 5;

    public static async Task RunAsync(string folder, int seed)
    {
        var random = new Random(seed);
        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = folder },
            TimeProvider.System
        );
        Say("open");
        while (true)
        {
            CasePage page = await workbench.Cases.ListAsync(new CaseQuery { Take = 50 });
            if (page.Total == 0 || (page.Total < MostCases && random.Next(4) == 0))
            {
                StoredCase made = await workbench.Cases.AddAsync($"Case {random.Next(1000)}", "writer");
                Say($"case {made.Id} {made.Revision}");
                continue;
            }

            CaseId id = page.Lines[random.Next(page.Lines.Count)].Id;
            switch (random.Next(12))
            {
                case < 5:
                    await UploadAsync(workbench, id, random);
                    break;
                case < 8:
                    await EditAsync(workbench, id, random);
                    break;
                case < 10:
                    await SendAsync(workbench, id, random);
                    break;
                case 10:
                    await MoveAsync(workbench, id);
                    break;
                default:
                    await DeleteAsync(workbench, id);
                    break;
            }
        }
    }

    private static async Task UploadAsync(Workbench workbench, CaseId id, Random random)
    {
        byte[] content = new byte[random.Next(300_000)];
        random.NextBytes(content);
        string path = $"upload-{random.Next(30)}.bin";
        StoredFile stored = await workbench.Cases.PutFileAsync(id, path, new MemoryStream(content), "writer");
        Say($"file {id} {stored.Revision} {stored.Sha256} {stored.Path}");
    }

    private static async Task EditAsync(Workbench workbench, CaseId id, Random random)
    {
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id);
        Case record = CaseRecordFile.Read(folder.Paths)!;
        byte[] content = new byte[random.Next(50_000)];
        random.NextBytes(content);
        string path = $"edit-{random.Next(5)}.bin";
        await File.WriteAllBytesAsync(Path.Combine(folder.Paths.Folder, path), content);
        StoredCase stored = await workbench.Cases.CheckInAsync(folder, SummaryOf(record), "writer", "edited");
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Say($"file {id} {stored.Revision} {sha256} {path}");
    }

    /// <summary>The package is frozen as a round and recorded, and both are checked in together.</summary>
    private static async Task SendAsync(Workbench workbench, CaseId id, Random random)
    {
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id);
        Case record = CaseRecordFile.Read(folder.Paths)!;
        int round = record.Rounds.Count + 1;
        byte[] text = new byte[random.Next(1, 20_000)];
        random.NextBytes(text);
        await File.WriteAllBytesAsync(Path.Combine(folder.Paths.Output, TextName), text);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(text));
        PackedFile[] files = [new(TextName, sha256)];
        var sent = new SentAppeal(
            round,
            TimeProvider.System.GetLocalNow(),
            "writer",
            RouteChannel.AccountHealth,
            sha256,
            files,
            []
        );
        record = (
            record with
            {
                Stage = CaseStage.Sent,
                Package = files,
                Rounds = [.. record.Rounds, new Round(round, sent, null, null)],
            }
        ).Append(TimeProvider.System, "writer", "sent");
        Rounds.Freeze(folder.Paths, round, record);
        CaseRecordFile.Write(folder.Paths, record);
        StoredCase stored = await workbench.Cases.CheckInAsync(folder, SummaryOf(record), "writer", "");
        Say($"sent {id} {stored.Revision} {sha256} {round}");
    }

    private static CaseSummary SummaryOf(Case record) => new() { Rounds = record.Rounds.Count };

    /// <summary>Out as an archive, deleted, and in again under its id.</summary>
    private static async Task MoveAsync(Workbench workbench, CaseId id)
    {
        using var archive = new MemoryStream();
        await workbench.Cases.ExportAsync(id, archive);
        await DeleteAsync(workbench, id);
        archive.Position = 0;
        Say($"importing {id}");
        StoredCase stored = await workbench.Cases.ImportAsync(archive, "writer");
        Say($"case {stored.Id} {stored.Revision}");
        foreach (StoredFile file in stored.Files)
        {
            Say($"file {id} {file.Revision} {file.Sha256} {file.Path}");
        }

        foreach (Round round in stored.Record.Rounds)
        {
            Say($"sent {id} {stored.Revision} {round.Sent.TextSha256} {round.Number}");
        }
    }

    private static async Task DeleteAsync(Workbench workbench, CaseId id)
    {
        Say($"deleting {id}");
        await workbench.Cases.DeleteAsync(id, "writer");
        Say($"deleted {id}");
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
