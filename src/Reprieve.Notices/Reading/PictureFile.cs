namespace Reprieve.Notices;

/// <summary>Reads a screenshot through Tesseract, where that is installed; what it gives is marked as recognised.</summary>
internal static class PictureFile
{
    public static ReadResult Read(byte[] content, string source) => Read(content, source, Tesseract.Installed);

    public static ReadResult Read(byte[] content, string source, Tesseract? tesseract)
    {
        if (tesseract is null)
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_PictureNoTool", source));
        }

        string? text = tesseract.Recognise(content);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_PictureNoText", source));
        }

        ReadResult read = TextFile.Of(text, content, source, notes: [Say.Texts.Get("Note_Picture")]);
        return read with { Message = read.Message! with { FromPicture = true } };
    }
}
