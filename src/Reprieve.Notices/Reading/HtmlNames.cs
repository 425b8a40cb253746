using System.Buffers;
using System.Text;

namespace Reprieve.Notices;

/// <summary>
/// Names of elements, attributes and properties are mostly written in small letters. So they are looked up as they
/// stand, and in small letters only where they are not found and have capitals.
/// </summary>
internal static class HtmlNames
{
    /// <summary>No name that is looked for is longer.</summary>
    public const int Longest = 16;

    public static bool HasCapitals(ReadOnlySpan<char> name) => name.ContainsAnyInRange('A', 'Z');

    /// <summary>A name in small letters; nothing where it is longer, or has others than ASCII letters.</summary>
    public static ReadOnlySpan<char> Small(ReadOnlySpan<char> name, Span<char> room) =>
        Ascii.ToLower(name, room, out int length) == OperationStatus.Done ? room[..length] : [];
}
