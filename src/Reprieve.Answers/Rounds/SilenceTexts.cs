using Reprieve.Appeals;
using Reprieve.Appeals.Packing;
using Reprieve.Appeals.Routes;
using Reprieve.Knowledge;

namespace Reprieve.Answers.Rounds;

/// <summary>Says what to do while Amazon has not answered: until when one waits, and that the answer may lie elsewhere.</summary>
internal sealed class SilenceTexts(KnowledgeBase knowledge, TimeProvider clock)
{
    public IEnumerable<string> Of(NextRoundRequest request) =>
        [
            .. request.Sent is [.., { Sent: { } sent }] ? Waiting(sent, request) : [],
            .. request.Came.Unclear.Select(message => Text("Next_Unclear", message.Source)),
            Text("Next_SilenceLook"),
        ];

    private IEnumerable<string> Waiting(SentAppeal sent, NextRoundRequest request)
    {
        TimeZoneInfo zone = Moment.Zone(request.Notice.Marketplace, knowledge);
        DateOnly sentOn = DayOf(sent.At, zone);
        DateOnly today = DayOf(clock.GetUtcNow(), zone);
        yield return Text("Next_Silence", sent.Round, Moment.Day(sentOn), BusinessDays.Between(sentOn, today));
        if (RouteFinder.Find(request.Notice, knowledge).ChaseAfterBusinessDays is not { } wait)
        {
            yield return Text("Next_SilenceOpen");
            yield break;
        }

        DateOnly from = BusinessDays.After(sentOn, wait);
        yield return today < from
            ? Text("Next_SilenceWait", Moment.Day(from), wait)
            : Text("Next_SilenceChase", wait, Moment.Day(from));
    }

    private static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    private static string Text(string key, params ReadOnlySpan<object?> arguments) => Say.Texts.Get(key, arguments);
}
