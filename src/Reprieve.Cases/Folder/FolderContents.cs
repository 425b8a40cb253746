using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Practices.Reports;

namespace Reprieve.Cases;

/// <summary>What a case folder holds, each file recognised by its content; paths are relative, with forward slashes.</summary>
public sealed record FolderContents
{
    private const int MostFiles = 5_000;
    private const int DeepestFolder = 4;

    /// <summary>Messages: notices, and answers to earlier appeals.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>Reports, with the types that they fill; a file with several tables stands once for each.</summary>
    public required IReadOnlyList<(string Path, string Type)> Reports { get; init; }

    /// <summary>Papers: PDF files and pictures.</summary>
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>Whether <c>answers.yaml</c> is there.</summary>
    public required bool HasAnswers { get; init; }

    /// <summary>Files that nothing recognised, and why.</summary>
    public required IReadOnlyList<UnreadableFile> Unrecognised { get; init; }

    /// <summary>By what its tables were known.</summary>
    public required TableFormats Formats { get; init; }

    /// <summary>The same, with papers that turned out to be messages.</summary>
    internal FolderContents WithMessages(IReadOnlyList<string> papers) =>
        this with
        {
            Messages = [.. Messages, .. papers],
            Documents = [.. Documents.Where(paper => !papers.Contains(paper))],
        };

    /// <summary>Looks through the folder; the package, the rounds and hidden files are passed over.</summary>
    /// <param name="progress">Told which file is looked at.</param>
    /// <exception cref="CaseException">The folder cannot be read, or holds more files than a case does.</exception>
    public static FolderContents Of(
        CasePaths paths,
        KnowledgeBase knowledge,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var formats = TableFormats.Of(knowledge, paths.Folder);
        List<string> messages = [];
        List<(string, string)> reports = [];
        List<string> documents = [];
        List<UnreadableFile> unrecognised = [];
        bool hasAnswers = false;
        foreach (string path in Files(paths))
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new ReviewProgress(path, 0, 0, 0, ReviewStage.Looking));
            string full = Path.Combine(paths.Folder, path);
            if (path == CasePaths.AnswersName)
            {
                hasAnswers = true;
            }
            else if (
                path is CasePaths.TablesName or CasePaths.ModelLogName
                || CasePaths.IsSaid(path)
                || OwnFile.Is(full)
            )
            {
                continue;
            }
            else if (PaperFormat.Of(full) is not null)
            {
                documents.Add(path);
            }
            else if (ReportRecogniser.TablesIn(full, formats) is { Count: > 0 } tables)
            {
                reports.AddRange(tables.Select(table => (path, table.Fills)));
            }
            else if (MessageReader.LooksLikeMessage(full))
            {
                messages.Add(path);
            }
            else
            {
                unrecognised.Add(new UnreadableFile(path, ReportRecogniser.Advice(full, formats) ?? WhyNot(full)));
            }
        }

        return new FolderContents
        {
            Messages = messages,
            Reports = reports,
            Documents = documents,
            HasAnswers = hasAnswers,
            Unrecognised = unrecognised,
            Formats = formats,
        };
    }

    private static List<string> Files(CasePaths paths)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = DeepestFolder,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = true,
        };
        string output = Path.GetRelativePath(paths.Folder, paths.Output).Replace('\\', '/');
        List<string> found =
        [
            .. Directory
                .EnumerateFiles(paths.Folder, "*", options)
                .Select(file => Path.GetRelativePath(paths.Folder, file).Replace('\\', '/'))
                .Where(path => !IsOurs(path, output))
                .Take(MostFiles + 1),
        ];
        if (found.Count > MostFiles)
        {
            throw new CaseException(Say.Texts.Get("Folder_TooMany", paths.Folder, MostFiles));
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static bool IsOurs(string path, string output) =>
        Leftover.Is(path)
        || path.StartsWith(output + "/", StringComparison.Ordinal)
        || CasePaths.IsWritten(path)
        || CasePaths.IsKept(path);

    private static string WhyNot(string path) =>
        new FileInfo(path).Length == 0
            ? Say.Texts.Get("File_Empty")
            : Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".XLSX" or ".XLS" => Say.Texts.Get("File_Excel"),
                ".ZIP" or ".RAR" or ".7Z" => Say.Texts.Get("File_Archive"),
                ".DOCX" or ".DOC" => Say.Texts.Get("File_Word"),
                ".HEIC" or ".HEIF" => Say.Texts.Get("File_Heic"),
                ".PDF" => Say.Texts.Get("File_BrokenPdf"),
                _ => Say.Texts.Get("File_Unknown"),
            };
}
