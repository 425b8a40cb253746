using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reprieve.Cases.Corrections;

/// <summary>Keeps the corrections of a case in <c>corrections.json</c> beside its messages; the newest of a field holds.</summary>
public static class CorrectionFile
{
    private const long MaxBytes = 256 * 1024;

    /// <summary>The corrections of a folder, in the order they were made; none when there is no file.</summary>
    /// <exception cref="CaseException">There is one, but it is too large or not of its form.</exception>
    public static IReadOnlyList<Correction> Read(CasePaths paths)
    {
        var file = new FileInfo(paths.Corrections);
        if (!file.Exists)
        {
            return [];
        }

        try
        {
            List<Correction> read =
                file.Length > MaxBytes
                    ? throw new JsonException($"more than {MaxBytes / 1024} KB")
                    : JsonSerializer.Deserialize(
                        File.ReadAllText(file.FullName),
                        CorrectionJsonContext.Default.ListCorrection
                    ) ?? [];
            return read.TrueForAll(IsWhole) ? read : throw new JsonException("a correction is not whole");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CaseException(Say.Texts.Get("Corrections_Unreadable", file.Name, fault.Message), fault);
        }
    }

    /// <summary>Adds a correction; one of the same field of the same message is replaced, and what was read first is kept.</summary>
    /// <exception cref="CaseException">The file cannot be read or written.</exception>
    public static void Put(CasePaths paths, Correction correction)
    {
        List<Correction> all = [.. Read(paths)];
        Correction? before = all.Find(one => IsSame(one, correction));
        all.RemoveAll(one => IsSame(one, correction));
        all.Add(correction with { Was = before?.Was ?? correction.Was });
        Write(paths, all);
    }

    /// <summary>Takes a correction back: what was read holds again.</summary>
    /// <exception cref="CaseException">The file cannot be read or written.</exception>
    public static void Remove(CasePaths paths, string notice, string field) =>
        Write(paths, [.. Read(paths).Where(one => one.Notice != notice || one.Field != field)]);

    private static void Write(CasePaths paths, List<Correction> all) =>
        WholeFile.Write(
            paths.Corrections,
            JsonSerializer.Serialize(all, CorrectionJsonContext.Default.ListCorrection) + "\n"
        );

    private static bool IsSame(Correction one, Correction other) =>
        one.Notice == other.Notice && one.Field == other.Field;

    /// <summary>A file edited by hand may leave out what the type demands.</summary>
    private static bool IsWhole(Correction? one) =>
        one is { Notice: not null, Field: not null, Values: not null, Was: not null, By: not null };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(List<Correction>))]
internal sealed partial class CorrectionJsonContext : JsonSerializerContext;
