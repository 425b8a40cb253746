using Reprieve.Amazon.Pulling;

namespace Reprieve.Amazon.Tests.Pulling;

public sealed class PagedPullTests : IDisposable
{
    private const string Key = "orders-2026-10-01";
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-pages").FullName;
    private readonly List<string?> _asked = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_pull_that_was_stopped_asks_for_the_page_it_did_not_get_and_no_row_stands_twice()
    {
        Begin();
        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(stopAt: 3));
        // A page whose rows were written but not noted, as a crash leaves it.
        File.AppendAllText(Path.Combine(_folder, Key + ".part"), "row 2\ntorn");

        string[] rows = await RunAsync(stopAt: null);

        rows.ShouldBe(["row 0", "row 1", "row 2", "row 3"]);
        _asked.ShouldBe([null, "1", "2", "2", "3"]);
    }

    [Fact]
    public async Task After_the_last_page_nothing_is_asked_again()
    {
        Begin();
        await Should.ThrowAsync<IOException>(() => RunAsync(stopAt: null, finish: _ => throw new IOException("full")));
        _asked.Clear();
        (await RunAsync(stopAt: null)).Length.ShouldBe(4);
        _asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_expired_begins_the_span_anew()
    {
        Begin();
        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(stopAt: 2));
        string[] rows = await RunAsync(stopAt: null, expired: "2");
        rows.ShouldBe(["row 0", "row 1", "row 2", "row 3"]);
    }

    private void Begin() =>
        PullBook.Begin(
            _folder,
            DateTimeOffset.UnixEpoch,
            [
                new PullPart
                {
                    Key = Key,
                    Kind = PullKind.Orders,
                    Stores = ["A"],
                },
            ]
        );

    /// <summary>Runs as a new process would: all that it knows is in the folder.</summary>
    private async Task<string[]> RunAsync(
        int? stopAt,
        string? expired = null,
        Func<IEnumerable<string>, IReadOnlyList<string>>? finish = null
    )
    {
        PullBook book = PullBook.Find(_folder).ShouldNotBeNull();
        string[] rows = [];
        await new PagedPull(book, _folder, Key).RunAsync(
            token =>
            {
                _asked.Add(token);
                int page = int.Parse(token ?? "0", null);
                if (page == stopAt - 1)
                {
                    throw new OperationCanceledException();
                }

                if (token is not null && token == expired)
                {
                    expired = null;
                    throw new AmazonException("expired") { Status = 400 };
                }

                return Task.FromResult(new PulledPage([$"row {page}"], page < 3 ? $"{page + 1}" : null));
            },
            finish
                ?? (
                    all =>
                    {
                        rows = [.. all];
                        return ["file"];
                    }
                ),
            null
        );
        PullBook.Find(_folder).ShouldNotBeNull().Part(Key).End.ShouldBe(PullEnd.Brought);
        return rows;
    }
}
