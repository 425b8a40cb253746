using Reprieve.SampleMaker;

// Usage: SampleMaker [SAMPLES_DIR]    writes the sample case folders; running it again gives the same bytes.
//        SampleMaker --check          exit code 1 and the names of the files in samples/ that differ from what it would write.
string committed = Path.Combine(Root(), "samples");
if (args is not ["--check"])
{
    string target = args.Length > 0 ? args[0] : committed;
    WriteAll(target);
    Console.WriteLine($"Wrote five samples to {target}");
    return 0;
}

DirectoryInfo fresh = Directory.CreateTempSubdirectory("samples-");
try
{
    WriteAll(fresh.FullName);
    string[] different = [.. Different(fresh.FullName, committed)];
    foreach (string file in different)
    {
        Console.Error.WriteLine($"samples/{file} is not what eng/SampleMaker writes; run it, or change it there.");
    }

    return different.Length == 0 ? 0 : 1;
}
finally
{
    fresh.Delete(recursive: true);
}

static void WriteAll(string target)
{
    var samples = new SampleFolder(target);
    LateShipment.Write(samples.Sub("late-shipment"));
    Inauthentic.Write(samples.Sub("inauthentic"));
    IdentityVerification.Write(samples.Sub("identity-verification"));
    SecondRound.Write(samples.Sub("second-round"));
    Phishing.Write(samples.Sub("phishing"));
}

// What a person added to the samples (answers.yaml, README.md) is not ours to compare.
static IEnumerable<string> Different(string fresh, string committed) =>
    Directory
        .EnumerateFiles(fresh, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(fresh, file))
        .Where(file => !Same(Path.Combine(fresh, file), Path.Combine(committed, file)))
        .Order(StringComparer.Ordinal);

static bool Same(string one, string other) =>
    File.Exists(other) && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

static string Root()
{
    for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
    {
        if (File.Exists(Path.Combine(at.FullName, "Reprieve.slnx")))
        {
            return at.FullName;
        }
    }

    throw new DirectoryNotFoundException("Not inside the repository: name the samples folder.");
}
