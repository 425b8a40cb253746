using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Reprieve.Documents.Reading;

/// <summary>The PDF library's own filters, each behind the reading budget.</summary>
internal sealed class BoundedFilters(ReadingBudget budget) : IFilterProvider
{
    private readonly IFilterProvider _filters = DefaultFilterProvider.Instance;

    public ReadingBudget Budget => budget;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(_filters.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bounded(_filters.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(_filters.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters)
    {
        budget.Tick();
        return filters.Count == 0 ? filters : [.. filters.Select(filter => new BoundedFilter(filter, budget))];
    }
}

/// <summary>Refuses to unpack what would not fit, before it is in memory.</summary>
internal sealed class BoundedFilter(IFilter filter, ReadingBudget budget) : IFilter
{
    // Worst cases: two bytes of run length make 128; LZW's longest code is 4,096 bytes in twelve bits.
    private const int RunLengthGrowth = 64;
    private const int MaxLzwBytes = ReadingBudget.MaxStreamBytes / 2731;

    public bool IsSupported => filter.IsSupported;

    public Memory<byte> Decode(
        Memory<byte> input,
        DictionaryToken streamDictionary,
        IFilterProvider filterProvider,
        int filterIndex
    )
    {
        budget.Tick();
        budget.Within(Fits(input));
        Memory<byte> output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        budget.Unpacked(output.Length);
        return output;
    }

    private bool Fits(Memory<byte> input) =>
        filter switch
        {
            FlateFilter => Inflated(input) <= ReadingBudget.MaxStreamBytes,
            LzwFilter => input.Length <= MaxLzwBytes,
            RunLengthFilter => input.Length <= ReadingBudget.MaxStreamBytes / RunLengthGrowth,
            _ => true,
        };

    /// <summary>Counts what a zlib stream unfolds into, as far as the limit; a broken one is left to the library.</summary>
    private static long Inflated(Memory<byte> input)
    {
        const int zlibHeader = 2;
        if (input.Length <= zlibHeader)
        {
            return 0;
        }

        long total = 0;
        byte[] buffer = new byte[64 * 1024];
        try
        {
            using var packed = new MemoryStream(input[zlibHeader..].ToArray(), writable: false);
            using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
            int read;
            while (total <= ReadingBudget.MaxStreamBytes && (read = deflate.Read(buffer)) > 0)
            {
                total += read;
            }
        }
        catch (InvalidDataException)
        {
            // What came before the fault was counted.
        }

        return total;
    }
}
