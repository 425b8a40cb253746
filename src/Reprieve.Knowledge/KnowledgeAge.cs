namespace Reprieve.Knowledge;

/// <summary>Finds entries that nobody has looked at for a year: Amazon may have changed its mind since.</summary>
public static class KnowledgeAge
{
    /// <summary>After this time an entry should be looked at again.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromDays(365);

    /// <summary>The entries last seen more than a year before <paramref name="today"/>, oldest first.</summary>
    public static IReadOnlyList<(string Folder, KnowledgeEntry Entry)> Old(KnowledgeBase knowledge, DateOnly today) =>
        [
            .. knowledge
                .Entries.Where(pair => pair.Entry.Seen < today.AddDays(-LookAgainAfter.Days))
                .OrderBy(pair => pair.Entry.Seen),
        ];
}
