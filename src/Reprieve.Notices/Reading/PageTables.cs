using System.Globalization;
using System.Net;
using System.Text;

namespace Reprieve.Notices;

/// <summary>A table of a saved page: its rows, each with the text of its cells.</summary>
/// <param name="Rows">A cell that spans columns or rows stands in each of them.</param>
public sealed record PageTable(IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>
/// The tables of a saved page, in one pass over its tags and bounded whatever the page holds. A table inside a cell is
/// a table of its own, and no part of that cell's text.
/// </summary>
public static class PageTables
{
    /// <summary>Tables, cells of all of them and characters of a cell beyond which the rest is not looked at.</summary>
    private const int MaxTables = 200;
    private const int MaxCells = 4_000_000;
    private const int MaxCell = 4_000;

    private const int MaxDepth = 20;

    /// <summary>The tables that have at least one cell, in the order in which they begin.</summary>
    public static IReadOnlyList<PageTable> Read(ReadOnlyMemory<byte> page)
    {
        string? text = Charsets.Decode(page.Span, HtmlText.OwnCharset(page.Span));
        return new Collector(text).Run();
    }

    private sealed class Collector(string html)
    {
        private readonly List<OpenTable> _tables = [];
        private readonly Stack<OpenTable> _open = new();
        private readonly Budget _budget = new();
        private bool _raw;

        public IReadOnlyList<PageTable> Run()
        {
            var scanner = new HtmlScanner(html);
            while (_budget.Cells < MaxCells && scanner.Next() is var piece and not HtmlPiece.None)
            {
                switch (piece)
                {
                    case HtmlPiece.Text when !_raw && _open.Count > 0:
                        _open.Peek().Write(scanner.Text);
                        break;
                    case HtmlPiece.Start:
                        _raw = HtmlTags.IsRaw(scanner.Tag);
                        Start(ref scanner);
                        break;
                    case HtmlPiece.End:
                        _raw = false;
                        End(scanner.Tag);
                        break;
                }
            }

            foreach (OpenTable table in _open)
            {
                table.EndRow();
            }

            return [.. _tables.Where(table => table.Rows.Count > 0).Select(table => new PageTable(table.Rows))];
        }

        private void Start(ref HtmlScanner scanner)
        {
            HtmlTag tag = scanner.Tag;
            if (tag == HtmlTag.Table)
            {
                if (_open.Count < MaxDepth && _tables.Count < MaxTables)
                {
                    _tables.Add(new OpenTable(_budget));
                    _open.Push(_tables[^1]);
                }
            }
            else if (_open.Count > 0)
            {
                OpenTable table = _open.Peek();
                switch (tag)
                {
                    case HtmlTag.Row:
                        table.EndRow();
                        break;
                    case HtmlTag.Cell:
                        table.StartCell(Number(ref scanner, HtmlTrait.Columns), Number(ref scanner, HtmlTrait.Rows));
                        break;
                    default:
                        table.Break(HtmlTags.LineEnds(tag) > 0);
                        break;
                }
            }
        }

        private void End(HtmlTag tag)
        {
            if (_open.Count == 0)
            {
                return;
            }

            switch (tag)
            {
                case HtmlTag.Table:
                    _open.Pop().EndRow();
                    break;
                case HtmlTag.Row:
                    _open.Peek().EndRow();
                    break;
                case HtmlTag.Cell:
                    _open.Peek().EndCell();
                    break;
                default:
                    _open.Peek().Break(HtmlTags.LineEnds(tag) > 0);
                    break;
            }
        }

        /// <summary>A span as the page gives it; one where it gives none or nonsense.</summary>
        private static int Number(ref HtmlScanner scanner, HtmlTrait trait)
        {
            foreach (HtmlValue value in scanner.Attributes)
            {
                if (
                    value.Trait == trait
                    && int.TryParse(
                        scanner.ValueOf(value),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out int number
                    )
                )
                {
                    return Math.Max(1, number);
                }
            }

            return 1;
        }
    }

    /// <summary>Cells of all tables so far, those that spans repeat included.</summary>
    private sealed class Budget
    {
        public int Cells { get; set; }
    }

    /// <summary>A table whose end has not come yet.</summary>
    private sealed class OpenTable(Budget budget)
    {
        private const int MaxColumns = 1_000;
        private const int MaxRowSpan = 10_000;

        private readonly StringBuilder _text = new();
        private readonly Dictionary<int, (int Rows, string Text)> _hanging = [];
        private List<string>? _row;
        private bool _inCell;
        private bool _space;
        private int _columns;
        private int _rows;

        public List<IReadOnlyList<string>> Rows { get; } = [];

        /// <summary>Begins a cell.</summary>
        public void StartCell(int columns, int rows)
        {
            EndCell();
            _row ??= [];
            Hang();
            (_inCell, _space) = (true, false);
            _columns = Math.Min(columns, Math.Max(1, MaxColumns - _row.Count));
            _rows = Math.Min(rows, MaxRowSpan);
        }

        public void Write(ReadOnlySpan<char> text)
        {
            if (!_inCell || _text.Length >= MaxCell)
            {
                return;
            }

            foreach (char c in WebUtility.HtmlDecode(text[..Math.Min(text.Length, MaxCell)].ToString()))
            {
                if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '\u00A0')
                {
                    _space = true;
                    continue;
                }

                Break(false);
                _text.Append(c);
            }
        }

        /// <summary>A block or line end inside a cell parts words; what parts words is written when the next one comes.</summary>
        public void Break(bool ends)
        {
            if (ends)
            {
                _space = true;
            }
            else if (_space)
            {
                _space = false;
                if (_text.Length > 0)
                {
                    _text.Append(' ');
                }
            }
        }

        public void EndCell()
        {
            if (!_inCell || _row is null)
            {
                return;
            }

            string text = _text.ToString();
            for (int i = 0; i < _columns && _row.Count < MaxColumns; i++)
            {
                if (_rows > 1)
                {
                    _hanging[_row.Count] = (_rows, text);
                }

                Add(text);
            }

            _text.Clear();
            _inCell = false;
        }

        public void EndRow()
        {
            EndCell();
            if (_row is null)
            {
                return;
            }

            Hang();
            Rows.Add(_row);
            _row = null;
            foreach (int column in _hanging.Keys.ToList())
            {
                (int rows, string text) = _hanging[column];
                if (rows <= 1)
                {
                    _hanging.Remove(column);
                }
                else
                {
                    _hanging[column] = (rows - 1, text);
                }
            }
        }

        /// <summary>Takes down the cells that hang from rows above into the next places.</summary>
        private void Hang()
        {
            while (
                _row!.Count < MaxColumns
                && budget.Cells < MaxCells
                && _hanging.TryGetValue(_row.Count, out (int Rows, string Text) cell)
            )
            {
                Add(cell.Text);
            }
        }

        private void Add(string text)
        {
            _row!.Add(text);
            budget.Cells++;
        }
    }
}
