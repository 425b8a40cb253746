using Microsoft.Extensions.Time.Testing;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Knowledge;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Store;

public sealed class WorkflowTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly SqliteDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task The_sample_goes_through_the_steps_in_a_checked_out_folder_and_again_without_a_change()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 20, 17, 0, 0, TimeSpan.Zero));
        await using Workbench workbench = await Workbench.OpenAsync(_database.Options, clock, Cancel);
        CaseId id = (await workbench.Cases.AddAsync("Late shipments", "Dana", Cancel)).Id;
        string sample = Sample("late-shipment");
        foreach (string file in Directory.EnumerateFiles(sample))
        {
            await using FileStream content = File.OpenRead(file);
            await workbench.Cases.PutFileAsync(id, Path.GetFileName(file), content, "Dana", Cancel);
        }

        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        CaseWork work = Walk(folder, clock);
        var summary = CaseSummary.Of(work, KnowledgeLoader.BuiltIn, clock);
        StoredCase first = await workbench.Cases.CheckInAsync(folder, summary, "Dana", "", cancel: Cancel);
        Walk(folder, clock);
        StoredCase second = await workbench.Cases.CheckInAsync(folder, summary, "Dana", "", cancel: Cancel);

        first.Files.ShouldContain(file => file.Path == "appeal/plan.txt");
        first.Record.Stage.ShouldBe(CaseStage.Ready);
        second.Revision.ShouldBe(first.Revision);
        (await workbench.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    private static CaseWork Walk(CheckedOutCase folder, TimeProvider clock)
    {
        KnowledgeBase knowledge = KnowledgeLoader.BuiltIn;
        CaseWork work = new ReadCase(knowledge, clock).Open(folder.Paths, cancel: Cancel);
        work = new ReviewCase(knowledge, clock).Review(work, cancel: Cancel);
        work = new AnswerCase(knowledge, clock).Answer(work);
        return new PackCase(knowledge, clock).Pack(work, Cancel);
    }

    private static string Sample(string name)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Reprieve.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return Path.Combine(folder!, "samples", name);
    }
}
