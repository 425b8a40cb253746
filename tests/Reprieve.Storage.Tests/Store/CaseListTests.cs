using Reprieve.Cases;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Store;

public sealed class CaseListOnSqlite() : CaseListTests(new SqliteDatabase());

public sealed class CaseListOnPostgreSql() : CaseListTests(new PostgreSqlDatabase());

public abstract class CaseListTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly TimeSpan Pacific = TimeSpan.FromHours(-7);

    private readonly DateTimeOffset _start = database.Clock.GetUtcNow();

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_list_is_sorted_by_day_and_then_by_the_newest_change()
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, "old", due: null);
        await AddAsync(workbench, "new", due: null);
        await AddAsync(workbench, "late", due: 20);
        await AddAsync(workbench, "soon", due: 3);

        CasePage page = await workbench.Cases.ListAsync(new CaseQuery(), Cancel);

        page.Lines.Select(line => line.Title).ShouldBe(["soon", "late", "new", "old"]);
        page.Total.ShouldBe(4);
        page.Lines[0].Summary.Store.ShouldBe("Store of soon");
    }

    [Fact]
    public async Task A_list_is_filtered_by_stage_and_counts_all_stages()
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, "one", stage: CaseStage.Ready);
        await AddAsync(workbench, "two", stage: CaseStage.Sent);
        await AddAsync(workbench, "three", stage: CaseStage.Sent);

        CasePage page = await workbench.Cases.ListAsync(new CaseQuery { Stages = [CaseStage.Sent], Take = 1 }, Cancel);

        page.Lines.ShouldHaveSingleItem().Title.ShouldBe("three");
        page.Total.ShouldBe(2);
        page.Stages.ShouldBe(
            new Dictionary<CaseStage, int> { [CaseStage.Ready] = 1, [CaseStage.Sent] = 2 },
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task The_pages_of_a_list_show_every_case_once_in_its_order()
    {
        await using Workbench workbench = await database.OpenAsync();
        for (int number = 0; number < 7; number++)
        {
            // Four have the same day, and are told apart by their newest change.
            await AddAsync(workbench, $"case {number}", due: number < 3 ? 5 : number);
        }

        List<string> shown = [];
        for (int page = 0; page < 4; page++)
        {
            var query = new CaseQuery
            {
                Text = "case",
                Skip = page * 2,
                Take = 2,
            };
            shown.AddRange((await workbench.Cases.ListAsync(query, Cancel)).Lines.Select(line => line.Title));
        }

        shown.ShouldBe(["case 3", "case 4", "case 5", "case 2", "case 1", "case 0", "case 6"]);
    }

    [Fact]
    public async Task A_store_with_a_name_without_end_is_kept_and_found_by_its_beginning()
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, new string('\u8BFA', 300), store: Repeated("\U0001F3EA", 2_500));

        CasePage page = await workbench.Cases.ListAsync(new CaseQuery { Text = "\u8BFA\u8BFA" }, Cancel);

        page.Lines.ShouldHaveSingleItem().Summary.Store!.Length.ShouldBe(5_000);
        (await workbench.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    [Theory]
    [InlineData("NORTHFOLD", 1)]
    [InlineData("诺弗", 1)]
    [InlineData("store late_shipment", 2)]
    [InlineData("100%", 0)]
    [InlineData("_", 2)]
    [InlineData("'; drop table cases", 0)]
    public async Task A_list_is_searched_by_title_store_and_reason(string text, int found)
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, "Northfold Goods");
        await AddAsync(workbench, "深圳诺弗贸易");

        (await workbench.Cases.ListAsync(new CaseQuery { Text = text }, Cancel)).Total.ShouldBe(found);
    }

    [Fact]
    public async Task A_list_finds_what_is_due()
    {
        await using Workbench workbench = await database.OpenAsync();
        await AddAsync(workbench, "soon", due: 1);
        await AddAsync(workbench, "late", due: 9);
        await AddAsync(workbench, "never", due: null);

        var query = new CaseQuery { DueBefore = database.Clock.GetUtcNow().AddDays(5) };

        (await workbench.Cases.ListAsync(query, Cancel)).Lines.ShouldHaveSingleItem().Title.ShouldBe("soon");
    }

    [Fact]
    public async Task A_case_can_belong_to_an_account_of_a_client()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Harbor Trade"), Cancel);
        Account account = await workbench.Clients.SaveAsync(
            new Account(Guid.NewGuid(), client.Id, "Northfold", "Northfold Ltd.", ["amazon.de", "amazon.fr"]),
            Cancel
        );
        StoredCase made = await workbench.Cases.AddAsync("One", "Dana", Cancel);
        await workbench.Cases.AddAsync("Two", "Dana", Cancel);

        await workbench.Cases.SetAccountAsync(made.Id, account.Id, "Dana", Cancel);

        (await workbench.Clients.AccountsAsync(Cancel))
            .ShouldHaveSingleItem()
            .Marketplaces.ShouldBe(account.Marketplaces);
        var query = new CaseQuery { Accounts = [account.Id] };
        (await workbench.Cases.ListAsync(query, Cancel)).Lines.ShouldHaveSingleItem().Title.ShouldBe("One");
    }

    [Fact]
    public async Task The_standing_counts_cases_by_account_and_stage_with_the_first_day()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Harbor Trade"), Cancel);
        Account account = await workbench.Clients.SaveAsync(
            new Account(Guid.NewGuid(), client.Id, "Northfold", "", []),
            Cancel
        );
        await AddAsync(workbench, "later", due: 9);
        await AddAsync(workbench, "sooner", due: 3);
        await AddAsync(workbench, "sent", due: 2, stage: CaseStage.Sent);
        foreach (CaseLine line in (await workbench.Cases.ListAsync(new CaseQuery(), Cancel)).Lines)
        {
            await workbench.Cases.SetAccountAsync(line.Id, account.Id, "Dana", Cancel);
        }

        await AddAsync(workbench, "nobody's", due: 1);

        IReadOnlyList<AccountStanding> standing = await workbench.Cases.StandingAsync([CaseStage.Preparing], Cancel);

        standing.Count.ShouldBe(2);
        AccountStanding hers = standing.Single(one => one.Account == account.Id);
        hers.Cases.ShouldBe(
            new Dictionary<CaseStage, int> { [CaseStage.Preparing] = 2, [CaseStage.Sent] = 1 },
            ignoreOrder: true
        );
        hers.FirstDue.ShouldBe(_start.AddDays(3), "a day of a case that was sent does not count");
        hers.FirstDue!.Value.Offset.ShouldBe(Pacific, "the day is the store's");
        standing.Single(one => one.Account is null).FirstDue.ShouldBe(_start.AddDays(1));
    }

    [Fact]
    public async Task A_client_is_removed_with_its_accounts_once_no_case_is_theirs()
    {
        await using Workbench workbench = await database.OpenAsync();
        Client client = await workbench.Clients.SaveAsync(new Client(Guid.NewGuid(), "Harbor Trade"), Cancel);
        Account account = await workbench.Clients.SaveAsync(
            new Account(Guid.NewGuid(), client.Id, "Northfold", "", []),
            Cancel
        );
        StoredCase made = await workbench.Cases.AddAsync("One", "Dana", Cancel);
        await workbench.Cases.SetAccountAsync(made.Id, account.Id, "Dana", Cancel);

        (await workbench.Clients.RemoveAsync(client.Id, Cancel)).ShouldBeFalse();
        (await workbench.Clients.AccountsAsync(Cancel)).ShouldHaveSingleItem();
        await workbench.Cases.SetAccountAsync(made.Id, null, "Dana", Cancel);
        (await workbench.Clients.RemoveAsync(client.Id, Cancel)).ShouldBeTrue();

        (await workbench.Clients.ClientsAsync(Cancel)).ShouldBeEmpty();
        (await workbench.Clients.AccountsAsync(Cancel)).ShouldBeEmpty();
        (await workbench.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    private async Task AddAsync(
        Workbench workbench,
        string title,
        int? due = null,
        CaseStage stage = CaseStage.Preparing,
        string? store = null
    )
    {
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        StoredCase made = await workbench.Cases.AddAsync(title, "Dana", Cancel);
        await using CheckedOutCase folder = await workbench.Cases.CheckOutAsync(made.Id, Cancel);
        CaseRecordFile.Write(folder.Paths, CaseRecordFile.Read(folder.Paths)! with { Stage = stage });
        var summary = new CaseSummary
        {
            Store = store ?? "Store of " + title,
            Reasons = ["late_shipment"],
            Due = due is { } days ? _start.AddDays(days).ToOffset(Pacific) : null,
        };
        await workbench.Cases.CheckInAsync(folder, summary, "Dana", "", cancel: Cancel);
    }
}
