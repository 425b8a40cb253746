using System.Diagnostics;
using Reprieve.Cases;
using Reprieve.Storage;
using Reprieve.Storage.Archives;

namespace Reprieve.Load;

/// <summary>Fills a data folder with invented cases, by the way that archives come in.</summary>
internal static class Filling
{
    private const int EntriesOfCase = 20;
    private const int AtOnce = 8;

    private static readonly CaseStage[] Stages =
    [
        CaseStage.Preparing,
        CaseStage.Preparing,
        CaseStage.Ready,
        CaseStage.Sent,
        CaseStage.MoreInformation,
        CaseStage.Denied,
        CaseStage.Reinstated,
        CaseStage.Reinstated,
    ];

    /// <summary>Fills the folder up to so many cases.</summary>
    public static async Task FillAsync(string folder, int cases)
    {
        var watch = Stopwatch.StartNew();
        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = folder },
            TimeProvider.System
        );
        int there = (await workbench.Cases.ListAsync(new CaseQuery { Take = 0 })).Total;
        if (there >= cases)
        {
            return;
        }

        List<Template> templates = Template.All();
        await Parallel.ForEachAsync(
            Enumerable.Range(there, cases - there),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, cancel) =>
            {
                using var archive = new MemoryStream();
                await WriteAsync(archive, templates[number % templates.Count], number, cancel);
                archive.Position = 0;
                await workbench.Cases.ImportAsync(archive, "load", cancel);
            }
        );
        Console.WriteLine(
            $"{cases - there} cases with {EntriesOfCase} entries each brought in, {watch.Elapsed.TotalSeconds:0} s"
        );
    }

    /// <summary>Gives every case to one of so many clients, each with two stores; does nothing where there are clients already.</summary>
    public static async Task GiveAsync(string folder, int clients)
    {
        await using Workbench workbench = await Workbench.OpenAsync(
            new WorkbenchOptions { Folder = folder },
            TimeProvider.System
        );
        if (clients == 0 || (await workbench.Clients.ClientsAsync()).Count > 0)
        {
            return;
        }

        List<Account> stores = [];
        for (int number = 0; number < clients; number++)
        {
            Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), $"Client {number}"));
            foreach (string store in new[] { "North", "South" })
            {
                stores.Add(
                    await workbench.Clients.SaveAsync(
                        new Account(Guid.NewGuid(), client.Id, $"{store} {number}", "", ["amazon.com"])
                    )
                );
            }
        }

        List<CaseId> cases = [];
        CasePage page;
        do
        {
            page = await workbench.Cases.ListAsync(new CaseQuery { Skip = cases.Count, Take = 200 });
            cases.AddRange(page.Lines.Select(line => line.Id));
        } while (page.Lines.Count > 0);

        for (int number = 0; number < cases.Count; number++)
        {
            await workbench.Cases.SetAccountAsync(cases[number], stores[number % stores.Count].Id, "load");
        }
    }

    private static Task WriteAsync(Stream archive, Template template, int number, CancellationToken cancel)
    {
        int spread = (number * 7919) % 150;
        Case record = template.Record with
        {
            Id = CaseId.New(TimeProvider.System),
            Stage = Stages[number % Stages.Length],
            Timeline = [],
        };
        // The import adds one of its own.
        for (int entry = 1; entry < EntriesOfCase; entry++)
        {
            record = record.Append(
                TimeProvider.System,
                entry % 3 == 0 ? Timeline.Reprieve : "load",
                entry == 1 ? "case_opened"
                    : entry % 2 == 0 ? "answered"
                    : "package_written",
                new Dictionary<string, string> { ["state"] = "draft", ["number"] = $"{entry}" }
            );
        }

        return CaseArchive.WriteAsync(
            archive,
            $"{Words[number % Words.Length]} {Words[number / Words.Length % Words.Length]} {number}",
            record,
            template.Summary with
            {
                Store = $"Store {number % 500}",
                Due = spread > 110 ? null : TimeProvider.System.GetUtcNow().AddDays(spread - 30),
            },
            template
                .Files(number)
                .Select(file => new ArchivedFile(
                    file.Path,
                    _ => Task.FromResult<Stream>(new MemoryStream(file.Content))
                )),
            cancel
        );
    }

    private static readonly string[] Words =
    [
        "Larch",
        "Heron",
        "Quarry",
        "Amber",
        "Tern",
        "Willow",
        "Granite",
        "Fennel",
        "Juniper",
        "Otter",
        "Meadow",
    ];
}
