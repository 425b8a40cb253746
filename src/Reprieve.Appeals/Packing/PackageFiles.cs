using Reprieve.Responses.Export;

namespace Reprieve.Appeals.Packing;

/// <summary>The names of a package's files, and which of them go out to Amazon.</summary>
public static class PackageFiles
{
    /// <summary>What to know and do in the first hour.</summary>
    public const string FirstHour = "first-hour.md";

    /// <summary>The exact clicks.</summary>
    public const string HowToSend = "how-to-send.md";

    /// <summary>Where missing files are downloaded.</summary>
    public const string HowToGet = "how-to-get.md";

    /// <summary>Which paper proves what.</summary>
    public const string Evidence = "evidence.md";

    /// <summary>All that goes out, with the index of evidence, in one file: for a lawyer or a colleague.</summary>
    public const string Archive = "package.zip";

    /// <summary>The folder of the papers that go with the answer.</summary>
    public const string Attachments = "attachments";

    /// <summary>Whether a file of the package goes to Amazon: the text, its Word form, and the papers.</summary>
    public static bool GoesOut(string path) =>
        IsText(path) || IsAttachment(path) || path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it belongs into the archive: what goes out, and which paper proves what.</summary>
    public static bool IsHandedOn(string path) => GoesOut(path) || path == Evidence;

    /// <summary>Whether it is the text that is pasted.</summary>
    public static bool IsText(string path) =>
        !path.Contains('/', StringComparison.Ordinal)
        && path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
        && path != ResponseFiles.MirrorFile;

    /// <summary>Whether it is a paper that goes with the answer.</summary>
    public static bool IsAttachment(string path) => path.StartsWith(Attachments + "/", StringComparison.Ordinal);
}
