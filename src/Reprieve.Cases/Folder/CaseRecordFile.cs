using System.Text.Json;

namespace Reprieve.Cases;

/// <summary>Keeps the case record in a folder as <c>case.json</c>; a write is whole or not at all.</summary>
public static class CaseRecordFile
{
    /// <summary>
    /// The record of a folder, of the package or of a round; null when there is none yet. Where there are several, the
    /// one with the longest timeline is the newest: a stop between two writes loses nothing.
    /// </summary>
    /// <exception cref="CaseException">There is one, but it cannot be read.</exception>
    public static Case? Read(CasePaths paths) =>
        Candidates(paths).Where(File.Exists).Select(ReadOne).MaxBy(record => record.Timeline.Count);

    /// <summary>The records of the linked stores that have one, by the store's key.</summary>
    /// <exception cref="CaseException">One cannot be read.</exception>
    public static IReadOnlyDictionary<string, Case> OfStores(CasePaths paths) =>
        paths
            .KnownStores()
            .Select(store => (store, Record: Read(paths.ForStore(store))))
            .Where(known => known.Record is not null)
            .ToDictionary(known => known.store, known => known.Record!, StringComparer.Ordinal);

    /// <summary>The record that was frozen with a round; null where there is none.</summary>
    /// <exception cref="CaseException">There is one, but it cannot be read.</exception>
    internal static Case? OfRound(CasePaths paths, int number)
    {
        string file = Path.Combine(paths.Round(number), CasePaths.RecordName);
        return File.Exists(file) ? ReadOne(file) : null;
    }

    /// <summary>Writes the record into the package's folder.</summary>
    public static void Write(CasePaths paths, Case record)
    {
        Directory.CreateDirectory(paths.Output);
        WholeFile.Write(paths.Record, CaseJson.Serialize(record));
    }

    private static Case ReadOne(string file)
    {
        try
        {
            return CaseJson.Deserialize(File.ReadAllText(file));
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CaseException(Say.Texts.Get("Record_Unreadable", file, fault.Message), fault);
        }
    }

    private static IEnumerable<string> Candidates(CasePaths paths)
    {
        yield return paths.Record;
        foreach (int round in Rounds.NumbersIn(paths).OrderDescending())
        {
            yield return Path.Combine(paths.Round(round), CasePaths.RecordName);
        }
    }
}
