using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Reprieve.Answers.Deadlines;
using Reprieve.Knowledge;

namespace Reprieve.Answers.Tests.Deadlines;

public sealed class DeadlineCalendarTests
{
    private static readonly DateTimeOffset Since = new(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(-7));
    private static readonly DateTimeOffset Due = new(2026, 11, 2, 23, 59, 59, TimeSpan.FromHours(-8));

    private static CaseDates Dates { get; } =
        new()
        {
            Key = "case-1",
            Marketplace = "amazon.com",
            Opened = Since,
            Limits =
            [
                new DatedLimit(
                    "m/response/0",
                    "response",
                    Due,
                    Since,
                    "within 32 days; no later, ever\nby a \\ backslash"
                ),
                new DatedLimit("m/funds/0", "funds", Due.AddDays(60), Since, "90 days"),
            ],
            Claims =
            [
                new ClaimDay("a_to_z_appeal", new DateOnly(2026, 10, 20), AtLeast: true, 2)
                {
                    Orders = ["111-1111111-1111111", "111-2222222-2222222"],
                },
                new ClaimDay("a_to_z_appeal", null, AtLeast: false, 4),
            ],
        };

    [Fact]
    public void What_is_left_out_is_said_and_nothing_is_said_where_all_is_there()
    {
        var calendar = new DeadlineCalendar(KnowledgeLoader.BuiltIn);

        Encoding.UTF8.GetString(calendar.Write([Dates], 17)).ShouldContain("X-WR-CALDESC:");
        Encoding.UTF8.GetString(calendar.Write([Dates], 17)).ShouldContain("17");
        Encoding.UTF8.GetString(calendar.Write([Dates])).ShouldNotContain("X-WR-CALDESC");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Another_programs_parser_reads_the_same(string language)
    {
        IReadOnlyList<CalendarEntry> entries = CalendarProgram.Read(Written(Dates, language));

        entries.Select(entry => entry.Uid).Distinct().Count().ShouldBe(3);
        CalendarEntry answer = entries[0];
        answer.End.ShouldBe("2026-11-03T07:59:59+00:00", "one second before midnight in Los Angeles, in winter time");
        answer.Start.ShouldBe("2026-11-03T06:59:59+00:00");
        answer.Description.ShouldContain("within 32 days; no later, ever\nby a \\ backslash");
        answer.Description.ShouldContain("2026-11-02 23:59:59");
        answer.Description.ShouldContain("America/Los_Angeles");
        answer.Alarms.ShouldBe(["2026-10-17T23:59:59+00:00", "2026-10-27T19:11:59+00:00"], ignoreOrder: true);
        entries[1].Alarms.ShouldBeEmpty("it is Amazon that pays then");
        entries[2].Start.ShouldBe("2026-10-20");
        entries[2].End.ShouldBe("2026-10-21", "the end of a whole day is the next one");
        entries[2].Description.ShouldContain("111-2222222-2222222");
    }

    [Theory]
    [InlineData("en", "An estimate")]
    [InlineData("zh-Hans", "估算")]
    public void A_day_counted_from_the_opening_is_called_an_estimate(string language, string word) =>
        Entry(Written(Dates, language), 2).Description.ShouldNotBeNull().ShouldContain(word);

    [Fact]
    public void Lines_end_as_the_standard_wants_and_none_is_longer_than_75_octets()
    {
        CaseDates chinese = Dates with { Title = string.Concat(Enumerable.Repeat("迟发率过高的案件😀", 20)) };
        string text = Encoding.UTF8.GetString(Written(chinese, "zh-Hans"));

        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        text.ShouldNotContain('\uFFFD');
        Entry(Encoding.UTF8.GetBytes(text), 0).Summary.ShouldNotBeNull().ShouldStartWith(chinese.Title);
        CalendarProgram.Read(Encoding.UTF8.GetBytes(text))[0].Summary.ShouldStartWith(chinese.Title);
    }

    [Fact]
    public void A_later_import_replaces_what_an_earlier_one_brought()
    {
        CaseDates corrected = Dates with
        {
            Sequence = 1,
            Limits = [Dates.Limits[0] with { Due = Due.AddDays(3), Quote = "another" }],
        };
        CalendarEvent before = Entry(Written(Dates, "en"), 0);
        CalendarEvent after = Entry(Written(corrected, "zh-Hans"), 0);

        after.Uid.ShouldBe(before.Uid);
        after.Sequence.ShouldBeGreaterThan(before.Sequence);
    }

    [Fact]
    public void The_same_limit_of_another_case_or_store_is_another_entry()
    {
        string?[] ids =
        [
            .. new[] { "case-1", "case-2", "case-1/amazon.de" }.Select(key =>
                Entry(Written(Dates with { Key = key }, "en"), 0).Uid
            ),
        ];
        ids.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void The_same_days_give_the_same_bytes() => Written(Dates, "en").ShouldBe(Written(Dates, "en"));

    [Fact]
    public void Without_a_day_there_is_no_entry_and_still_a_calendar() =>
        Read(Written(Dates with { Limits = [], Claims = [Dates.Claims[1]] }, "en")).Events.ShouldBeEmpty();

    private static Ical.Net.Calendar Read(byte[] calendar) =>
        Ical.Net.Calendar.Load(Encoding.UTF8.GetString(calendar)).ShouldNotBeNull();

    private static CalendarEvent Entry(byte[] calendar, int number) => Read(calendar).Events[number].ShouldNotBeNull();

    private static byte[] Written(CaseDates dates, string language)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return new DeadlineCalendar(KnowledgeLoader.BuiltIn).Write([dates]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
