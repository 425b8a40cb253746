using System.Globalization;
using System.Text;
using Reprieve.Responses.Checking.Fixing;

namespace Reprieve.Responses.Checking;

/// <summary>Writes a text with its edits made beside the original, which is never touched.</summary>
public static class FixedCopy
{
    /// <summary><c>plan.fixed.txt</c> beside <c>plan.txt</c>, or <c>plan.fixed-2.txt</c> where that is taken.</summary>
    /// <returns>The path that was written.</returns>
    /// <exception cref="PlanTextException">The original cannot be read, or the copy cannot be written.</exception>
    public static string Write(string path, IReadOnlyList<SafeEdit> edits)
    {
        string extension = Path.GetExtension(path);
        byte[] content = extension.Equals(".docx", StringComparison.OrdinalIgnoreCase)
            ? DocxEdits.Apply(PlanTextReader.Bytes(path), path, edits)
            : Encoding.UTF8.GetBytes(SafeEdit.Apply(PlanTextReader.Read(path), edits));
        string stem = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path));
        for (int copy = 1; ; copy++)
        {
            string number = copy == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{copy}");
            string target = $"{stem}.fixed{number}{extension}";
            if (File.Exists(target))
            {
                continue;
            }

            try
            {
                using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
                file.Write(content);
                return target;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw PlanTextReader.Fault("check.not_written", target, fault);
            }
        }
    }
}
