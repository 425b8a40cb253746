using CsCheck;
using Reprieve.Knowledge;
using Reprieve.Practices.Standing;
using static Reprieve.Practices.Tests.Standing.Invented;

namespace Reprieve.Practices.Tests.Standing;

public sealed class StandingPropertyTests
{
    private static readonly WarningPace Needs = new()
    {
        Snapshots = 2,
        OverDays = 2,
        AheadDays = 60,
        UrgentDays = 3,
    };

    private static readonly string?[] Words = ["NORMAL", "AT_RISK", "SUSPENDED", "ELSE", null];

    /// <summary>Thousandths below the target of the late shipment rate, a day each; some days are missing.</summary>
    private static readonly Gen<(int Days, int Thousandths)[]> Series = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 39])
        .Array[1, 20]
        .Select(days => days.DistinctBy(day => day.Item1).ToArray());

    private static readonly Gen<AccountSnapshot> Snapshot = Gen.Select(
        Gen.Int[0, 40],
        Gen.Int[0, 4].Select(word => Words[word]),
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 9000], Gen.Bool).Array[0, 3],
        Gen.Select(Gen.String[0, 8], Gen.Int[0, 50]).Array[0, 4],
        Gen.Int[0, 1000],
        (hours, status, figures, counters, score) =>
            Ago(0, status) with
            {
                TakenAt = At(Today, 12).AddHours(-hours),
                Figures =
                [
                    .. figures.Select(
                        (f, i) =>
                            new SnapshotFigure(
                                $"metric_{i}",
                                (Fulfilment)(i % 2),
                                f.Item1,
                                f.Item3 ? "GOOD" : null,
                                f.Item2,
                                f.Item2 + i,
                                f.Item3 ? 30 : null,
                                f.Item3
                            )
                    ),
                ],
                Counters = counters.DistinctBy(c => c.Item1).ToDictionary(c => c.Item1, c => c.Item2),
                Rating = score % 3 == 0 ? null : new HealthRating(score % 3 == 1 ? score : null, "GREAT"),
                Warnings = score % 2 == 0 ? [] : [new AccountWarning("x", "BAD")],
                Listings = score % 5 == 0 ? new ListingCounts(score, null, 0) : null,
            }
    );

    [Fact]
    public void What_is_kept_comes_back_as_it_was() =>
        Snapshot
            .Array[0, 6]
            .Sample(snapshots =>
            {
                string json = SnapshotJson.Write(snapshots);
                IReadOnlyList<AccountSnapshot> back = SnapshotJson.Read(json);
                SnapshotJson.Write(back).ShouldBe(json);
                foreach ((AccountSnapshot was, AccountSnapshot now) in snapshots.Zip(back))
                {
                    SnapshotJson.ReadOne(SnapshotJson.Write(was)).TakenAt.ShouldBe(was.TakenAt);
                    now.Figures.ShouldBe(was.Figures);
                    now.Counters.ShouldBe(was.Counters, ignoreOrder: true);
                    now.Warnings.ShouldBe(was.Warnings);
                    (now.TakenAt, now.Store, now.Status, now.Rating, now.Listings).ShouldBe(
                        (was.TakenAt, was.Store, was.Status, was.Rating, was.Listings)
                    );
                }
            });

    [Fact]
    public void The_order_in_which_snapshots_come_does_not_matter() =>
        Gen.Select(Snapshot.Array[0, 12], Gen.Int)
            .Sample(
                (snapshots, seed) =>
                {
                    AccountSnapshot[] shuffled = [.. snapshots];
                    new Random(seed).Shuffle(shuffled);
                    SnapshotJson
                        .Write(History(shuffled).Snapshots)
                        .ShouldBe(SnapshotJson.Write(History(snapshots).Snapshots));
                    History(shuffled)
                        .Days.Select(day => (day.Day, SnapshotJson.Write(day.Snapshot)))
                        .ShouldBe(History(snapshots).Days.Select(day => (day.Day, SnapshotJson.Write(day.Snapshot))));
                }
            );

    [Fact]
    public void A_rate_that_never_moves_is_never_projected() =>
        Gen.Select(Series, Gen.Double[0, 0.0399])
            .Sample((days, rate) => Warnings(History(days.Select(day => Ago(day.Days).Late(rate)))).ShouldBeEmpty());

    [Fact]
    public void The_higher_all_of_it_stands_the_sooner_it_crosses() =>
        Gen.Select(Series, Gen.Int[0, 10])
            .Sample(
                (days, more) =>
                {
                    int top = days.Max(day => day.Thousandths);
                    int? low = DaysLeft(days, 0);
                    int? high = DaysLeft(days, Math.Min(more, 39 - top));
                    (high ?? int.MaxValue).ShouldBeLessThanOrEqualTo(low ?? int.MaxValue);
                }
            );

    [Fact]
    public void The_steeper_the_pace_the_sooner_it_crosses() =>
        Gen.Select(Gen.Decimal[0, 0.0399m], Gen.Decimal[0.0001m, 0.01m], Gen.Decimal[0, 0.01m])
            .Sample(
                (value, pace, more) =>
                {
                    int? slow = Pace.DaysTo(value, pace, 0.04m, TargetCondition.LessThan, 1000);
                    int? fast = Pace.DaysTo(value, pace + more, 0.04m, TargetCondition.LessThan, 1000);
                    int days = slow.ShouldNotBeNull();
                    fast.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(days);
                    (value + (pace * days)).ShouldBeGreaterThanOrEqualTo(0.04m - 0.0000001m);
                    (value + (pace * (days - 1))).ShouldBeLessThan(0.04m);
                }
            );

    [Fact]
    public void A_day_that_stands_out_does_not_bend_the_pace() =>
        Gen.Select(Gen.Int[0, 13], Gen.Int[0, 1000])
            .Sample(
                (at, thousandths) =>
                {
                    List<GaugePoint> points =
                    [
                        .. Enumerable
                            .Range(0, 14)
                            .Select(n => new GaugePoint(
                                Today.AddDays(n),
                                n == at ? thousandths / 1000m : n * 0.001m,
                                null
                            )),
                    ];
                    Pace.Of(points, Needs).ShouldBe(0.001m);
                }
            );

    private static int? DaysLeft((int Days, int Thousandths)[] days, int more) =>
        Warnings(History(days.Select(day => Ago(day.Days).Late((day.Thousandths + more) / 1000.0))))
            .SingleOrDefault(warning => warning.Kind is WarningKind.TargetAhead)
            ?.DaysLeft;
}
