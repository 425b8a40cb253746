namespace Reprieve.Practices.Reports;

/// <summary>The sentences with which a row is rejected. A quoted value is cut short: it may be anything.</summary>
internal static class Reject
{
    private const int Shown = 40;

    public static string OrderId(ReadOnlySpan<char> value) => Say.Texts.Get("RowOrderId", Short(value));

    public static string Date(string column, ReadOnlySpan<char> value) =>
        value.IsEmpty ? Say.Texts.Get("RowNoDate", column) : Say.Texts.Get("RowDate", column, Short(value));

    public static string NotInList(string column, ReadOnlySpan<char> value, IEnumerable<string> list) =>
        Say.Texts.Get("RowNotInList", column, Short(value), string.Join(", ", list));

    public static string Number(string column, ReadOnlySpan<char> value, int from, int to) =>
        Say.Texts.Get("RowNumber", column, Short(value), from, to);

    public static string Empty(string column) => Say.Texts.Get("RowEmpty", column);

    /// <summary>A value cut short, to be quoted.</summary>
    public static string Short(ReadOnlySpan<char> value) =>
        value.Length <= Shown ? value.ToString() : string.Concat(value[..Shown], "…");
}
