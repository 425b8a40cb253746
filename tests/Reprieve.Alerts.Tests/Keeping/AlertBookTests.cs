using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Reprieve.Alerts.Tests.Keeping;

public sealed class AlertBookTests : IDisposable
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

    [Fact]
    public async Task While_the_disk_does_not_take_what_was_sent_nothing_more_is_sent()
    {
        bool full = false;
        var post = new Post();
        using AlertBook book = Open(at: _ =>
        {
            if (full)
            {
                throw new IOException("no space left");
            }
        });
        book.Add(Event("a"), [_channel]);
        full = true;
        Should.Throw<AlertException>(() => book.Add(Event("b"), [_channel])).Message.ShouldContain("no space left");
        await Should.ThrowAsync<AlertException>(() => TickAsync(book, post));
        await Should.ThrowAsync<AlertException>(() => TickAsync(book, post));
        full = false;
        book.Add(Event("b"), [_channel]).ShouldBe(AlertAdded.Taken);
        await TickAsync(book, post);
        post.Messages.SelectMany(one => one).ShouldBe(["a", "b"]);
        book.Dispose();
        using AlertBook again = Open();
        again.All().ShouldAllBe(kept => kept.Deliveries[0].State == AlertState.Sent);
    }

    [Fact]
    public async Task A_digest_that_the_disk_did_not_take_does_not_come_again()
    {
        bool full = false;
        var post = new Post();
        AlertChannel channel = _channel with { DigestAt = new TimeOnly(2, 0) };
        using AlertBook book = Open(at: _ =>
        {
            if (full)
            {
                throw new IOException("no space left");
            }
        });
        foreach (string happened in new[] { "a", "b", "c" })
        {
            book.Add(Event(happened), [channel]);
        }

        full = true;
        await Should.ThrowAsync<AlertException>(() => TickAsync(book, post, channel));
        full = false;
        await TickAsync(book, post, channel);
        post.Messages.ShouldHaveSingleItem().ShouldBe(["a", "b", "c"]);
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
    public void What_is_kept_can_be_sealed_and_opens_at_its_place_only()
    {
        byte[] key = RandomNumberGenerator.GetBytes(32);
        var seal = new AlertSeal(
            (bytes, place) => Crypt(bytes, place, open: false),
            (bytes, place) => Crypt(bytes, place, open: true)
        );
        using (AlertBook book = Open(seal))
        {
            book.Add(Event("a"), [_channel]);
            book.Add(Event("b"), [_channel]);
        }

        string[] files = Directory.GetFiles(Folder, "*.json");
        File.ReadAllText(files[0], Encoding.Latin1).ShouldNotContain("invoice");
        using (AlertBook book = Open(seal))
        {
            book.All().Select(kept => kept.Alert.Event).ShouldBe(["a", "b"], ignoreOrder: true);
        }

        File.Copy(files[0], files[1], overwrite: true);
        using AlertBook changed = Open(seal);
        changed.All().Count.ShouldBe(1);
        changed.Faults.ShouldHaveSingleItem().ShouldContain(files[1]);

        byte[] Crypt(byte[] bytes, string place, bool open)
        {
            using var aes = new AesGcm(key, 16);
            byte[] where = Encoding.UTF8.GetBytes(place);
            byte[] nonce = SHA256.HashData(where)[..12];
            byte[] made = new byte[open ? bytes.Length - 16 : bytes.Length + 16];
            if (open)
            {
                aes.Decrypt(nonce, bytes.AsSpan(16), bytes.AsSpan(0, 16), made, where);
            }
            else
            {
                aes.Encrypt(nonce, bytes, made.AsSpan(16), made.AsSpan(0, 16), where);
            }

            return made;
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_stops_nothing_and_is_named()
    {
        using (AlertBook book = Open())
        {
            book.Add(Event("a"), [_channel]);
        }

        File.WriteAllText(Path.Combine(Folder, "0000.json"), "{");
        File.WriteAllText(Path.Combine(Folder, "0001.json.tmp"), "{");
        using AlertBook again = Open();
        again.All().Count.ShouldBe(1);
        again.Faults.ShouldHaveSingleItem().ShouldContain("0000.json");
        File.Exists(Path.Combine(Folder, "0001.json.tmp")).ShouldBeFalse();
    }

    [Fact]
    public void One_process_has_the_book()
    {
        using AlertBook book = Open();
        Should.Throw<AlertException>(() => Open()).Message.ShouldContain("another program");
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
