using System.Globalization;
using Reprieve.Storage;

namespace Reprieve.Server.Watching;

/// <summary>By what names mails lie in a case that came by themselves.</summary>
internal static class ArrivalFiles
{
    private const string Folder = "mail/";

    /// <summary>The same for the same mail, whenever it is put in: its arrival in UTC and the beginning of its hash.</summary>
    public static string Name(Arrival arrival) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Folder}{arrival.At.ToUniversalTime():yyyy-MM-dd HHmm} {arrival.Message!.Sha256[..8]}.eml"
        );

    /// <summary>Whether a file of a case is such a mail.</summary>
    public static bool IsOne(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".eml", StringComparison.Ordinal);
}
