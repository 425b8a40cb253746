namespace Reprieve.Practices.Reports;

/// <summary>Large arrays whose elements are read before they are written.</summary>
internal static class Zeros
{
    /// <summary>An array of zeros that was written: memory that is read first is handed out twice by the system.</summary>
    public static T[] Of<T>(int length)
    {
        T[] array = GC.AllocateUninitializedArray<T>(length);
        array.AsSpan().Clear();
        return array;
    }
}
