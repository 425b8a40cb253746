using System.Text;

namespace Reprieve.Cases;

/// <summary>Writes a file whole or not at all: beside its place first, then moved over it.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(string path, string content)
    {
        string beside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(beside, content, Utf8);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CaseException(Say.Texts.Get("Cannot_Write", path, fault.Message), fault);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
