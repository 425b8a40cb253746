using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Reprieve.Notices;

/// <summary>Runs the <c>tesseract</c> command on a picture, for a limited time.</summary>
/// <param name="command">Where the command lies.</param>
public sealed class Tesseract(string command)
{
    /// <summary>The largest photo is half of these; a small file may claim any number.</summary>
    private const long MaxPixels = 60_000_000;

    private const int MaxSeconds = 60;
    private const int MaxText = 200_000;
    private const int MaxTable = 4_000_000;

    private static readonly string[] Wanted = ["eng", "deu", "chi_sim", "jpn", "fra", "ita", "spa"];

    // Sauvola's threshold, from version 5 on: a shadow over half a page is not taken for ink. Older ones pass it over.
    private static readonly string[] UnevenLight = ["-c", "thresholding_method=2"];
    private static readonly Lazy<Tesseract?> Found = new(Find);

    private readonly Lazy<string[]> _installed = new(() => Installation(command));

    /// <summary>The command found on the path; null where it is not installed.</summary>
    public static Tesseract? Installed => Found.Value;

    /// <summary>The text in a PNG, JPEG or GIF picture; null when there is none, or it takes too long.</summary>
    public string? Recognise(byte[] picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return PictureSize.Pixels(picture) is > 0 and <= MaxPixels
            ? Run(command, ["stdin", "stdout", .. Language()], picture, MaxText)
            : null;
    }

    /// <summary>
    /// The words in a picture with the place of each, as the command's table of tab-separated values; pages that lie on
    /// their side are turned where the command can tell. Null when there is none, or it takes too long.
    /// </summary>
    /// <param name="picture">PNG, JPEG, GIF, or the plain bitmap formats PGM and PPM, whose size the caller has checked.</param>
    public string? Words(byte[] picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        bool plain = picture.AsSpan().StartsWith("P5"u8) || picture.AsSpan().StartsWith("P6"u8);
        string[] turned = _installed.Value.Contains("osd") ? ["--psm", "1"] : [];
        return plain || PictureSize.Pixels(picture) is > 0 and <= MaxPixels
            ? Run(command, ["stdin", "stdout", .. Language(), .. turned, .. UnevenLight, "tsv"], picture, MaxTable)
            : null;
    }

    /// <summary>Those of the languages we can use that are installed, as the command takes them.</summary>
    private string[] Language()
    {
        string languages = string.Join('+', Wanted.Where(_installed.Value.Contains));
        return languages.Length > 0 ? ["-l", languages] : [];
    }

    private static Tesseract? Find()
    {
        string name = OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract";
        string? found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return found is null ? null : new Tesseract(found);
    }

    private static string[] Installation(string command) =>
        (Run(command, ["--list-langs"], [], MaxText) ?? "").Split('\n', StringSplitOptions.TrimEntries);

    private static string? Run(string command, IEnumerable<string> arguments, byte[] input, int most)
    {
        var start = new ProcessStartInfo(command)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            using var time = new CancellationTokenSource(TimeSpan.FromSeconds(MaxSeconds));
            Task<string> output = process.StandardOutput.ReadToEndAsync(time.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(time.Token);
            try
            {
                Task feeding = Feed(process, input, time.Token);
                Task.WaitAll([feeding, output, errors], time.Token);
                process.WaitForExit();
                string text = output.Result;
                return process.ExitCode != 0 ? null
                    : text.Length > most ? text[..most]
                    : text;
            }
            catch (Exception fault) when (fault is OperationCanceledException or AggregateException or IOException)
            {
                process.Kill(entireProcessTree: true);
                return null;
            }
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task Feed(Process process, byte[] input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancel).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading to the end; its exit code says what that means.
        }
    }
}
