using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Reprieve.Alerts.Tests.Keeping;

public sealed partial class AlertBookTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = Samples.Clock();
    private readonly AlertChannel _channel = Samples.Channel(AlertKind.Webhook);

    public void Dispose() => _folder.Dispose();

    private string Folder => Path.Combine(_folder.Path, "alerts");

    private AlertBook Open(AlertSeal? seal = null, Action<string>? at = null) =>
        new(Folder, _clock, seal, at, new Random(1));

    private static Alert Event(string happened, bool urgent = false) => Samples.Alert(happened, urgent);

    private Task TickAsync(AlertBook book, Post post, AlertChannel? channel = null) =>
        book.TickAsync([channel ?? _channel], post.Sender(_clock), TestContext.Current.CancellationToken);

    [Fact]
    public async Task An_event_alerts_once_however_often_it_is_added_and_after_a_restart_too()
    {
        var post = new Post();
        using (AlertBook book = Open())
        {
            book.Add(Event("a"), [_channel]).ShouldBe(AlertAdded.Taken);
            book.Add(Event("a"), [_channel]).ShouldBe(AlertAdded.Known);
            await TickAsync(book, post);
            await TickAsync(book, post);
        }

        using AlertBook again = Open();
        again.Add(Event("a"), [_channel]).ShouldBe(AlertAdded.Known);
        await TickAsync(again, post);
        post.Messages.ShouldHaveSingleItem().ShouldBe(["a"]);
        again.All().ShouldHaveSingleItem().Deliveries.ShouldHaveSingleItem().State.ShouldBe(AlertState.Sent);
    }

    [Fact]
    public async Task Each_channel_has_its_own_way_and_one_that_came_later_gets_nothing_old()
    {
        var post = new Post(request =>
            new(request.RequestUri!.Host == "down.example" ? HttpStatusCode.BadGateway : HttpStatusCode.OK)
        );
        AlertChannel down = _channel with { Id = "down", Address = new Uri("https://down.example/") };
        AlertChannel late = _channel with { Id = "late" };
        using AlertBook book = Open();
        book.Add(Event("a"), [_channel, down]);
        await book.TickAsync([_channel, down, late], post.Sender(_clock), TestContext.Current.CancellationToken);
        book.All()
            .Single()
            .Deliveries.Select(one => (one.Channel, one.State))
            .ShouldBe([("Webhook", AlertState.Sent), ("down", AlertState.Waiting)]);
        post.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_refused_waits_for_a_person_and_is_then_sent()
    {
        bool gone = true;
        var post = new Post(_ => new(gone ? HttpStatusCode.NotFound : HttpStatusCode.OK));
        using AlertBook book = Open();
        book.Add(Event("a"), [_channel]);
        for (int hour = 0; hour < 3; hour++)
        {
            await TickAsync(book, post);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        post.Messages.Count.ShouldBe(1);
        AlertDelivery refused = book.All().Single().Deliveries.Single();
        refused.State.ShouldBe(AlertState.Refused);
        refused.Words.ShouldNotBeNull().ShouldContain("404");
        gone = false;
        book.TryAgain(_channel.Id);
        await TickAsync(book, post);
        book.All().Single().Deliveries.Single().ShouldBe(new(_channel.Id, AlertState.Sent, _clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_is_old_is_forgotten_and_its_event_alerts_no_more()
    {
        var post = new Post();
        using AlertBook book = Open();
        book.Add(Event("a"), [_channel]);
        await TickAsync(book, post);
        _clock.Advance(TimeSpan.FromDays(89));
        await TickAsync(book, post);
        book.Add(Event("a"), [_channel]).ShouldBe(AlertAdded.Known);
        _clock.Advance(TimeSpan.FromDays(2));
        await TickAsync(book, post);
        book.All().ShouldBeEmpty();
        Directory.GetFiles(Folder, "*.json").ShouldBeEmpty();
        book.Add(Event("a"), [_channel]).ShouldBe(AlertAdded.TooOld);
        post.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_could_not_be_delivered_for_a_month_is_shown_to_a_person()
    {
        var post = new Post(_ => new(HttpStatusCode.BadGateway));
        using AlertBook book = Open();
        book.Add(Event("a"), [_channel]);
        await TickAsync(book, post);
        _clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        await TickAsync(book, post);
        AlertDelivery given = book.All().Single().Deliveries.Single();
        given.State.ShouldBe(AlertState.Refused);
        given.Words.ShouldNotBeNull().ShouldContain("502");
    }

    [Fact]
    public async Task A_channel_that_is_set_up_wrong_refuses_and_does_not_stop_the_others()
    {
        var post = new Post();
        AlertChannel wrong = _channel with { Id = "wrong", Zone = "Mars/Base", Quiet = new(new(1, 0), new(2, 0)) };
        using AlertBook book = Open();
        book.Add(Event("a"), [wrong, _channel]);
        await book.TickAsync([wrong, _channel], post.Sender(_clock), TestContext.Current.CancellationToken);
        IReadOnlyList<AlertDelivery> ways = book.All().Single().Deliveries;
        ways[0].Words.ShouldNotBeNull().ShouldContain("Mars/Base");
        ways[1].State.ShouldBe(AlertState.Sent);
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity, AlertState.Refused)]
    [InlineData(HttpStatusCode.InternalServerError, AlertState.Waiting)]
    public async Task One_alert_that_a_service_cannot_take_spoils_no_digest(HttpStatusCode status, AlertState becomes)
    {
        var post = new Post(request =>
            new(
                request.Content!.ReadAsStringAsync().Result.Contains("\"bad\"", StringComparison.Ordinal)
                    ? status
                    : HttpStatusCode.OK
            )
        );
        AlertChannel channel = _channel with { DigestAt = new TimeOnly(2, 0) };
        using AlertBook book = Open();
        foreach (string happened in new[] { "a", "bad", "c" })
        {
            book.Add(Event(happened), [channel]);
        }

        for (int minute = 0; minute < 20; minute++)
        {
            await TickAsync(book, post, channel);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        book.All()
            .ToDictionary(kept => kept.Alert.Event, kept => kept.Deliveries.Single().State)
            .ShouldBe(
                new Dictionary<string, AlertState>
                {
                    ["a"] = AlertState.Sent,
                    ["bad"] = becomes,
                    ["c"] = AlertState.Sent,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_time_in_the_future_is_taken_as_now_so_that_it_is_forgotten_too()
    {
        var post = new Post();
        using AlertBook book = Open();
        book.Add(Event("a") with { At = DateTimeOffset.MaxValue }, [_channel]);
        await TickAsync(book, post);
        _clock.Advance(TimeSpan.FromDays(91));
        await TickAsync(book, post);
        book.All().ShouldBeEmpty();
    }

    [Fact]
    public void An_alert_that_would_lead_astray_is_not_taken()
    {
        using AlertBook book = Open();
        foreach (
            Alert wrong in new[]
            {
                Event(" "),
                Event(new string('x', 501)),
                Event("a") with
                {
                    Link = new Uri("javascript:alert(1)"),
                },
                Event("a") with
                {
                    Link = new Uri("http://reprieve.example/"),
                },
                Event("a") with
                {
                    Link = new Uri("https://reprieve.example/" + new string('x', 300)),
                },
                Event("a") with
                {
                    Texts = new Dictionary<string, AlertText>(),
                },
            }
        )
        {
            Should.Throw<AlertException>(() => book.Add(wrong, [_channel]));
        }

        book.All().ShouldBeEmpty();
    }
}
