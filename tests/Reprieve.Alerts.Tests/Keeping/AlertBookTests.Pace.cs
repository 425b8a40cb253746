using System.Net;

namespace Reprieve.Alerts.Tests.Keeping;

/// <summary>When an alert goes out, and with which others.</summary>
public sealed partial class AlertBookTests
{
    [Fact]
    public async Task Tries_grow_rarer_and_never_end_before_it_is_taken()
    {
        bool down = true;
        var post = new Post(_ => new(down ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK));
        using AlertBook book = Open();
        book.Add(Event("a"), [_channel]);
        var at = new List<TimeSpan>();
        for (int second = 0; second < 6 * 3600; second += 5)
        {
            int before = post.Messages.Count;
            await TickAsync(book, post);
            if (post.Messages.Count > before)
            {
                at.Add(TimeSpan.FromSeconds(second));
            }

            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        at[0].ShouldBe(TimeSpan.Zero);
        at[1].ShouldBeInRange(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(35));
        at.Count.ShouldBeInRange(11, 20);
        at.Zip(at.Skip(1), (one, next) => next - one)
            .Max()
            .ShouldBeInRange(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(61));
        down = false;
        _clock.Advance(TimeSpan.FromHours(1));
        await TickAsync(book, post);
        book.All().Single().Deliveries.Single().State.ShouldBe(AlertState.Sent);
    }

    [Fact]
    public async Task A_message_that_always_fails_does_not_hold_up_the_others()
    {
        int bad = 0;
        var post = new Post(request =>
            request.Content!.ReadAsStringAsync().Result.Contains("\"bad\"", StringComparison.Ordinal)
                ? new(bad++ >= 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK)
                : new(HttpStatusCode.OK)
        );
        using AlertBook book = Open();
        book.Add(Event("bad"), [_channel]);
        book.Add(Event("good"), [_channel]);
        for (int minute = 0; minute < 5; minute++)
        {
            await TickAsync(book, post);
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        book.All().Single(kept => kept.Alert.Event == "good").Deliveries.Single().State.ShouldBe(AlertState.Sent);
        bad.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Retry_After_is_waited_for()
    {
        bool first = true;
        var post = new Post(_ =>
        {
            var reply = new HttpResponseMessage(first ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
            reply.Headers.Add("Retry-After", "600");
            first = false;
            return reply;
        });
        using AlertBook book = Open();
        book.Add(Event("a"), [_channel]);
        await TickAsync(book, post);
        _clock.Advance(TimeSpan.FromSeconds(599));
        await TickAsync(book, post);
        post.Messages.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await TickAsync(book, post);
        post.Messages.Count.ShouldBe(2);
    }

    [Fact]
    public async Task In_quiet_hours_only_what_is_urgent_comes_and_the_rest_when_they_end()
    {
        var post = new Post();
        AlertChannel channel = _channel with { Zone = "Asia/Shanghai", Quiet = new(new(22, 0), new(11, 0)) };
        using AlertBook book = Open();
        book.Add(Event("calm"), [channel]);
        book.Add(Event("urgent", urgent: true), [channel]);
        await TickAsync(book, post, channel);
        post.Messages.ShouldHaveSingleItem().ShouldBe(["urgent"]);
        _clock.Advance(TimeSpan.FromMinutes(59));
        await TickAsync(book, post, channel);
        post.Messages.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await TickAsync(book, post, channel);
        post.Messages[1].ShouldBe(["calm"]);
    }

    [Fact]
    public async Task A_digest_holds_all_of_a_day_in_one_message_and_urgent_ones_do_not_wait_for_it()
    {
        var post = new Post();
        AlertChannel channel = _channel with { DigestAt = new TimeOnly(9, 0) };
        using AlertBook book = Open();
        foreach (string happened in new[] { "a", "b", "c", "d", "e" })
        {
            book.Add(Event(happened, urgent: happened == "c"), [channel]);
        }

        await TickAsync(book, post, channel);
        post.Messages.ShouldHaveSingleItem().ShouldBe(["c"]);
        _clock.Advance(TimeSpan.FromHours(7) - TimeSpan.FromSeconds(1));
        await TickAsync(book, post, channel);
        post.Messages.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        book.Add(Event("next") with { At = _clock.GetUtcNow() }, [channel]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        book.Add(Event("tomorrow") with { At = _clock.GetUtcNow() }, [channel]);
        await TickAsync(book, post, channel);
        post.Messages.Count.ShouldBe(2);
        post.Messages[1].ShouldBe(["a", "b", "d", "e", "next"]);
        _clock.Advance(TimeSpan.FromDays(1));
        await TickAsync(book, post, channel);
        post.Messages[2].ShouldBe(["tomorrow"]);
    }

    [Fact]
    public async Task Many_at_once_come_together_and_never_faster_than_the_service_takes_them()
    {
        var post = new Post();
        AlertChannel channel = Samples.Channel(AlertKind.WeCom);
        var robot = new Post(_ =>
            new(HttpStatusCode.OK) { Content = new StringContent("""{"errcode":0,"errmsg":"ok"}""") }
        );
        using AlertBook book = Open();
        for (int i = 0; i < 100; i++)
        {
            book.Add(Event("e" + i), [channel, _channel]);
        }

        await TickAsync(book, robot, channel);
        robot.Messages.Count.ShouldBe(Samples.Service(AlertKind.WeCom).PerMinute);
        await TickAsync(book, robot, channel);
        robot.Messages.Count.ShouldBe(Samples.Service(AlertKind.WeCom).PerMinute);
        await TickAsync(book, post);
        post.Messages.Count.ShouldBe(5);
        post.Messages.SelectMany(one => one).ShouldBeUnique();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await TickAsync(book, robot, channel);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await TickAsync(book, robot, channel);
        book.All().ShouldAllBe(kept => kept.Deliveries.All(one => one.State == AlertState.Sent));
    }
}
