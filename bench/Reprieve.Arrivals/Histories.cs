using System.Text;
using Reprieve.Cases;
using Reprieve.Storage;

namespace Reprieve.Arrivals;

/// <summary>What became of cases and mails, in words that are the same for two runs that went the same way.</summary>
internal static class Histories
{
    /// <summary>A line for each file, event and mail, sorted by case; hashes become the names of the mails.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Workbench workbench)
    {
        List<string> lines = [];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        List<CaseLine> cases = await CasesAsync(workbench);
        foreach (CaseLine line in cases)
        {
            StoredCase stored = (await workbench.Cases.FindAsync(line.Id))!;
            foreach (
                StoredFile file in stored.Files.Where(file => file.Path.EndsWith(".eml", StringComparison.Ordinal))
            )
            {
                names[file.Sha256] = await NameAsync(workbench, line.Id, file.Path);
            }
        }

        foreach (CaseLine line in cases)
        {
            lines.AddRange(await LinesAsync(workbench, line, names));
        }

        IReadOnlyList<Arrival> arrivals = await workbench.Arrivals.ListAsync(null, Enum.GetValues<ArrivalState>());
        lines.AddRange(
            arrivals.Select(one => $"mail {one.Message?.Subject}: {one.State}").Order(StringComparer.Ordinal)
        );
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>The stage of each case by title; cases that mails began by the name of their first mail.</summary>
    public static async Task<IReadOnlyDictionary<string, CaseStage>> StagesAsync(Workbench workbench)
    {
        var stages = new Dictionary<string, CaseStage>(StringComparer.Ordinal);
        foreach (CaseLine line in await CasesAsync(workbench))
        {
            stages[line.Title] = line.Stage;
        }

        return stages;
    }

    private static async Task<List<CaseLine>> CasesAsync(Workbench workbench) =>
        [.. (await workbench.Cases.ListAsync(new CaseQuery { Take = 200 })).Lines];

    private static async Task<List<string>> LinesAsync(
        Workbench workbench,
        CaseLine line,
        Dictionary<string, string> names
    )
    {
        StoredCase stored = (await workbench.Cases.FindAsync(line.Id))!;
        string head = line.Title;
        List<string> lines = [$"{head} | stage {stored.Record.Stage}"];
        lines.AddRange(
            stored
                .Files.Where(file => names.ContainsKey(file.Sha256))
                .Select(file => $"{head} | file {names[file.Sha256]}")
        );
        int number = 0;
        foreach (TimelineEntry entry in await workbench.Cases.TimelineAsync(line.Id))
        {
            string sha = entry.Details.GetValueOrDefault("sha256", "");
            bool ours = entry.Details.TryGetValue("path", out string? path) && !names.ContainsKey(sha);
            lines.Add(
                $"{head} | {number++:000} {entry.What} {entry.Who} {names.GetValueOrDefault(sha, "")} {(ours ? path : "")} "
                    + $"{entry.Details.GetValueOrDefault("outcome", "")}"
            );
        }

        return lines;
    }

    private static async Task<string> NameAsync(Workbench workbench, CaseId id, string path)
    {
        await using Stream content = await workbench.Cases.OpenFileAsync(id, path);
        using var reader = new StreamReader(content, Encoding.Latin1);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            if (line.StartsWith("X-Name: ", StringComparison.Ordinal))
            {
                return line["X-Name: ".Length..];
            }
        }

        return path;
    }
}
