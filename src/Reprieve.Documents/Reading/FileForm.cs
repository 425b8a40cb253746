namespace Reprieve.Documents.Reading;

/// <summary>What a file is by its first bytes; its name may say anything.</summary>
internal enum FileForm
{
    Unknown,
    Pdf,
    Png,
    Jpeg,
    Gif,
    Ofd,
}

/// <summary>Tells the forms of files apart.</summary>
internal static class FileForms
{
    // Viewers accept a header anywhere in the first kilobyte (mail gateways and scanners put bytes before it).
    private const int PdfHeaderWithin = 1024;

    public static FileForm Of(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0 ? FileForm.Pdf
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? FileForm.Png
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileForm.Jpeg
        : bytes.StartsWith("PK"u8) && bytes.IndexOf("OFD.xml"u8) >= 0 ? FileForm.Ofd
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? FileForm.Gif
        : FileForm.Unknown;
}
