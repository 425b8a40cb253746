namespace Reprieve.Server.Watching;

/// <summary>Where the pages of arrivals are.</summary>
internal static class ArrivalPaths
{
    /// <summary>The list.</summary>
    public const string All = "/arrivals";

    /// <summary>One arrival.</summary>
    public static string Of(Guid id) => $"{All}/{id}";
}
