using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.People;

public sealed class PeopleBookOnSqlite() : PeopleBookTests(new SqliteDatabase());

public sealed class PeopleBookOnPostgreSql() : PeopleBookTests(new PostgreSqlDatabase());

public abstract class PeopleBookTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_person_is_kept_with_all_there_is_to_know()
    {
        Person person = Somebody("Mara") with
        {
            PasswordHash = "hash",
            Failures = 2,
            LockedUntil = database.Clock.GetUtcNow().AddMinutes(3),
            InvitationHash = "token",
            InvitedUntil = database.Clock.GetUtcNow().AddDays(7),
        };
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.People.SaveAsync(Somebody("Mara") with { Id = person.Id }, Cancel);
            await workbench.People.SaveAsync(person, Cancel);
        }

        await using Workbench again = await database.OpenAsync();
        (await again.People.PeopleAsync(Cancel)).ShouldHaveSingleItem().ShouldBe(person);
    }

    [Fact]
    public async Task A_right_is_given_changed_and_taken_away_for_one_client_alone()
    {
        await using Workbench workbench = await database.OpenAsync();
        Person person = Somebody("Mara");
        var client = Guid.NewGuid();
        await workbench.People.SaveAsync(person, Cancel);

        await workbench.People.GrantAsync(person.Id, client, Role.Viewer, Cancel);
        await workbench.People.GrantAsync(person.Id, null, Role.Editor, Cancel);
        await workbench.People.GrantAsync(person.Id, client, Role.Owner, Cancel);
        (await workbench.People.GrantsAsync(Cancel)).ShouldBe(
            [new Grant(person.Id, client, Role.Owner), new Grant(person.Id, null, Role.Editor)],
            ignoreOrder: true
        );

        await workbench.People.GrantAsync(person.Id, null, null, Cancel);
        (await workbench.People.GrantsAsync(Cancel)).ShouldBe([new Grant(person.Id, client, Role.Owner)]);
    }

    [Fact]
    public async Task A_removed_person_keeps_no_right_and_no_session()
    {
        await using Workbench workbench = await database.OpenAsync();
        (Person gone, Person stays) = (Somebody("Mara"), Somebody("Jonas"));
        foreach (Person one in new[] { gone, stays })
        {
            await workbench.People.SaveAsync(one, Cancel);
            await workbench.People.GrantAsync(one.Id, null, Role.Editor, Cancel);
            await BeginAsync(workbench, "key of " + one.Name, one.Id);
            await workbench.Passkeys.SaveAsync(KeyOf(one), Cancel);
        }

        await workbench.People.RemoveAsync(gone.Id, Cancel);

        (await workbench.People.PeopleAsync(Cancel)).ShouldHaveSingleItem().Name.ShouldBe("Jonas");
        (await workbench.People.GrantsAsync(Cancel)).ShouldHaveSingleItem().Person.ShouldBe(stays.Id);
        (await workbench.Sessions.TicketAsync("key of Mara", Cancel)).ShouldBeNull();
        (await workbench.Sessions.TicketAsync("key of Jonas", Cancel)).ShouldNotBeNull();
        (await workbench.Passkeys.FindAsync(KeyOf(gone).Id, Cancel)).ShouldBeNull();
        (await workbench.Passkeys.OfAsync(stays.Id, Cancel)).ShouldHaveSingleItem().Name.ShouldBe("Laptop");
    }

    [Fact]
    public async Task A_removed_client_takes_the_rights_to_it_along()
    {
        await using Workbench workbench = await database.OpenAsync();
        var client = new Client(Guid.NewGuid(), "Harbor Trade");
        await workbench.Clients.SaveAsync(client, Cancel);
        await workbench.People.GrantAsync(Guid.NewGuid(), client.Id, Role.Viewer, Cancel);

        (await workbench.Clients.RemoveAsync(client.Id, Cancel)).ShouldBeTrue();

        (await workbench.People.GrantsAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_is_found_by_its_key_until_it_ends()
    {
        await using Workbench workbench = await database.OpenAsync();
        var person = Guid.NewGuid();
        Guid id = await BeginAsync(workbench, "key", person);
        database.Clock.Advance(TimeSpan.FromMinutes(5));

        (await workbench.Sessions.TicketAsync("key", Cancel)).ShouldBe([1, 2, 3]);
        (await workbench.Sessions.TicketAsync(id.ToString(), Cancel)).ShouldBeNull("its name opens nothing");
        Session session = (await workbench.Sessions.OfAsync(person, Cancel)).ShouldHaveSingleItem();
        session.Id.ShouldBe(id);
        (session.Seen - session.Started).ShouldBe(TimeSpan.FromMinutes(5));

        database.Clock.Advance(TimeSpan.FromDays(1));
        (await workbench.Sessions.TicketAsync("key", Cancel)).ShouldBeNull();
        (await workbench.Sessions.OfAsync(person, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_session_ends_or_all_but_one_and_never_those_of_others()
    {
        await using Workbench workbench = await database.OpenAsync();
        (Guid person, Guid other) = (Guid.NewGuid(), Guid.NewGuid());
        Guid first = await BeginAsync(workbench, "first", person);
        Guid second = await BeginAsync(workbench, "second", person);
        await BeginAsync(workbench, "third", person);
        Guid foreign = await BeginAsync(workbench, "foreign", other);

        await workbench.Sessions.EndAsync(person, foreign, cancel: Cancel);
        await workbench.Sessions.EndAsync(person, first, cancel: Cancel);
        await workbench.Sessions.EndAsync(person, but: second, cancel: Cancel);

        (await workbench.Sessions.OfAsync(person, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(second);
        (await workbench.Sessions.OfAsync(other, Cancel)).ShouldHaveSingleItem().Id.ShouldBe(foreign);
    }

    [Fact]
    public async Task A_restored_backup_knows_the_people_and_nobody_is_signed_in()
    {
        string backup = Path.Combine(database.Folder, "backup.zip");
        var person = Somebody("Mara");
        await using (Workbench workbench = await database.OpenAsync())
        {
            await workbench.People.SaveAsync(person, Cancel);
            await workbench.People.GrantAsync(person.Id, null, Role.Owner, Cancel);
            await workbench.People.NoteAsync("Mara", "signed_in", "Mara", Cancel);
            await BeginAsync(workbench, "key", person.Id);
            await workbench.BackupAsync(backup, cancel: Cancel);
        }

        await Workbench.RestoreAsync(backup, database.Another(), database.Clock, Cancel);

        await using Workbench other = await Workbench.OpenAsync(database.Another(), database.Clock, Cancel);
        (await other.People.PeopleAsync(Cancel)).ShouldBe([person]);
        (await other.People.GrantsAsync(Cancel)).ShouldHaveSingleItem().Role.ShouldBe(Role.Owner);
        (await other.People.JournalAsync(9, Cancel)).ShouldHaveSingleItem().What.ShouldBe("signed_in");
        (await other.Sessions.TicketAsync("key", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_passkey_is_kept_renewed_and_removed_by_its_owner_alone()
    {
        await using Workbench workbench = await database.OpenAsync();
        Person person = Somebody("Mara");
        await workbench.Passkeys.SaveAsync(KeyOf(person), Cancel);
        await workbench.Passkeys.SaveAsync(KeyOf(person) with { Body = [7] }, Cancel);

        await workbench.Passkeys.RemoveAsync(Guid.NewGuid(), KeyOf(person).Id, Cancel);
        (await workbench.Passkeys.OfAsync(person.Id, Cancel)).ShouldHaveSingleItem().Body.ShouldBe([7]);

        await workbench.Passkeys.RemoveAsync(person.Id, KeyOf(person).Id, Cancel);
        (await workbench.Passkeys.OfAsync(person.Id, Cancel)).ShouldBeEmpty();
    }

    private Passkey KeyOf(Person person) =>
        new(person.Id.ToString("N"), person.Id, "Laptop", database.Clock.GetUtcNow(), [1]);

    private Person Somebody(string name) =>
        new()
        {
            Id = Guid.NewGuid(),
            Name = name,
            Email = name.ToLowerInvariant() + "@example.com",
            Created = database.Clock.GetUtcNow(),
        };

    private async Task<Guid> BeginAsync(Workbench workbench, string key, Guid person)
    {
        var id = Guid.NewGuid();
        DateTimeOffset until = database.Clock.GetUtcNow().AddHours(12);
        await workbench.Sessions.BeginAsync(key, id, person, "Browser", until, [1, 2, 3], Cancel);
        return id;
    }
}
