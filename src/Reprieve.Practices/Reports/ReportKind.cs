using System.Runtime.CompilerServices;
using System.Text;
using Reprieve.Practices.Mapping;

namespace Reprieve.Practices.Reports;

/// <summary>A kind of report: how its header is known, and how a row of it is taken.</summary>
/// <param name="Code">What its rows are; also its code in <c>files[].type</c>, unless <see cref="Type"/> says another.</param>
/// <param name="Columns">The columns it reads, by normalised name (<see cref="Header.Normalise"/>).</param>
/// <param name="Needed">How many of them, from the first, must be there to recognise it.</param>
/// <param name="Take">Keeps what is needed of a row; returns why it is rejected, or null.</param>
internal sealed record ReportKind(
    string Code,
    IReadOnlyList<string> Columns,
    int Needed,
    Func<ReportRow, Imports, string?> Take
)
{
    /// <summary>Its name in <c>knowledge/columns</c>: several downloads may fill one type.</summary>
    public string Name { get; init; } = Code;

    /// <summary>What <c>files[].type</c> calls it, where it is one of a family; else its code.</summary>
    public string Type { get; init; } = Code;

    /// <summary>
    /// All kinds that are tables, the most particular first. A further format (a download in another language,
    /// a mapped table) is one more entry.
    /// </summary>
    public static IReadOnlyList<ReportKind> All { get; } =
    [
        AllOrdersReport.Kind,
        SellerFeedbackReport.Kind,
        ShipmentsTable.Kind,
        ClaimsTable.Kind,
        CancellationsTable.Kind,
        ListingsReport.Kind,
        AmazonListingFindings.Issues,
        AmazonListingFindings.Suppressed,
        FbmReturnsReport.Kind,
        FbaReturnsReport.Kind,
        OrderReport.Kind,
        OrderDefectsDownload.ByType,
        OrderDefectsDownload.ByColumn,
        ValidTrackingDownload.Kind,
        ProductReviews.Kind,
        VoiceOfTheCustomer.Kind,
    ];
}

/// <summary>The current row of a report, by the columns of its kind; fields are trimmed, absent ones empty.</summary>
/// <param name="mapping">What the seller said of its words; null for tables known by themselves.</param>
internal sealed class ReportRow(
    RowFields fields,
    int[] columns,
    int fileIndex,
    ImportedFile file,
    TableMapping? mapping = null
)
{
    /// <summary>Index of the file in <see cref="Imports.Files"/>.</summary>
    public int File { get; } = fileIndex;

    /// <summary>Why a row cannot be looked into; null when it can.</summary>
    public static string? Fault(RowFault fault, int fields, Header header) =>
        fault switch
        {
            RowFault.TooLong => Say.Texts.Get("RowTooLong", TableReader.MaxRow),
            RowFault.OpenQuote => Say.Texts.Get("RowOpenQuote"),
            RowFault.NulBytes => Say.Texts.Get("RowNul"),
            _ when fields > header.Fields => Say.Texts.Get("RowTooManyFields", fields, header.Fields),
            _ => null,
        };

    /// <summary>Whether the file has a column.</summary>
    public bool Has(int column) => columns[column] >= 0 || mapping?.Sets(column) == true;

    /// <summary>A field as characters.</summary>
    public ReadOnlySpan<char> this[int column] => fields.Characters(Utf8(column));

    /// <summary>A field as UTF-8, which costs nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Utf8(int column)
    {
        ReadOnlySpan<byte> field = Utf8Text.Trim(fields[columns[column]]);
        return mapping is null ? field : Mapped(column, field);
    }

    /// <summary>Reads the id of an order; false when something else is there.</summary>
    public bool TryOrder(int column, Names names, out OrderKey order) =>
        OrderKey.TryRead(Utf8(column), names, out order);

    /// <summary>Reads a date; false when something is there that is none.</summary>
    public bool TryStamp(int column, out Stamp stamp)
    {
        ReadOnlySpan<byte> field = Utf8(column);
        if (!IsoStamp.TryRead(field, out stamp) && !StampReader.TryRead(fields.Characters(field), out stamp))
        {
            return false;
        }

        file.Saw(stamp);
        return true;
    }

    private ReadOnlySpan<byte> Mapped(int column, ReadOnlySpan<byte> field) =>
        mapping!.Word(column, fields.Characters(field)) is { } word ? Encoding.UTF8.GetBytes(word) : field;
}
