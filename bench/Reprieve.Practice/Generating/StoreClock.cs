namespace Reprieve.Practice.Generating;

/// <summary>
/// The time of amazon.com's zone for every hour that an account touches, looked up once; instants are seconds since
/// 1970 in UTC.
/// </summary>
internal sealed class StoreClock
{
    public const int Day = 86_400;

    private readonly long _from;
    private readonly int[] _offsets;

    public StoreClock(DateOnly first, DateOnly last)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        _from = Seconds(first.AddDays(-1));
        _offsets = new int[(int)((Seconds(last.AddDays(2)) - _from) / 3600)];
        for (int hour = 0; hour < _offsets.Length; hour++)
        {
            DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(_from + (hour * 3600L));
            _offsets[hour] = (int)zone.GetUtcOffset(at).TotalSeconds;
        }
    }

    /// <summary>Midnight of a day as if the store kept UTC.</summary>
    public static long Seconds(DateOnly day) =>
        (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * (long)Day;

    /// <summary>Seconds that the store's clock is ahead of UTC; negative.</summary>
    public int Offset(long utc) => _offsets[Math.Clamp((int)((utc - _from) / 3600), 0, _offsets.Length - 1)];

    /// <summary>What the store's clock shows, as if that were UTC.</summary>
    public long Local(long utc) => utc + Offset(utc);

    /// <summary>The instant at which the store's clock shows a time; none of those asked for is skipped or repeated.</summary>
    public long Utc(long local) => local - Offset(local + (8 * 3600));
}
