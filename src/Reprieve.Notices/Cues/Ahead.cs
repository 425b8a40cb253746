using System.Runtime.CompilerServices;

namespace Reprieve.Notices;

/// <summary>
/// Memory that is needed in a moment is looked at ahead, many places at once, as a processor does not wait for one before
/// it asks for the next.
/// </summary>
internal static class Ahead
{
    /// <summary>Takes what was looked at, which nobody needs, so that it is looked at.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Came(ulong seen) { }
}
