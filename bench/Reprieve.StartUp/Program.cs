// Publishes Reprieve and a bare console program in the same way, and prints how much longer Reprieve's commands take to
// start and end. Usage: dotnet run -c Release --project bench/Reprieve.StartUp [RUNS]
using System.Diagnostics;
using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 21;
string root = RepositoryRoot();
string work = Directory.CreateTempSubdirectory("reprieve-bench-").FullName;
try
{
    string bare = Publish("bench/Bare", "Bare");
    string reprieve = Publish("src/Reprieve", "reprieve");
    string sample = Path.Combine(root, "samples", "late-shipment");
    string notice = Path.Combine(sample, "notice.eml");
    string output = Path.Combine(work, "appeal");

    (string Name, string Program, string[] Arguments, double? Limit)[] commands =
    [
        ("bare console program", bare, [], null),
        ("reprieve --help", reprieve, ["--help"], 2.5),
        ("reprieve diagnose (one mail)", reprieve, ["diagnose", notice, "--json"], 6),
        ("reprieve review (late-shipment)", reprieve, ["review", sample, "--json"], null),
        ("reprieve appeal (late-shipment)", reprieve, ["appeal", sample, "-o", output], null),
    ];

    List<double>[] times = [.. commands.Select(_ => new List<double>())];
    for (int run = -2; run < runs; run++)
    {
        // All commands take turns, so that a busy machine is equally unkind to each.
        for (int i = 0; i < commands.Length; i++)
        {
            double time = Time(commands[i].Program, commands[i].Arguments);
            if (run >= 0)
            {
                times[i].Add(time);
            }
        }
    }

    double floor = Median(times[0]);
    Console.WriteLine($"{runs} runs each, medians; ReadyToRun, framework-dependent");
    for (int i = 0; i < commands.Length; i++)
    {
        string limit = commands[i].Limit is { } most ? $"   (limit {most:0.0})" : "";
        Console.WriteLine(
            $"{commands[i].Name, -34} {Median(times[i]), 7:0.0} ms  {Median(times[i]) / floor, 5:0.00} ×{limit}"
        );
    }

    long size = Directory
        .EnumerateFiles(Path.GetDirectoryName(reprieve)!, "*", SearchOption.AllDirectories)
        .Sum(file => new FileInfo(file).Length);
    Console.WriteLine($"published program (framework-dependent): {size / 1e6:0} MB");
}
finally
{
    Directory.Delete(work, recursive: true);
}

string Publish(string project, string name)
{
    string target = Path.Combine(work, name);
    var start = new ProcessStartInfo("dotnet")
    {
        WorkingDirectory = root,
        UseShellExecute = false,
        RedirectStandardOutput = true,
    };
    foreach (
        string argument in new[]
        {
            "publish",
            project,
            "-c",
            "Release",
            "-p:PublishReadyToRun=true",
            "-o",
            target,
            "-v",
            "quiet",
            "--nologo",
        }
    )
    {
        start.ArgumentList.Add(argument);
    }

    using Process publish = Process.Start(start)!;
    string printed = publish.StandardOutput.ReadToEnd();
    publish.WaitForExit();
    return publish.ExitCode == 0
        ? Path.Combine(target, name)
        : throw new InvalidOperationException($"publishing {project} failed:{Environment.NewLine}{printed}");
}

static double Time(string program, string[] arguments)
{
    var start = new ProcessStartInfo(program)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
    foreach (string argument in arguments)
    {
        start.ArgumentList.Add(argument);
    }

    long begin = Stopwatch.GetTimestamp();
    using Process process = Process.Start(start)!;
    process.StandardOutput.ReadToEnd();
    process.StandardError.ReadToEnd();
    process.WaitForExit();
    return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

static string RepositoryRoot()
{
    string? at = AppContext.BaseDirectory;
    while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
    {
        at = Path.GetDirectoryName(at);
    }

    return at ?? throw new InvalidOperationException("Run this from within the repository.");
}
