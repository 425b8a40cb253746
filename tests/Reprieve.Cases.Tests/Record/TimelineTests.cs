using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Reprieve.Cases.Tests.Record;

public sealed class TimelineTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 30, 18, 0, 0, TimeSpan.Zero));

    private Case ThreeEntries =>
        Cases
            .Empty(_clock)
            .Append(_clock, "reprieve", "case_opened")
            .Append(
                _clock,
                "reprieve",
                "notice_read",
                new Dictionary<string, string> { ["sha256"] = "ab", ["kind"] = "deactivation" }
            )
            .Append(_clock, "Dana Reyes", "sent");

    [Fact]
    public void An_untouched_timeline_has_no_broken_entry() =>
        Timeline.FirstBroken(ThreeEntries.Timeline).ShouldBeNull();

    [Fact]
    public void Entries_are_numbered_and_each_names_the_hash_before()
    {
        IReadOnlyList<TimelineEntry> entries = ThreeEntries.Timeline;

        entries.Select(e => e.Number).ShouldBe([1, 2, 3]);
        entries[0].Previous.ShouldBeNull();
        entries[2].Previous.ShouldBe(entries[1].Hash);
    }

    [Fact]
    public void A_change_in_any_entry_is_found()
    {
        List<TimelineEntry> entries = [.. ThreeEntries.Timeline];

        entries[1] = entries[1] with
        {
            Details = new Dictionary<string, string> { ["sha256"] = "ab", ["kind"] = "reinstated" },
        };

        Timeline.FirstBroken(entries).ShouldBe(2);
    }

    [Fact]
    public void A_removed_entry_and_a_swap_are_found()
    {
        IReadOnlyList<TimelineEntry> entries = ThreeEntries.Timeline;

        Timeline.FirstBroken([entries[0], entries[2]]).ShouldBe(2);
        Timeline.FirstBroken([entries[1], entries[0], entries[2]]).ShouldBe(1);
    }

    [Fact]
    public void Text_moved_from_one_field_to_the_next_changes_the_hash() =>
        Gen.Select(Gen.String, Gen.String)
            .Where((a, b) => a.Length > 0)
            .Sample(
                (a, b) =>
                    Cases.Empty(_clock).Append(_clock, a, b).Timeline[0].Hash
                    != Cases.Empty(_clock).Append(_clock, a[..^1], a[^1] + b).Timeline[0].Hash,
                iter: 200
            );

    [Fact]
    public void An_event_that_repeats_the_newest_of_its_kind_is_not_written_again()
    {
        var details = new Dictionary<string, string> { ["sha256"] = "ab", ["kind"] = "deactivation" };

        ThreeEntries.AppendIfNew(_clock, "reprieve", "notice_read", details).Timeline.Count.ShouldBe(3);
        ThreeEntries
            .AppendIfNew(
                _clock,
                "reprieve",
                "notice_read",
                new Dictionary<string, string>(details) { ["sha256"] = "cd" }
            )
            .Timeline.Count.ShouldBe(4);
    }
}
