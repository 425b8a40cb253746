using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class TableReaderTests
{
    [Theory]
    [InlineData('\t', "\r\n")]
    [InlineData('\t', "\n")]
    [InlineData('\t', "\r")]
    [InlineData(',', "\r\n")]
    [InlineData(',', "\n")]
    [InlineData(',', "\r")]
    public void Rows_are_the_same_wherever_a_buffer_ends(char delimiter, string lineEnd) =>
        Gen.Select(Gen.String[Gen.Char["ab é"], 0, 4].Array[3].Array[1, 40], Gen.Int[1, 60].Array[1, 10])
            .Sample(
                (rows, pieces) =>
                {
                    List<string[]> written =
                    [
                        ["x", "y", "z"],
                        .. rows.Where(row => row.Any(HasText)),
                    ];
                    string text = string.Concat(written.Select(row => string.Join(delimiter, row) + lineEnd));
                    using var reader = new Piecemeal(text, pieces);
                    var table = new TableReader(reader, delimiter);
                    foreach (string[] row in written)
                    {
                        table.Read().ShouldBeTrue();
                        table.Fault.ShouldBe(RowFault.None);
                        Fields(table).ShouldBe(row);
                    }

                    table.Read().ShouldBeFalse();
                },
                iter: 1000
            );

    private static bool HasText(string field) => !string.IsNullOrWhiteSpace(field);

    private static string[] Fields(TableReader table) =>
        [.. Enumerable.Range(0, table.Fields).Select(field => table[field].ToString())];

    /// <summary>A text that comes in pieces of these lengths, over and over.</summary>
    private sealed class Piecemeal(string text, int[] pieces) : StringReader(text)
    {
        private int _piece;

        public override int Read(char[] buffer, int index, int count) =>
            base.Read(buffer, index, Math.Min(count, pieces[_piece++ % pieces.Length]));
    }
}
