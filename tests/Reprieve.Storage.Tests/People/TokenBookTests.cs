using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.People;

public sealed class TokenBookOnSqlite() : TokenBookTests(new SqliteDatabase());

public sealed class TokenBookOnPostgreSql() : TokenBookTests(new PostgreSqlDatabase());

public abstract class TokenBookTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_token_is_found_by_its_text_and_shown_without_it()
    {
        await using Workbench workbench = await database.OpenAsync();
        (Guid person, Guid client) = (Guid.NewGuid(), Guid.NewGuid());

        string token = await MakeAsync(workbench, person, client);

        ApiToken found = (await workbench.Tokens.FindAsync(token, TokenUse.Programs, Cancel)).ShouldNotBeNull();
        found.Person.ShouldBe(person);
        found.Client.ShouldBe(client);
        ApiToken shown = (await workbench.Tokens.OfAsync(person, TokenUse.Programs, Cancel)).ShouldHaveSingleItem();
        shown.Id.ShouldBe(found.Id);
        shown.Seen.ShouldBe(database.Clock.GetUtcNow());
        shown.ToString().ShouldNotContain(token[TokenBook.Beginning.Length..]);
        (await workbench.Tokens.FindAsync(token[..^1] + "x", TokenUse.Programs, Cancel)).ShouldBeNull();
        (await workbench.Tokens.OfAsync(null, TokenUse.Programs, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_ends_by_its_day_and_by_hand()
    {
        await using Workbench workbench = await database.OpenAsync();
        var person = Guid.NewGuid();
        string one = await MakeAsync(workbench, person);
        string other = await MakeAsync(workbench, person);
        Guid id = (await workbench.Tokens.FindAsync(one, TokenUse.Programs, Cancel)).ShouldNotBeNull().Id;

        await workbench.Tokens.EndAsync(Guid.NewGuid(), id, Cancel);
        (await workbench.Tokens.FindAsync(one, TokenUse.Programs, Cancel)).ShouldNotBeNull();
        await workbench.Tokens.EndAsync(person, id, Cancel);

        (await workbench.Tokens.FindAsync(one, TokenUse.Programs, Cancel)).ShouldBeNull();
        (await workbench.Tokens.FindAsync(other, TokenUse.Programs, Cancel)).ShouldNotBeNull();
        database.Clock.Advance(TimeSpan.FromDays(31));
        (await workbench.Tokens.FindAsync(other, TokenUse.Programs, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_removed_persons_tokens_are_gone()
    {
        await using Workbench workbench = await database.OpenAsync();
        var person = Guid.NewGuid();
        string token = await MakeAsync(workbench, person);

        await workbench.People.RemoveAsync(person, Cancel);

        (await workbench.Tokens.FindAsync(token, TokenUse.Programs, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_request_is_begun_once_by_its_key_and_keeps_its_answer()
    {
        await using Workbench workbench = await database.OpenAsync();
        (Guid token, Guid other) = (Guid.NewGuid(), Guid.NewGuid());

        (await workbench.Replies.BeginAsync(token, "a", "request", Cancel)).ShouldBeNull();
        (await workbench.Replies.BeginAsync(token, "a", "request", Cancel)).ShouldNotBeNull().Status.ShouldBeNull();
        (await workbench.Replies.BeginAsync(other, "a", "request", Cancel)).ShouldBeNull();
        await workbench.Replies.EndAsync(token, "a", new Reply("request", 201, "application/json", "/there", [1, 2]));
        Reply kept = (await workbench.Replies.BeginAsync(token, "a", "request", Cancel)).ShouldNotBeNull();

        kept.ShouldSatisfyAllConditions(
            one => one.Status.ShouldBe(201),
            one => one.Location.ShouldBe("/there"),
            one => one.Body.ShouldBe([1, 2])
        );
        database.Clock.Advance(ReplyBook.Kept + TimeSpan.FromMinutes(1));
        (await workbench.Replies.BeginAsync(token, "a", "request", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_listens_hears_of_changes_from_then_on()
    {
        await using Workbench workbench = await database.OpenAsync();
        StoredCase before = await workbench.Cases.AddAsync("Before", "Dana", Cancel);
        await using IAsyncEnumerator<CaseNews> news = workbench.Feed.ReadAsync(Cancel).GetAsyncEnumerator(Cancel);
        ValueTask<bool> first = news.MoveNextAsync();

        StoredCase named = await workbench.Cases.RenameAsync(before.Id, "Named", "Dana", Cancel);
        (await first).ShouldBeTrue();
        CaseNews changed = news.Current;
        await workbench.Cases.DeleteAsync(before.Id, "Dana", Cancel);
        (await news.MoveNextAsync()).ShouldBeTrue();

        changed.ShouldBe(new CaseNews(before.Id, named.Revision, null));
        news.Current.ShouldBe(new CaseNews(before.Id, null, null));
    }

    private Task<string> MakeAsync(Workbench workbench, Guid person, Guid? client = null) =>
        workbench.Tokens.MakeAsync(person, client, "Sheet", database.Clock.GetUtcNow().AddDays(30), cancel: Cancel);
}
