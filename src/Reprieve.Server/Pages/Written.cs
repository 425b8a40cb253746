using System.Text;

namespace Reprieve.Server.Pages;

/// <summary>A piece of one of our own Markdown pages.</summary>
/// <param name="Kind">title, section, part, text, items, steps or copy.</param>
/// <param name="Lines">One text, or one an item.</param>
internal sealed record WrittenBlock(string Kind, IReadOnlyList<string> Lines);

/// <summary>
/// Reads the Markdown that the packer writes, and nothing else: headings, paragraphs, two kinds of lists, and text to
/// copy. What it does not know stays text. Lines that tell a command of ours are left out: the workbench has its buttons.
/// </summary>
internal static class Written
{
    public static IReadOnlyList<WrittenBlock> Read(string page)
    {
        List<WrittenBlock> blocks = [];
        string[] lines = page.ReplaceLineEndings("\n").Split('\n');
        for (int at = 0; at < lines.Length; )
        {
            if (lines[at].Length == 0)
            {
                at++;
                continue;
            }

            string kind = KindOf(lines[at]);
            List<string> taken = [];
            if (kind == "copy")
            {
                for (at++; at < lines.Length && !lines[at].StartsWith("```", StringComparison.Ordinal); at++)
                {
                    taken.Add(lines[at]);
                }

                at++;
            }
            else
            {
                for (; at < lines.Length && lines[at].Length > 0 && KindOf(lines[at]) == kind; at++)
                {
                    if (!TellsCommand(lines[at]))
                    {
                        taken.Add(Without(lines[at], kind));
                    }
                }
            }

            if (taken.Count > 0)
            {
                blocks.Add(new WrittenBlock(kind, taken));
            }
        }

        return blocks;
    }

    /// <summary>A text cut into plain and code pieces: what came from outside stands between backticks.</summary>
    public static IEnumerable<(string Text, bool Code)> Pieces(string text)
    {
        var plain = new StringBuilder();
        for (int at = 0; at < text.Length; )
        {
            int ticks = 0;
            while (at + ticks < text.Length && text[at + ticks] == '`')
            {
                ticks++;
            }

            int end = ticks == 0 ? -1 : text.IndexOf(new string('`', ticks), at + ticks, StringComparison.Ordinal);
            if (end < 0)
            {
                plain.Append(text, at, Math.Max(ticks, 1));
                at += Math.Max(ticks, 1);
                continue;
            }

            if (plain.Length > 0)
            {
                yield return (plain.ToString(), false);
                plain.Clear();
            }

            yield return (text[(at + ticks)..end].Trim(), true);
            at = end + ticks;
        }

        if (plain.Length > 0)
        {
            yield return (plain.ToString(), false);
        }
    }

    private static string KindOf(string line) =>
        line.StartsWith("# ", StringComparison.Ordinal) ? "title"
        : line.StartsWith("## ", StringComparison.Ordinal) ? "section"
        : line.StartsWith("### ", StringComparison.Ordinal) ? "part"
        : line.StartsWith("- ", StringComparison.Ordinal) ? "items"
        : line.StartsWith("```", StringComparison.Ordinal) ? "copy"
        : IsStep(line) ? "steps"
        : "text";

    /// <summary>Whether a line tells a command of the console.</summary>
    public static bool TellsCommand(string line) =>
        Pieces(line).Any(piece => piece.Code && piece.Text.StartsWith("reprieve ", StringComparison.Ordinal));

    private static bool IsStep(string line)
    {
        int digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line.AsSpan(digits).StartsWith(". ");
    }

    private static string Without(string line, string kind) =>
        kind == "text" ? line : line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
