namespace Reprieve.Documents.Fields.Dates;

/// <summary>A date as it is written: certain, or with day and month that could stand either way.</summary>
/// <param name="DayFirst">The date if the day stands first; equal to <paramref name="MonthFirst"/> when certain.</param>
/// <param name="Text">As written.</param>
internal sealed record WrittenDate(DateOnly DayFirst, DateOnly MonthFirst, string Text)
{
    public bool Certain => DayFirst == MonthFirst;
}
