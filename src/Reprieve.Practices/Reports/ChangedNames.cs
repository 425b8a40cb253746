using System.Text;

namespace Reprieve.Practices.Reports;

/// <summary>Numbers of texts that are changed before they are kept; each is changed once, as a column has few of them.</summary>
internal sealed class ChangedNames(Names names, Func<string, string> change) : TextNumbers
{
    protected override int New(ReadOnlySpan<byte> text) => names.Of(change(Encoding.UTF8.GetString(text)));
}
