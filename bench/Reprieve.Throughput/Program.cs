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
FirstTime();
Compare("signed", signed, count / 5, 1.5, Verify);

void Compare(string name, List<byte[]> bytes, int n, double limit, Action<byte[]> floor)
{
    WarmUp(bytes, floor);
    (TimeSpan parsing, TimeSpan diagnosing) = Turns(bytes, n, floor, Diagnose);
    Console.WriteLine(
        $"{n} {name} mails: floor {parsing.TotalMilliseconds:0} ms ({parsing.TotalMicroseconds / n:0.0} µs each), diagnosis {diagnosing.TotalMilliseconds:0} ms ({diagnosing.TotalMicroseconds / n:0.0} µs each), {diagnosing / parsing:0.00} × (limit {limit:0.0})"
    );
    TimeSpan alone = Alone(bytes, n, floor);
    TimeSpan alike = Alone(bytes, n, Diagnose);
    Console.WriteLine(
        $"    each in a loop of its own: {alone.TotalMicroseconds / n:0.0} µs, {alike.TotalMicroseconds / n:0.0} µs, {alike / alone:0.00} ×"
    );
}

// A reader remembers sentences (SentenceMemory), and the mails above are read many times. So each is read once more by
// readers that know no sentence of it, beside one that parses it. Wordings are taken in with the first mail of a language,
// which is not timed.
void FirstTime()
{
    List<byte[]> first = [.. unsigned.DistinctBy(mail => Diagnosed(reader, mail).Language)];
    List<byte[]> others = [.. unsigned.Except(first)];
    (TimeSpan parsing, TimeSpan diagnosing, int n) = (TimeSpan.Zero, TimeSpan.Zero, 0);
    for (; n < count; n += others.Count)
    {
        var fresh = new NoticeReader(KnowledgeLoader.BuiltIn);
        first.ForEach(mail => Diagnosed(fresh, mail));
        GC.Collect();
        (TimeSpan floor, TimeSpan diagnosis) = Turns(
            others,
            others.Count,
            mail => Parse(mail).Dispose(),
            mail => Diagnosed(fresh, mail)
        );
        (parsing, diagnosing) = (parsing + floor, diagnosing + diagnosis);
    }

    Console.WriteLine(
        $"    read for the first time: {diagnosing.TotalMicroseconds / n:0.0} µs each, {diagnosing / parsing:0.00} ×"
    );
}

// The runtime compiles what runs often again and better, by what it has seen, as it does in the program that people run:
// that is the default and stays on for both sides. (With it off our code would be compiled well at once, but that of the
// framework would stay as it was shipped, for no processor in particular.) So both read all mails in turns for so long
// that nothing becomes faster any more.
void WarmUp(List<byte[]> mails, Action<byte[]> floor)
{
    var watch = Stopwatch.StartNew();
    while (watch.Elapsed < TimeSpan.FromSeconds(20))
    {
        Turns(mails, mails.Count, floor, Diagnose);
    }
}

// Mail by mail they take turns, so that a busy machine is equally unkind to both, and both find the caches as a program
// leaves them that does something with its mails.
(TimeSpan Floor, TimeSpan Diagnosis) Turns(List<byte[]> mails, int n, Action<byte[]> floor, Action<byte[]> diagnose)
{
    long parsing = 0;
    long diagnosing = 0;
    for (int i = 0; i < n; i++)
    {
        byte[] mail = mails[i % mails.Count];
        long begin = Stopwatch.GetTimestamp();
        floor(mail);
        long between = Stopwatch.GetTimestamp();
        diagnose(mail);
        parsing += between - begin;
        diagnosing += Stopwatch.GetTimestamp() - between;
    }

    return (Stopwatch.GetElapsedTime(0, parsing), Stopwatch.GetElapsedTime(0, diagnosing));
}

static TimeSpan Alone(List<byte[]> mails, int n, Action<byte[]> act)
{
    long begin = Stopwatch.GetTimestamp();
    for (int i = 0; i < n; i++)
    {
        act(mails[i % mails.Count]);
    }

    return Stopwatch.GetElapsedTime(begin);
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

void Diagnose(byte[] mail) => Diagnosed(reader, mail);

static Diagnosis Diagnosed(NoticeReader reader, byte[] mail) =>
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
