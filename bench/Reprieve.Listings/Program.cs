// Holds many invented listings against all policy packs, beside ripgrep looking for the same terms in the same file.
// Usage: dotnet run -c Release --project bench/Reprieve.Listings [-- COUNT]      (Debian: apt-get install ripgrep)
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Listings;
using Reprieve.Practices;

const string Store = "amazon.com";
const int Runs = 5;
const double Limit = 1.5;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
KnowledgeBase knowledge = KnowledgeLoader.BuiltIn;
HashSet<string> languages = [.. knowledge.Marketplace(Store)!.Languages, "any", "en", "zh-Hans"];
List<string> terms =
[
    .. knowledge
        .Policies.Where(policy => policy.HoldsFor(Store))
        .SelectMany(policy => policy.Terms)
        .Where(words => languages.Contains(words.Key))
        .SelectMany(words => words.Value)
        .Distinct(StringComparer.Ordinal),
];
string folder = Directory.CreateTempSubdirectory("reprieve-listings-").FullName;
try
{
    string file = Path.Combine(folder, "listings.txt");
    string list = Path.Combine(folder, "terms.txt");
    InventedListings.Write(file, count, terms, seed: 20_261_122);
    await File.WriteAllLinesAsync(list, terms);
    Console.WriteLine(
        $"{count} listings, {new FileInfo(file).Length / 1e6:0} MB, {terms.Count} terms in {knowledge.Policies.Count} packs, {Environment.ProcessorCount} cores, medians of {Runs} runs that take turns"
    );
    List<double> ours = [];
    List<double> theirs = [];
    int found = 0;
    string lines = "";
    for (int run = -2; run < Runs; run++)
    {
        (double reviewing, found) = Review(folder);
        (double searching, lines) = Search(list, file);
        if (run >= 0)
        {
            ours.Add(reviewing);
            theirs.Add(searching);
        }
    }

    Console.WriteLine(
        $"ours, file to findings   {Median(ours), 7:0} ms   {found} findings, with field, words and severity"
    );
    Console.WriteLine($"rg -i -F -c -f           {Median(theirs), 7:0} ms   {lines} lines");
    Console.WriteLine($"ours / rg                {Median(ours) / Median(theirs), 7:0.00} ×    (limit {Limit:0.0})");
    using var self = Process.GetCurrentProcess();
    Console.WriteLine($"our peak memory          {self.PeakWorkingSet64 / 1e6, 7:0} MB");
    return 0;
}
catch (Win32Exception)
{
    Console.Error.WriteLine(
        "rg is not installed. Install the Debian package ripgrep (apt-get install ripgrep) and run this again."
    );
    return 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// The whole way: the file is read, each row is checked, hashed and kept, every listing held against the packs.
(double Milliseconds, int Findings) Review(string of)
{
    long begin = Stopwatch.GetTimestamp();
    Review review = new PracticeReviewer(knowledge).Review(
        new ReviewRequest
        {
            Folder = of,
            Files = ["listings.txt"],
            Marketplace = Store,
        }
    );
    return (Stopwatch.GetElapsedTime(begin).TotalMilliseconds, review.Listings.Count);
}

static (double Milliseconds, string Output) Search(string list, string file)
{
    long begin = Stopwatch.GetTimestamp();
    using Process rg = Process.Start(
        new ProcessStartInfo("rg", ["-i", "-F", "-c", "-f", list, file])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        }
    )!;
    string output = rg.StandardOutput.ReadToEnd();
    rg.WaitForExit();
    return (Stopwatch.GetElapsedTime(begin).TotalMilliseconds, output.Trim());
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
