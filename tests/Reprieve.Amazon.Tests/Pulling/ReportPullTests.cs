using Reprieve.Amazon.Pulling;
using Reprieve.AmazonStandIn;
using Reprieve.Pulls;

namespace Reprieve.Amazon.Tests.Pulling;

public sealed class ReportPullTests : IDisposable
{
    private const string Listings = "GET_MERCHANT_LISTINGS_ALL_DATA";
    private const string Feedback = "GET_SELLER_FEEDBACK_DATA";
    private readonly AccountUnderTest _account = new(new AccountData { Listings = [Listing("Größe 注文")] });

    public void Dispose() => _account.Dispose();

    [Fact]
    public void A_report_is_made_waited_for_and_its_file_brought()
    {
        Part(Run(Listings)).End.ShouldBe(PullEnd.Brought);
        Text().ShouldContain("Größe");
        _account.StandIn.Reports.ShouldHaveSingleItem();
        _account.StandIn.Exceeded.ShouldBeEmpty();
        Directory.GetFiles(_account.Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_report_whose_answer_was_lost_is_found_and_not_made_again()
    {
        _account.StandIn.Faults.Order(Fault.CutAfter, "createReport");
        Part(Run(Listings)).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Reports.ShouldHaveSingleItem();
        _account.StandIn.Calls.ShouldContain(call => call.Operation == "getReports");
    }

    [Theory]
    [InlineData(Fault.CutBefore)]
    [InlineData(Fault.InternalError)]
    [InlineData(Fault.Unavailable)]
    public void A_report_that_Amazon_does_not_have_is_asked_for_again(Fault fault)
    {
        _account.StandIn.Faults.Order(fault, "createReport");
        Part(Run(Listings)).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Reports.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_process_that_ended_after_it_asked_finds_its_report()
    {
        Begin(Listings);
        _account.StandIn.Faults.Order(Fault.CutAfter, "createReport");
        using (var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30), _account.Time))
        {
            Should.Throw<OperationCanceledException>(() => Go(stop.Token));
        }

        Part(Go(TestContext.Current.CancellationToken)).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Reports.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_refusal_for_too_many_calls_made_nothing_and_is_waited_out()
    {
        _account.StandIn.Faults.Order(Fault.QuotaExceeded, "createReport", times: 3);
        Part(Run(Listings)).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Calls.ShouldNotContain(call => call.Operation == "getReports");
    }

    [Theory]
    [InlineData(Fault.ExpiredLink)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.WrongCharset)]
    [InlineData(Fault.NoCharset)]
    [InlineData(Fault.SlowBody)]
    [InlineData(Fault.CutAfter)]
    public void Whatever_befalls_the_file_it_comes_whole_and_readable(Fault fault)
    {
        _account.StandIn.Faults.Order(fault, StandIn.DocumentCall);
        Part(Run(Listings)).End.ShouldBe(PullEnd.Brought);
        Text().ShouldContain("Größe");
    }

    [Fact]
    public void Nothing_in_the_time_asked_for_is_no_trouble()
    {
        PullPart part = Part(Run(Feedback));
        part.End.ShouldBe(PullEnd.Empty);
        part.Note.ShouldNotBeNull().ShouldContain("Seller feedback");
    }

    [Fact]
    public void A_report_that_never_ends_is_left_for_the_next_run_and_not_made_anew()
    {
        _account.StandIn.Faults.Order(Fault.HungReport);
        Begin(Listings);
        Should.Throw<AmazonException>(() => Go(TestContext.Current.CancellationToken)).Passes.ShouldBeTrue();
        Part(Book()).End.ShouldBe(PullEnd.Open);
        Part(Book()).ReportId.ShouldNotBeNull();
        _account.StandIn.Reports.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_report_that_Amazon_no_longer_has_is_made_anew()
    {
        Begin(Listings);
        Book().Change("one", part => part with { ReportId = "4711", Made = AccountUnderTest.Begin.AddDays(-100) });
        Part(Go(TestContext.Current.CancellationToken)).End.ShouldBe(PullEnd.Brought);
        _account.StandIn.Reports.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_missing_role_is_named_and_what_to_do()
    {
        _account.Seller.Roles.Clear();
        Begin(Listings);
        AmazonException refused = Should.Throw<AmazonException>(() => Go(TestContext.Current.CancellationToken));
        refused.Passes.ShouldBeFalse();
        refused.Message.ShouldContain("Product Listing");
        refused.Message.ShouldContain("Develop Apps");
        Part(Book()).Asked.ShouldBeNull();
    }

    private PullBook Run(string type)
    {
        Begin(type);
        return Go(TestContext.Current.CancellationToken);
    }

    private void Begin(string type)
    {
        Directory.CreateDirectory(_account.Folder);
        bool span = type == Feedback;
        using PullFolder folder = PullFolder.Take(_account.Folder);
        PullBook.Begin(
            folder.Work,
            AccountUnderTest.Begin,
            [
                new PullPart
                {
                    Key = "one",
                    Kind = PullKind.Report,
                    Stores = ["ATVPDKIKX0DER"],
                    ReportType = type,
                    From = span ? AccountUnderTest.Begin.AddDays(-30) : null,
                    Until = span ? AccountUnderTest.Begin.AddHours(-1) : null,
                },
            ]
        );
    }

    /// <summary>Goes on as a process that was just started does.</summary>
    private PullBook Go(CancellationToken cancel)
    {
        using PullFolder folder = PullFolder.Take(_account.Folder);
        PullBook book = PullBook.Find(folder.Work).ShouldNotBeNull();
        _account.Time.Run(() => new ReportPull(_account.Open(), book, folder, "one").RunAsync(cancel));
        return book;
    }

    private PullBook Book() => PullBook.Find(Path.Combine(_account.Folder, ".pull")).ShouldNotBeNull();

    private static PullPart Part(PullBook book) => book.Part("one");

    private string Text() => File.ReadAllText(Path.Combine(_account.Folder, "one.txt"));

    private static SellerListing Listing(string title) =>
        new(
            "SKU-1",
            "B0ZQB2L6MK",
            "ATVPDKIKX0DER",
            title,
            12.5m,
            3,
            ByAmazon: false,
            AccountUnderTest.Begin.AddDays(-90),
            AccountUnderTest.Begin.AddDays(-9),
            Buyable: true,
            Discoverable: true
        );
}
