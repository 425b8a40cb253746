using Reprieve.SampleMaker;

// Usage: SampleMaker [SAMPLES_DIR]. Writes the sample case folders; running it again gives the same bytes.
string target = args.Length > 0 ? args[0] : Path.Combine(Root(), "samples");
var samples = new SampleFolder(target);
LateShipment.Write(samples.Sub("late-shipment"));
Inauthentic.Write(samples.Sub("inauthentic"));
IdentityVerification.Write(samples.Sub("identity-verification"));
SecondRound.Write(samples.Sub("second-round"));
Phishing.Write(samples.Sub("phishing"));
Console.WriteLine($"Wrote five samples to {samples.Path}");

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
