using Reprieve.Cases;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Store;

public sealed class BoardOnSqlite() : BoardTests(new SqliteDatabase());

public sealed class BoardOnPostgreSql() : BoardTests(new PostgreSqlDatabase());

/// <summary>What lists are narrowed by besides the stage: whose turn it is, the marketplace, the person; and the money held.</summary>
public abstract partial class BoardTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Guid Edda = Guid.NewGuid();
    private static readonly Guid Mara = Guid.NewGuid();

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_list_is_narrowed_by_turn_marketplace_and_person()
    {
        await using Workbench workbench = await database.OpenAsync();
        await ThreeAsync(workbench);

        (await TitlesAsync(workbench, new CaseQuery { Turn = Turn.Client })).ShouldBe(["asked"]);
        (await TitlesAsync(workbench, new CaseQuery { Turn = Turn.Amazon })).ShouldBe(["sent"]);
        (await TitlesAsync(workbench, new CaseQuery { Marketplace = "amazon.de" })).ShouldBe(["asked", "sent"]);
        (await TitlesAsync(workbench, new CaseQuery { Person = Edda })).ShouldBe(["ready"]);
        (await TitlesAsync(workbench, new CaseQuery { Person = CaseQuery.Nobody })).ShouldBe(["sent"]);
        (await TitlesAsync(workbench, new CaseQuery { Marketplace = "amazon.de", Turn = Turn.Us })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_choice_tells_how_many_the_others_leave()
    {
        await using Workbench workbench = await database.OpenAsync();
        await ThreeAsync(workbench);

        CasePage page = await workbench.Cases.ListAsync(
            new CaseQuery { Marketplace = "amazon.de", Turn = Turn.Client },
            Cancel
        );

        page.Total.ShouldBe(1);
        page.Turns.ShouldBe(new Dictionary<Turn, int> { [Turn.Client] = 1, [Turn.Amazon] = 1 }, ignoreOrder: true);
        page.Marketplaces.ShouldBe(new Dictionary<string, int> { ["amazon.de"] = 1 }, ignoreOrder: true);
        page.Stages.ShouldBe(new Dictionary<CaseStage, int> { [CaseStage.Preparing] = 1 }, ignoreOrder: true);
        page.People.ShouldBe(new Dictionary<Guid, int> { [Mara] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Money_held_is_summed_by_currency_over_all_that_is_found()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId[] cases = await ThreeAsync(workbench);
        await HoldAsync(workbench, cases[0], 1000.10m, "EUR");
        await HoldAsync(workbench, cases[1], 2000.20m, "EUR");
        await HoldAsync(workbench, cases[2], 7, "USD");

        (await HeldAsync(workbench, new CaseQuery { Take = 1 })).ShouldBe(["3,000.30 EUR", "7 USD"]);
        (await HeldAsync(workbench, new CaseQuery { Turn = Turn.Client })).ShouldBe(["1,000.10 EUR"]);
        await HoldAsync(workbench, cases[2], 0, "USD");
        (await HeldAsync(workbench, new CaseQuery())).ShouldBe(["3,000.30 EUR"]);
    }

    [Fact]
    public async Task A_corrected_amount_keeps_the_one_before_in_the_timeline()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        await HoldAsync(workbench, id, 100, "USD");
        await HoldAsync(workbench, id, 100, "USD");
        await HoldAsync(workbench, id, 80, "USD");

        StoredCase stored = (await workbench.Cases.FindAsync(id, Cancel)).ShouldNotBeNull();
        stored.Held.ShouldBe(new MoneyHeld(80, "USD"));
        (await workbench.Cases.TimelineAsync(id, cancel: Cancel))
            .Select(MoneyHeld.Of)
            .OfType<MoneyHeld>()
            .Select(held => held.Text)
            .ShouldBe(["100 USD", "80 USD"], "the same amount again says nothing new");
        (await workbench.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_noted_for_the_board_leaves_what_was_read_as_it_is()
    {
        await using Workbench workbench = await database.OpenAsync();
        StoredCase before = await workbench.Cases.AddAsync("One", "Dana", Cancel);

        await HoldAsync(workbench, before.Id, 100, "USD");
        StoredCase after = await workbench.Cases.AssignAsync(before.Id, Edda, "Edda", "Dana", Cancel);

        after.ContentKey.ShouldBe(before.ContentKey);
        after.Assignee.ShouldBe(Edda);
        (await workbench.Cases.AssignAsync(before.Id, Edda, "Edda", "Dana", Cancel)).Revision.ShouldBe(after.Revision);
    }

    [Fact]
    public async Task An_archive_carries_the_money_and_leaves_the_person_behind()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
        await HoldAsync(workbench, id, 100, "USD");
        await workbench.Cases.AssignAsync(id, Edda, "Edda", "Dana", Cancel);
        using var archive = new MemoryStream();
        await workbench.Cases.ExportAsync(id, archive, Cancel);
        archive.Position = 0;
        await using Workbench other = await Workbench.OpenAsync(database.Another(), database.Clock, Cancel);

        StoredCase imported = await other.Cases.ImportAsync(archive, "Kim", Cancel);

        imported.Held.ShouldBe(new MoneyHeld(100, "USD"));
        imported.Assignee.ShouldBeNull("people are those of a workbench");
        (await HeldAsync(other, new CaseQuery())).ShouldBe(["100 USD"]);
    }

    [Fact]
    public async Task Whoever_sees_some_clients_is_offered_and_counted_nothing_of_others()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId[] cases = await ThreeAsync(workbench);
        var mine = new Account(Guid.NewGuid(), Guid.NewGuid(), "Mine", "", []);
        await workbench.Cases.SetAccountAsync(cases[1], mine.Id, "us", Cancel);
        await HoldAsync(workbench, cases[0], 5, "EUR");
        await HoldAsync(workbench, cases[1], 6, "EUR");

        CasePage page = await workbench
            .CasesSeen(new Sight([mine.Client!.Value], [mine.Id]))
            .ListAsync(new CaseQuery(), Cancel);

        page.Turns.Keys.ShouldBe([Turn.Us]);
        page.Marketplaces.Keys.ShouldBe(["amazon.com"]);
        page.People.Keys.ShouldBe([Edda]);
        page.Held.ShouldBe([new MoneyHeld(6, "EUR")]);
    }

    private static async Task<List<string>> TitlesAsync(Workbench workbench, CaseQuery query)
    {
        CasePage page = await workbench.Cases.ListAsync(query, Cancel);
        page.Total.ShouldBe(page.Lines.Count);
        return [.. page.Lines.Select(line => line.Title).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> HeldAsync(Workbench workbench, CaseQuery query) =>
        [.. (await workbench.Cases.ListAsync(query, Cancel)).Held.Select(held => held.Text)];

    private static Task HoldAsync(Workbench workbench, CaseId id, decimal amount, string currency) =>
        workbench.Cases.SetHeldAsync(id, new MoneyHeld(amount, currency), "Dana", Cancel);

    /// <summary>"asked" waits for the client, "ready" for us, "sent" for Amazon.</summary>
    private static async Task<CaseId[]> ThreeAsync(Workbench workbench)
    {
        CaseId[] cases =
        [
            await AddAsync(workbench, "asked", CaseStage.Preparing, questions: 2, "amazon.de"),
            await AddAsync(workbench, "ready", CaseStage.Ready, questions: 0, "amazon.com"),
            await AddAsync(workbench, "sent", CaseStage.Sent, questions: 0, "amazon.de"),
        ];
        await workbench.Cases.AssignAsync(cases[0], Mara, "Mara", "Dana", Cancel);
        await workbench.Cases.AssignAsync(cases[1], Edda, "Edda", "Dana", Cancel);
        return cases;
    }

    private static async Task<CaseId> AddAsync(
        Workbench workbench,
        string title,
        CaseStage stage,
        int questions,
        string marketplace
    )
    {
        CaseId id = (await workbench.Cases.AddAsync(title, "Dana", Cancel)).Id;
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(id, Cancel);
        CaseRecordFile.Write(folder.Paths, CaseRecordFile.Read(folder.Paths)! with { Stage = stage });
        var summary = new CaseSummary { Questions = questions, Marketplace = marketplace };
        await workbench.Cases.CheckInAsync(folder, summary, "Dana", "", cancel: Cancel);
        return id;
    }
}
