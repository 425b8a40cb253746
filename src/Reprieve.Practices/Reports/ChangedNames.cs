using System.Runtime.CompilerServices;
using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>Numbers of texts that are changed before they are kept; each is changed once, as a column has few of them.</summary>
internal sealed class ChangedNames(Names names, Func<string, string> change)
{
    private readonly HashedNumbers _numbers = new();

    /// <param name="text">UTF-8.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Of(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        ulong hash = TextHash.Of(text);
        return _numbers.Find(hash) is > 0 and var number ? number : Add(text, hash);
    }

    private int Add(ReadOnlySpan<byte> text, ulong hash)
    {
        int number = names.Of(change(Encoding.UTF8.GetString(text)));
        _numbers.Add(hash, number);
        return number;
    }
}
