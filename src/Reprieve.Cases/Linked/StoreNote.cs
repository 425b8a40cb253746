namespace Reprieve.Cases.Linked;

/// <summary>Notes in the case's own timeline what happened to the answer of a linked store.</summary>
internal static class StoreNote
{
    /// <summary>Writes the note; of the case's own answer, or before the case has a record, there is none to write.</summary>
    public static void Write(
        CasePaths paths,
        TimeProvider clock,
        string who,
        string what,
        IReadOnlyDictionary<string, string> details
    )
    {
        if (paths.Store is { } store && CaseRecordFile.Read(paths.Case) is { } own)
        {
            Dictionary<string, string> noted = new(details, StringComparer.Ordinal) { ["store"] = store };
            CaseRecordFile.Write(paths.Case, own.AppendIfNew(clock, who, what, noted));
        }
    }
}
