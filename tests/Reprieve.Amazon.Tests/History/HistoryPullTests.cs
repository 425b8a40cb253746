using Reprieve.Amazon.History;
using Reprieve.Amazon.Pulling;
using Reprieve.AmazonStandIn;
using Reprieve.Pulls;
using Reprieve.Testing;

namespace Reprieve.Amazon.Tests.History;

public sealed class HistoryPullTests : IDisposable
{
    private const string Store = "ATVPDKIKX0DER";
    private readonly AccountUnderTest _account = new(
        new AccountData { History = [.. Enumerable.Range(1, 30).Select(Day)] }
    );

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _account.Dispose();

    [Fact]
    public void The_history_comes_day_by_day_with_every_figure_that_was_asked_for()
    {
        Part(Run()).End.ShouldBe(PullEnd.Brought);
        AccountHealthHistory history = Read();
        history.Unread.ShouldBe(0);
        history.Days.Select(day => day.Orders).ShouldBe(Enumerable.Range(1, 30).Reverse().Select(back => (int?)back));
        Amazon.History.HealthDay last = history.Days[^1];
        last.First.ShouldBe(new DateOnly(2026, 11, 26));
        foreach (System.Reflection.PropertyInfo figure in typeof(Amazon.History.HealthDay).GetProperties())
        {
            figure.GetValue(last).ShouldNotBeNull(figure.Name);
        }

        _account.StandIn.Queries.ShouldHaveSingleItem();
        _account.StandIn.Exceeded.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_asked_and_answered_as_the_model_says()
    {
        using var check = new ModelCheck(AmazonModels.SharedOrSkip(), _account.StandIn.Handler);
        _account.StandIn.Faults.Order(Fault.CutAfter, "createQuery");
        Begin();
        Part(Go(check)).End.ShouldBe(PullEnd.Brought);
        check.Checked.ShouldBeGreaterThan(2);
        check.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_query_whose_answer_was_lost_is_found_and_not_asked_again()
    {
        _account.StandIn.Faults.Order(Fault.CutAfter, "createQuery");
        Part(Run()).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Queries.ShouldHaveSingleItem();
        _account.StandIn.Calls.ShouldContain(call => call.Operation == "getQueries");
    }

    [Theory]
    [InlineData(Fault.CutBefore)]
    [InlineData(Fault.InternalError)]
    public void A_query_that_Amazon_does_not_have_is_asked_again(Fault fault)
    {
        _account.StandIn.Faults.Order(fault, "createQuery");
        Part(Run()).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Queries.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_process_that_ended_after_it_asked_finds_its_query()
    {
        Begin();
        _account.StandIn.Faults.Order(Fault.CutAfter, "createQuery");
        using (var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30), _account.Time))
        {
            Should.Throw<OperationCanceledException>(() => Go(cancel: stop.Token));
        }

        Part(Go()).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Queries.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Fault.ExpiredLink)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.WrongCharset)]
    [InlineData(Fault.CutAfter)]
    public void Whatever_befalls_the_file_it_comes_whole(Fault fault)
    {
        _account.StandIn.Faults.Order(fault, StandIn.DocumentCall);
        Part(Run()).End.ShouldBe(PullEnd.Brought);
        Read().Days.Count.ShouldBe(30);
        _account.StandIn.Queries.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_answer_in_pages_comes_whole_and_each_page_is_asked_for_once()
    {
        _account.StandIn.QueryLines = 12;
        _account.StandIn.Faults.Order(Fault.CutAfter, "createQuery", after: 1);
        Begin();
        for (int minutes = 1; minutes <= 3; minutes++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(minutes), _account.Time);
            try
            {
                Go(cancel: stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The next process goes on.
            }
        }

        Part(Go()).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Queries.Select(query => query.Page).ShouldBe([0, 12, 24]);
        Read().Days.Count.ShouldBe(30);
        Directory.GetFiles(Path.Combine(_account.Folder, ".pull"), "*history*").ShouldBeEmpty();
    }

    [Fact]
    public void No_figures_are_no_trouble()
    {
        _account.Seller.Data = new AccountData();
        PullPart part = Part(Run());
        part.End.ShouldBe(PullEnd.Empty);
        part.Note.ShouldNotBeNull().ShouldContain("Account health history (amazon.com)");
    }

    [Fact]
    public void A_query_that_failed_is_told_with_the_reason_that_Amazon_gives()
    {
        _account.StandIn.Faults.Order(Fault.FailedQuery);
        PullPart part = Part(Run());
        part.End.ShouldBe(PullEnd.Refused);
        part.Note.ShouldNotBeNull().ShouldContain("The dataset has no data for this account.");
        _account.StandIn.Queries.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_query_that_was_cancelled_is_told()
    {
        _account.StandIn.Faults.Order(Fault.CancelledQuery);
        PullPart part = Part(Run());
        part.End.ShouldBe(PullEnd.Refused);
        part.Note.ShouldNotBeNull().ShouldContain("cancelled");
        _account.StandIn.Queries.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_query_that_Amazon_no_longer_has_is_asked_anew()
    {
        Begin();
        Book().Change("history", part => part with { ReportId = "4711", Made = AccountUnderTest.Begin.AddDays(-40) });
        Part(Go()).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Queries.ShouldHaveSingleItem();
    }

    private PullBook Run()
    {
        Begin();
        return Go();
    }

    private void Begin()
    {
        using PullFolder folder = PullFolder.Take(_account.Folder);
        PullBook.Begin(
            folder.Work,
            AccountUnderTest.Begin,
            [
                new PullPart
                {
                    Key = "history",
                    Kind = PullKind.History,
                    Stores = [Store],
                    From = AccountUnderTest.Begin.AddDays(-60),
                    Until = AccountUnderTest.Begin.AddDays(-1),
                },
            ]
        );
    }

    /// <summary>Goes on as a process that was just started does.</summary>
    private PullBook Go(HttpMessageHandler? handler = null, CancellationToken? cancel = null)
    {
        using PullFolder folder = PullFolder.Take(_account.Folder);
        PullBook book = PullBook.Find(folder.Work).ShouldNotBeNull();
        _account.Time.Run(() =>
            new HistoryPull(_account.Open(handler: handler), book, folder, "history").RunAsync(cancel ?? Cancel)
        );
        return book;
    }

    private PullBook Book() => PullBook.Find(Path.Combine(_account.Folder, ".pull")).ShouldNotBeNull();

    private AccountHealthHistory Read() => AccountHealthHistory.Read(Path.Combine(_account.Folder, "history.jsonl"));

    private static PullPart Part(PullBook book) => book.Part("history");

    private static AmazonStandIn.HealthDay Day(int back) =>
        new(DateOnly.FromDateTime(AccountUnderTest.Begin.UtcDateTime).AddDays(-back), Store)
        {
            Orders = back,
            Packages = 2,
            Units = 3,
            Rating = 200 + back,
        };
}
