using Reprieve.Practices.Reports;
using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing;

public sealed class SnapshotHistoryTests
{
    [Fact]
    public void The_last_snapshot_of_a_day_of_the_store_holds()
    {
        // 6:30 UTC is still the day before in the store's zone.
        DateTimeOffset morning = new(2026, 9, 20, 6, 30, 0, TimeSpan.Zero);
        SnapshotHistory history = History(
            Ago(0).Late(0.03),
            Ago(1).Late(0.01),
            Ago(1).Late(0.02) with
            {
                TakenAt = morning,
            },
            Ago(5).Late(0.00)
        );
        history.Zone.Id.ShouldBe("America/Los_Angeles");
        history
            .Days.Select(day => (day.Day, day.Snapshot.Figures[0].Rate))
            .ShouldBe([(Today.AddDays(-5), 0.00), (Today.AddDays(-1), 0.02), (Today, 0.03)]);
        history.Snapshots.Count.ShouldBe(4);
        history.Until(morning).Snapshots.Count.ShouldBe(3);
    }

    [Fact]
    public void Snapshots_of_other_stores_are_left_out_and_a_store_that_is_not_known_has_days_of_utc()
    {
        AccountSnapshot other = Ago(0) with
        {
            Store = "ANEW",
            TakenAt = new DateTimeOffset(2026, 9, 20, 6, 30, 0, TimeSpan.Zero),
        };
        History(other, Ago(0)).Snapshots.ShouldHaveSingleItem().Store.ShouldBe(Store);
        SnapshotHistory.Of("ANEW", [other, Ago(0)], Known).Days.ShouldHaveSingleItem().Day.ShouldBe(Today);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"takenAt\":\"2026-09-20T00:00:00Z\"}")]
    [InlineData("[{\"takenAt\":\"soon\",\"store\":\"amazon.com\"}]")]
    public void What_is_damaged_is_said_to_be_so(string json)
    {
        Should.Throw<ReportException>(() => SnapshotJson.Read(json)).Message.ShouldContain("cannot be read (line 1)");
        Should
            .Throw<ReportException>(() => SnapshotJson.ReadOne(json))
            .Message.ShouldContain("cannot be read (line 1)");
    }

    [Fact]
    public void What_an_older_program_kept_is_read_with_what_it_lacks_left_empty()
    {
        AccountSnapshot snapshot = SnapshotJson.ReadOne(
            """{"takenAt":"2026-09-20T09:00:00+02:00","store":"amazon.de","figures":null,"later":{"a":1}}"""
        );
        (snapshot.TakenAt.Offset, snapshot.TakenAt.Hour).ShouldBe((TimeSpan.Zero, 7));
        snapshot.Figures.ShouldBeEmpty();
        snapshot.Counters.ShouldBeEmpty();
        snapshot.Warnings.ShouldBeEmpty();
    }
}
