using System.Text;
using Reprieve.Knowledge;
using Reprieve.Knowledge.Loading;
using YamlDotNet.Core.Events;

namespace Reprieve.Responses.Interview;

/// <summary>Where in a file of answers a new entry can stand, and how it must be written there.</summary>
/// <param name="At">Offset of the insertion, in UTF-16 code units.</param>
/// <param name="Indent">Spaces before the dash of an entry.</param>
internal sealed record AnswerFileLayout(int At, int Indent, AnswerFileLayout.Place Where)
{
    internal enum Place
    {
        /// <summary>Nothing but comments: the whole skeleton is written.</summary>
        EmptyFile,

        /// <summary>There is no list of answers: its key is written too.</summary>
        NoList,

        /// <summary>After the last entry of a block list.</summary>
        Block,

        /// <summary>Inside the brackets of an empty list.</summary>
        EmptyBrackets,

        /// <summary>Inside the brackets, after the last entry.</summary>
        Brackets,
    }

    /// <summary>Walks the file's events once, keeping the end of the last thing that stands in the list of answers.</summary>
    public static AnswerFileLayout Of(string text)
    {
        var parser = new BoundedYamlParser(new StringReader(text), AnswerFileReader.MaxDepth);
        int depth = 0;
        int end = 0;
        bool answersNext = false;
        SequenceStart? list = null;
        AnswerFileLayout? found = null;
        MappingStart? root = null;
        List<bool> flow = [];
        while (parser.MoveNext() && parser.Current is { } now)
        {
            switch (now)
            {
                case MappingStart or SequenceStart:
                    if (depth == 0)
                    {
                        root = now as MappingStart;
                    }

                    if (depth == 1 && answersNext && now is SequenceStart start)
                    {
                        list = start;
                    }

                    bool isFlow =
                        now is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
                    flow.Add(isFlow);
                    answersNext = answersNext && depth != 1;
                    depth++;
                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    bool closesFlow = flow[^1];
                    flow.RemoveAt(flow.Count - 1);
                    if (list is not null && depth == 1 && found is null)
                    {
                        found = AfterLast(text, list, end);
                    }

                    // The end mark of a bracket is where it stands, or behind it, by version of the parser.
                    end = closesFlow ? text.IndexOfAny([']', '}'], (int)now.Start.Index) + 1 : end;
                    break;
                case Scalar scalar:
                    if (depth == 1 && answersNext)
                    {
                        // "answers:" without a value: the entries follow on the next line.
                        found = new(LineEnd(text, (int)scalar.End.Index), Column(root) + 2, Place.Block);
                        answersNext = false;
                    }
                    else
                    {
                        answersNext = depth == 1 && scalar is { IsKey: true, Value: "answers" };
                    }

                    end = (int)scalar.End.Index;
                    break;
                case DocumentEnd document when found is null:
                    int at = document.IsImplicit ? text.Length : (int)document.Start.Index;
                    found = new(at, Column(root), root is null ? Place.EmptyFile : Place.NoList);
                    break;
                default:
                    break;
            }
        }

        return found ?? new(text.Length, 0, Place.EmptyFile);
    }

    /// <summary>The text with the entries put in, in the file's own manner of ending lines.</summary>
    /// <param name="given">What is put down for them at once; null leaves them open.</param>
    public string Insert(string text, IReadOnlyList<Question> questions, GivenAnswer? given = null)
    {
        string newline = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var added = new StringBuilder();
        bool midLine = At > 0 && text[At - 1] != '\n';
        switch (Where)
        {
            case Place.EmptyFile:
                added.Append(midLine ? "\n" : "").Append(AnswerEntry.Skeleton()).Append("answers:\n");
                break;
            case Place.NoList:
                added.Append(midLine ? "\n" : "").Append(' ', Indent).Append("answers:\n");
                break;
            case Place.Block:
                added.Append(midLine ? "\n" : "");
                break;
            case Place.Brackets:
                added.Append(',');
                break;
            default:
                break;
        }

        bool brackets = Where is Place.Brackets or Place.EmptyBrackets;
        int indent = Where is Place.EmptyFile or Place.NoList ? Indent + 2 : Indent;
        added.AppendJoin(
            brackets ? "," : "",
            questions.Select(q => brackets ? AnswerEntry.Flow(q, given) : AnswerEntry.Block(q, indent, given))
        );
        return text[..At] + added.Replace("\n", newline) + text[At..];
    }

    private static AnswerFileLayout AfterLast(string text, SequenceStart list, int lastEnd)
    {
        int open = text.IndexOf('[', (int)list.Start.Index) + 1;
        if (list.Style == SequenceStyle.Flow)
        {
            return lastEnd <= open ? new(open, 0, Place.EmptyBrackets) : new(lastEnd, 0, Place.Brackets);
        }

        return new(LineEnd(text, lastEnd), Column(list), Place.Block);
    }

    /// <summary>Start of the line after an offset; the end of the text when there is none.</summary>
    private static int LineEnd(string text, int index)
    {
        if (index > 0 && index <= text.Length && text[index - 1] == '\n')
        {
            return index;
        }

        int newline = text.IndexOf('\n', Math.Min(index, text.Length));
        return newline < 0 ? text.Length : newline + 1;
    }

    private static int Column(ParsingEvent? start) => start is null ? 0 : (int)start.Start.Column - 1;
}
