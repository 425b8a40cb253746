using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Reprieve.Cases;
using Reprieve.Server.Design;
using Reprieve.Storage;

namespace Reprieve.Server.Desk;

/// <summary>The versions of an answer's text that the store keeps, and what changed between two.</summary>
internal static class TextVersions
{
    private const string Path = CasePaths.OutputName + "/plan.txt";
    private const int LongestText = 200_000;
    private static readonly char[] SentenceEnds = ['.', '!', '?', '。', '！', '？'];

    /// <summary>The versions, newest first.</summary>
    public static Task<IReadOnlyList<StoredFile>> OfAsync(CaseStore store, CaseId id, CancellationToken cancel) =>
        store.HistoryAsync(id, Path, cancel);

    /// <summary>The text as it was at a revision.</summary>
    /// <exception cref="StorageException">There was none then.</exception>
    public static async Task<string> TextAsync(CaseStore store, CaseId id, int revision, CancellationToken cancel)
    {
        await using Stream content = await store.OpenFileAsync(id, Path, revision, cancel);
        using var reader = new StreamReader(content, Encoding.UTF8);
        char[] buffer = new char[LongestText];
        int length = await reader.ReadBlockAsync(buffer, cancel);
        return new string(buffer, 0, length).ReplaceLineEndings("\n");
    }

    /// <summary>What changed from one text to another, a sentence a line.</summary>
    public static IReadOnlyList<DiffLine> Between(string before, string after) =>
        [
            .. InlineDiffBuilder
                .Diff(Sentences(before), Sentences(after))
                .Lines.Select(line => new DiffLine(
                    line.Type switch
                    {
                        ChangeType.Inserted => DiffKind.Added,
                        ChangeType.Deleted => DiffKind.Removed,
                        _ => DiffKind.Same,
                    },
                    line.Text
                )),
        ];

    /// <summary>A paragraph is one long line: cut behind its sentences, a change of a word stays small.</summary>
    private static string Sentences(string text)
    {
        var cut = new StringBuilder(text.Length + 64);
        for (int at = 0; at < text.Length; at++)
        {
            cut.Append(text[at]);
            if (Ends(text, at))
            {
                cut.Append('\n');
                at += at + 1 < text.Length && text[at + 1] == ' ' ? 1 : 0;
            }
        }

        return cut.ToString().TrimEnd('\n');
    }

    /// <summary>Whether a sentence ends here: "p.m." and the number of an item end none.</summary>
    private static bool Ends(string text, int at) =>
        Array.IndexOf(SentenceEnds, text[at]) >= 0
        && (
            text[at] > 128
            || (
                at > 0
                && !char.IsAsciiDigit(text[at - 1])
                && at + 2 < text.Length
                && text[at + 1] == ' '
                && char.IsUpper(text[at + 2])
            )
        );
}
