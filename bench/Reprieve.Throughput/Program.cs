// Times, on one core and in one run, the diagnosis of many mixed mails beside what MimeKit needs merely to parse them,
// and of signed mails beside parsing and verifying. Usage: dotnet run -c Release --project bench/Reprieve.Throughput [COUNT]
using System.Diagnostics;
using System.Globalization;
using MimeKit;
using MimeKit.Cryptography;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Throughput;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
string fixtures = Path.Combine(RepositoryRoot(), "tests", "Reprieve.Notices.Tests", "Fixtures", "Notices");
using var mails = new Mails();
List<byte[]> unsigned = Mails.Unsigned(fixtures);
List<byte[]> signed = mails.Signed(fixtures);
var reader = new NoticeReader(KnowledgeLoader.BuiltIn, mails);
var verifier = new DkimVerifier(new OneKey(mails.Public));

Console.WriteLine($"{unsigned.Count} different mails, {unsigned.Average(mail => mail.Length):0} bytes on average");
Compare("unsigned", unsigned, count, 5, mail => Parse(mail).Dispose());
Compare("signed", signed, count / 5, 1.5, Verify);

void Compare(string name, List<byte[]> bytes, int n, double limit, Action<byte[]> floor)
{
    Run(bytes, Math.Min(n, 2000), floor);
    Run(bytes, Math.Min(n, 2000), Diagnose);
    List<(double Floor, double Diagnosis)> rounds = [];
    for (int round = 0; round < 5; round++)
    {
        // They take turns, so that a busy machine is equally unkind to both.
        rounds.Add((Run(bytes, n / 5, floor), Run(bytes, n / 5, Diagnose)));
    }

    long before = GC.GetAllocatedBytesForCurrentThread();
    Run(bytes, bytes.Count, floor);
    long between = GC.GetAllocatedBytesForCurrentThread();
    Run(bytes, bytes.Count, Diagnose);
    long after = GC.GetAllocatedBytesForCurrentThread();
    Console.WriteLine(
        $"{name}: bytes allocated for each mail: floor {(between - before) / bytes.Count}, diagnosis {(after - between) / bytes.Count}"
    );
    double parsing = rounds.Sum(r => r.Floor);
    double diagnosing = rounds.Sum(r => r.Diagnosis);
    Console.WriteLine(
        $"{n} {name} mails: floor {parsing:0} ms ({1000 * parsing / n:0.0} µs each), diagnosis {diagnosing:0} ms ({1000 * diagnosing / n:0.0} µs each), {diagnosing / parsing:0.00} × (limit {limit:0.0})"
    );
}

static double Run(List<byte[]> mails, int n, Action<byte[]> act)
{
    long begin = Stopwatch.GetTimestamp();
    for (int i = 0; i < n; i++)
    {
        act(mails[i % mails.Count]);
    }

    return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
}

static MimeMessage Parse(byte[] mail) => MimeMessage.Load(new MemoryStream(mail));

void Verify(byte[] bytes)
{
    using MimeMessage mail = Parse(bytes);
    if (!verifier.Verify(mail, mail.Headers.First(header => header.Id == HeaderId.DkimSignature)))
    {
        throw new InvalidOperationException("A signature of the benchmark does not verify.");
    }
}

void Diagnose(byte[] mail) =>
    reader.Read(MessageReader.ReadStream(new MemoryStream(mail), "bench.eml").First().Message!);

static string RepositoryRoot()
{
    string? at = AppContext.BaseDirectory;
    while (at is not null && !File.Exists(Path.Combine(at, "Reprieve.slnx")))
    {
        at = Path.GetDirectoryName(at);
    }

    return at ?? throw new InvalidOperationException("Run this from within the repository.");
}
