using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Reprieve.Appeals.Deadlines;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Answers.Deadlines;

/// <summary>
/// Writes days as an iCalendar file (RFC 5545), in the screen's language. Nothing in it depends on the present, so that the
/// same case gives the same bytes; an entry keeps its id, so that a later import replaces it.
/// </summary>
public sealed class DeadlineCalendar(KnowledgeBase knowledge)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "deadlines.ics";

    /// <summary>What a browser and a calendar program know the file by.</summary>
    public const string Type = "text/calendar; charset=utf-8";

    private const int MostOrders = 20;

    /// <summary>An entry ends with its limit and stands in the calendar for as long.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromHours(1);

    /// <summary>The calendar; empty of entries where nothing has a day.</summary>
    /// <param name="notShown">How many cases with later days are left out; the calendar says so.</param>
    public byte[] Write(IEnumerable<CaseDates> cases, int notShown = 0)
    {
        var calendar = new Ical.Net.Calendar
        {
            ProductId = "-//Reprieve//Deadlines//EN",
            Method = CalendarMethods.Publish,
        };
        calendar.AddProperty("X-WR-CALNAME", Text("Calendar_Name"));
        if (notShown > 0)
        {
            calendar.AddProperty("X-WR-CALDESC", Text("Calendar_NotShown", notShown));
        }

        foreach (CaseDates one in cases)
        {
            calendar.Events.AddRange(one.Limits.Select(limit => Of(limit, one)));
            calendar.Events.AddRange(one.Claims.Where(day => day.Due is not null).Select(day => Of(day, one)));
        }

        return CalendarLines.Folded(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private CalendarEvent Of(DatedLimit limit, CaseDates one)
    {
        string zone = knowledge.Marketplace(one.Marketplace)?.TimeZone ?? "UTC";
        List<string> text = [Text("Calendar_Ends", At(limit.Due), zone)];
        if (limit.Quote is { } quote)
        {
            text.Add(Text("Calendar_Says", quote));
        }

        text.Add(Text("Calendar_Check"));
        CalendarEvent entry = Entry(
            limit.Key,
            limit.Since ?? one.Opened,
            one,
            Text("Calendar_Limit", NoticeTexts.DeadlineFor(limit.For)),
            text
        );
        entry.Start = Utc(limit.Due - Shown);
        entry.End = Utc(limit.Due);
        foreach (Reminder reminder in Reminders.Of(limit.For, limit.Since, limit.Due))
        {
            entry.Alarms.Add(
                new Alarm
                {
                    Action = AlarmAction.Display,
                    // Counted from the start: the library writes a trigger at a moment as an empty one.
                    Trigger = new Trigger(Duration.FromTimeSpanExact(reminder.At - (limit.Due - Shown))),
                    Description = $"{ReminderTexts.Of(reminder)} {entry.Summary}",
                }
            );
        }

        return entry;
    }

    private CalendarEvent Of(ClaimDay day, CaseDates one)
    {
        RepairRule rule = knowledge.Repairs.First(known => known.Code == day.Rule);
        List<string> text = [Text(day.AtLeast ? "Calendar_ClaimAtLeast" : "Calendar_ClaimUntil")];
        if (day.Orders.Count > 0)
        {
            text.Add(Text("Calendar_Orders", string.Join(", ", day.Orders.Take(MostOrders))));
        }

        CalendarEvent entry = Entry(
            string.Create(CultureInfo.InvariantCulture, $"{day.Rule}/{day.Due:yyyy-MM-dd}/{day.AtLeast}"),
            one.Opened,
            one,
            Text("Calendar_Claims", rule.Name.In(UserTexts.Language), day.Count),
            text
        );
        entry.Start = new CalDateTime(day.Due!.Value);
        entry.End = new CalDateTime(day.Due.Value.AddDays(1));
        return entry;
    }

    private static CalendarEvent Entry(
        string key,
        DateTimeOffset stamp,
        CaseDates one,
        string summary,
        IEnumerable<string> text
    ) =>
        new()
        {
            Uid = Uid($"{one.Key}/{key}"),
            DtStamp = Utc(stamp),
            Sequence = one.Sequence,
            Summary = string.Join(" – ", new[] { one.Title, summary, one.Marketplace }.OfType<string>()),
            Description = string.Join('\n', text),
            // It marks an end; whoever has it in the calendar is free all the same.
            Transparency = TransparencyType.Transparent,
        };

    private static string Uid(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)) + "@reprieve";

    private static CalDateTime Utc(DateTimeOffset time) => new(time.UtcDateTime, CalDateTime.UtcTzId);

    private static string At(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(string key, params ReadOnlySpan<object?> arguments) => Say.Texts.Get(key, arguments);
}
