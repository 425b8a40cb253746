using CsCheck;
using Reprieve.Cases;
using Reprieve.Storage.Tests.Databases;

namespace Reprieve.Storage.Tests.Store;

public sealed class ConcurrencyOnSqlite() : ConcurrencyTests(new SqliteDatabase());

public sealed class ConcurrencyOnPostgreSql() : ConcurrencyTests(new PostgreSqlDatabase());

public abstract class ConcurrencyTests(TestDatabase database) : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Of_people_who_edit_at_once_one_wins_and_the_others_are_told()
    {
        await using Workbench workbench = await database.OpenAsync();

        await Gen.Int[2, 5]
            .SampleAsync(
                async people =>
                {
                    CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;
                    CheckedOutCase[] folders = await Task.WhenAll(
                        Enumerable.Range(0, people).Select(_ => workbench.Cases.CheckOutAsync(id, Cancel))
                    );
                    int[] outcomes = await Task.WhenAll(
                        folders.Select((folder, person) => Task.Run(() => EditAsync(workbench, folder, person), Cancel))
                    );

                    outcomes.Count(revision => revision == 2).ShouldBe(1);
                    outcomes.Count(revision => revision == -2).ShouldBe(people - 1);
                    StoredCase after = (await workbench.Cases.FindAsync(id, Cancel))!;
                    after.Revision.ShouldBe(2);
                    after.Files.ShouldHaveSingleItem().Path.ShouldBe($"{Array.IndexOf(outcomes, 2)}.txt");
                    foreach (CheckedOutCase folder in folders)
                    {
                        await folder.DisposeAsync();
                    }
                },
                iter: 10,
                threads: 1
            );

        (await workbench.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Uploads_at_once_all_arrive()
    {
        await using Workbench workbench = await database.OpenAsync();
        CaseId id = (await workbench.Cases.AddAsync("One", "Dana", Cancel)).Id;

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Task.Run(
                        () =>
                            workbench.Cases.PutFileAsync(id, "orders.txt", new MemoryStream([(byte)i]), "Dana", Cancel),
                        Cancel
                    )
                )
        );

        StoredCase after = (await workbench.Cases.FindAsync(id, Cancel))!;
        after.Files.Count.ShouldBe(12);
        after.Revision.ShouldBe(13);
        (await workbench.VerifyAsync(Cancel)).ShouldBeEmpty();
    }

    /// <summary>The revision that was made, or the one that stood there, negative.</summary>
    private static async Task<int> EditAsync(Workbench workbench, CheckedOutCase folder, int person)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Paths.Folder, $"{person}.txt"), "text", Cancel);
        try
        {
            return (
                await workbench.Cases.CheckInAsync(folder, new CaseSummary(), $"{person}", "edited", cancel: Cancel)
            ).Revision;
        }
        catch (CaseChangedException fault)
        {
            return -fault.Revision;
        }
    }
}
