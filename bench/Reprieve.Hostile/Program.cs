// Reads ten megabytes of each kind of hostile input and prints time, computing time (what counts on a busy machine) and peak memory, each in a process of its own.
// Usage: dotnet run -c Release --project bench/Reprieve.Hostile [-- CASE-PREFIX]
using System.Diagnostics;
using System.Globalization;
using Reprieve.Hostile;
using Reprieve.Knowledge;
using Reprieve.Notices;

const string Child = "--case";
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [Child, string path])
{
    Measure(path);
    return;
}

string prefix = args.Length > 0 ? args[0] : "";
Console.WriteLine($"{"case", -34} {"seconds", 8} {"CPU s", 8} {"peak MB", 8}  result");
string folder = Directory.CreateTempSubdirectory("reprieve-hostile-").FullName;
foreach (string each in HostileMails.All.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)))
{
    // Written here, so that what inventing it took is not counted among what reading it takes.
    string file = Path.Combine(folder, each);
    File.WriteAllBytes(file, HostileMails.All[each]());
    var start = new ProcessStartInfo(Environment.ProcessPath!, [Child, file])
    {
        RedirectStandardOutput = true,
        UseShellExecute = false,
    };
    using Process child = Process.Start(start)!;
    string output = child.StandardOutput.ReadToEnd();
    child.WaitForExit();
    Console.Write(output.Length > 0 ? output : $"{each, -34} died with code {child.ExitCode}\n");
    File.Delete(file);
}

Directory.Delete(folder, recursive: true);

static void Measure(string file)
{
    string warm = Path.Combine(Path.GetDirectoryName(file)!, "warm" + Path.GetExtension(file));
    File.WriteAllText(warm, "From: a@b.example\nSubject: x\n\nYour account has been deactivated.\n");
    var reader = new NoticeReader(KnowledgeLoader.BuiltIn);
    Run(reader, warm);
    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    ForgetPeak();

    var watch = Stopwatch.StartNew();
    TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
    string result = Run(reader, file);
    double seconds = watch.Elapsed.TotalSeconds;
    double computing = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    string name = Path.GetFileName(file);
    Console.WriteLine($"{name, -34} {seconds, 8:0.00} {computing, 8:0.00} {PeakMegabytes(), 8:0}  {result}");
}

static string Run(NoticeReader reader, string file)
{
    int read = 0;
    int refused = 0;
    foreach (ReadResult result in MessageReader.Read(file))
    {
        if (result.Message is { } message)
        {
            reader.Read(message);
            read++;
        }
        else
        {
            refused++;
        }
    }

    return $"{read} read, {refused} refused";
}

// Linux keeps the peak in /proc and lets a process begin it anew; elsewhere it counts from the start of the process.
static void ForgetPeak()
{
    if (OperatingSystem.IsLinux())
    {
        File.WriteAllText("/proc/self/clear_refs", "5");
    }
}

static double PeakMegabytes()
{
    if (!OperatingSystem.IsLinux())
    {
        return Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
    }

    string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
    string kilobytes = line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal);
    return double.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024 / 1e6;
}
