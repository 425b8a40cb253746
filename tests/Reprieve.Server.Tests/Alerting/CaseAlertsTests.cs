using Reprieve.Alerts;
using Reprieve.Answers.Deadlines;
using Reprieve.Answers.Promises;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Server.Alerting;
using Reprieve.Storage;

namespace Reprieve.Server.Tests.Alerting;

/// <summary>What of cases alerts, and when.</summary>
public sealed class CaseAlertsTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = Since.AddDays(10);
    private static readonly CaseId Id = new(Guid.Parse("018f0000-0000-7000-8000-000000000001"));

    [Theory]
    [InlineData(4.9, null, false)]
    [InlineData(5.0, "0.5", false)]
    [InlineData(7.9, "0.5", false)]
    [InlineData(8.0, "0.8", false)]
    [InlineData(9.0, "day", true)]
    [InlineData(10.0, "day", true)]
    [InlineData(10.1, null, false)]
    public void A_deadline_alerts_at_half_at_four_fifths_and_urgently_on_its_last_day(
        double days,
        string? last,
        bool urgent
    )
    {
        Alert? alert = At(Since.AddDays(days)).Of(Line(Limit())).SingleOrDefault();

        alert?.Event.Split('/')[^1].ShouldBe(last);
        (alert is null).ShouldBe(last is null);
        (alert?.Urgent ?? false).ShouldBe(urgent);
    }

    [Fact]
    public void The_same_look_later_names_the_same_event_and_a_corrected_day_another()
    {
        string Event(double days, DatedLimit limit) => At(Since.AddDays(days)).Of(Line(limit)).Single().Event;

        Event(5.5, Limit()).ShouldBe(Event(6.5, Limit()));
        Event(5.5, Limit()).ShouldNotBe(Event(5.5, Limit() with { Due = Due.AddHours(1) }));
        Event(5.5, Limit()).ShouldNotBe(Event(5.5, Limit() with { Key = "m/response/1" }));
        Event(5.5, Limit()).ShouldNotBe(Event(9.5, Limit()));
    }

    [Theory]
    [InlineData("funds")]
    [InlineData("review")]
    public void What_is_Amazons_to_do_alerts_nobody(string purpose) =>
        At(Due.AddHours(-1)).Of(Line(Limit() with { For = purpose })).ShouldBeEmpty();

    [Fact]
    public void What_came_more_than_three_days_ago_alerts_nobody_any_more()
    {
        DatedLimit slow = Limit() with { Due = Since.AddDays(100) };

        At(Since.AddDays(52)).Of(Line(slow)).Count().ShouldBe(1);
        At(Since.AddDays(54)).Of(Line(slow)).ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_whose_beginning_is_not_known_alerts_on_its_last_day()
    {
        DatedLimit limit = Limit() with { Since = null };

        At(Since.AddDays(8)).Of(Line(limit)).ShouldBeEmpty();
        At(Due.AddHours(-2)).Of(Line(limit)).ShouldHaveSingleItem().Urgent.ShouldBeTrue();
        CaseLine old = Line(limit) with { Summary = new CaseSummary { Due = Due } };
        At(Due.AddHours(-2)).Of(old).ShouldHaveSingleItem();
    }

    [Fact]
    public void It_says_what_where_and_what_to_do_in_both_languages()
    {
        CaseLine line = Line(Limit()) with { Stage = CaseStage.Ready };

        Alert alert = At(Due.AddHours(-2)).Of(line).ShouldHaveSingleItem();

        alert.Link.ShouldBe(new Uri($"https://desk.example.com/cases/{Id}"));
        AlertText english = alert.In("en");
        english.Title.ShouldStartWith("Harbor Trade: due Wed");
        english.Text.ShouldContain("Less than 24 hours");
        english.Text.ShouldContain("Europe/Berlin");
        english.Do.ShouldContain("send it");
        alert.In("zh-Hans").Text.ShouldContain("不足 24 小时");
        alert.In("zh-Hans").Do.ShouldContain("发送");
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(23, true)]
    [InlineData(-71, true)]
    [InlineData(-73, false)]
    public void A_task_alerts_on_its_day(int hoursLeft, bool alerts)
    {
        var task = new CaseTask(Guid.NewGuid(), Id, "Call the supplier", Due, null, "Dana", null);

        Alert? alert = At(Due.AddHours(-hoursLeft)).Of(task, "Harbor Trade");

        (alert is not null).ShouldBe(alerts);
        alert?.In("en").Text.ShouldBe("Call the supplier");
    }

    [Fact]
    public void A_broken_promise_alerts_once_until_it_is_long_past()
    {
        CaseLine line = Line() with
        {
            Stage = CaseStage.Reinstated,
            Updated = Since,
            Summary = new CaseSummary
            {
                Promises = [new PromiseDue("s1", PromiseVerdict.Broken, "late_shipment_rate_30d", 0.05, "2.5%")],
            },
        };

        Alert alert = At(Since.AddDays(1)).Of(line).ShouldHaveSingleItem();
        alert.In("en").Text.ShouldContain("5.0 %");
        alert.In("en").Title.ShouldContain("broken");
        At(Since.AddDays(2)).Of(line).ShouldHaveSingleItem().Event.ShouldBe(alert.Event);
        At(Since.AddDays(4)).Of(line).ShouldBeEmpty();
    }

    private static DatedLimit Limit() => new("m/response/0", "response", Due, Since);

    private static CaseLine Line(params DatedLimit[] limits) =>
        new(
            Id,
            "Harbor Trade",
            CaseStage.Preparing,
            new CaseSummary
            {
                Dates =
                [
                    new CaseDates
                    {
                        Key = "m/",
                        Marketplace = "amazon.de",
                        Opened = Since,
                        Limits = limits,
                    },
                ],
            },
            Since,
            1
        );

    private static CaseAlerts At(DateTimeOffset now) =>
        new(KnowledgeLoader.BuiltIn, path => new Uri("https://desk.example.com" + path), now, TimeZoneInfo.Utc);
}
