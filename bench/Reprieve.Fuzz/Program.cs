// Feeds mutations of all fixtures and samples to a reader (of notices, or of notifications), and saves what makes it crash, hang or contradict itself.
// Usage: dotnet run -c Release --project bench/Reprieve.Fuzz [-- --target notices|notifications] [--minutes N] [--seed N] [--out DIR] [--input FILE]
// It knows nothing of coverage, as SharpFuzz with AFL would, but needs no instrumented build and no other program; it
// knows the structure of mails instead.
using System.Diagnostics;
using System.Globalization;
using Reprieve.Fuzz;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
double minutes = double.Parse(Option("--minutes") ?? "1", CultureInfo.InvariantCulture);
int seed = int.Parse(Option("--seed") ?? "1", CultureInfo.InvariantCulture);
string output = Option("--out") ?? Path.Combine("artifacts", "fuzz");
bool notifications = Option("--target") == "notifications";
var target = new Target(notifications ? NotificationTarget.Read : new NoticeTarget().Read, TimeSpan.FromSeconds(2));
if (Option("--input") is { } input)
{
    Console.WriteLine(target.Try(File.ReadAllBytes(input), input) ?? "read without a fault");
    return;
}

Corpus corpus = Corpus.Load(Repository(), notifications ? Corpus.Notifications : Corpus.Notices);
var mutator = new Mutator(corpus, seed);
var findings = new Findings(output);
var watch = Stopwatch.StartNew();
long executions = 0;
double nextReport = 60;
double slowest = 0;
Console.WriteLine($"{corpus.Count} inputs, seed {seed}, {minutes} minutes");
while (watch.Elapsed.TotalMinutes < minutes)
{
    (byte[] bytes, string name) = mutator.Next();
    executions++;
    if (target.Try(bytes, name) is { } fault)
    {
        Console.WriteLine($"{findings.Save(bytes, name, fault)}: {fault}");
    }

    slowest = Math.Max(slowest, target.Seconds);
    if (watch.Elapsed.TotalSeconds > nextReport)
    {
        nextReport += 60;
        Console.WriteLine(
            $"{watch.Elapsed.TotalMinutes, 6:0.0} min  {executions, 9} executions  {findings.Count} findings  slowest {slowest:0.000} s"
        );
    }
}

Console.WriteLine($"{executions} executions in {watch.Elapsed.TotalMinutes:0.0} minutes, {findings.Count} findings");

string? Option(string name)
{
    int at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}

static string Repository()
{
    string? folder = AppContext.BaseDirectory;
    while (folder is not null && !File.Exists(Path.Combine(folder, "Reprieve.slnx")))
    {
        folder = Path.GetDirectoryName(folder);
    }

    return folder ?? throw new InvalidOperationException("The repository was not found above the program.");
}
