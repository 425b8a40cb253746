// Fills a data folder with 10,000 cases and 200,000 timeline entries, serves it in a process of its own, and lets 20 users go
// through it at once over HTTP; prints what the server needed for each kind of page, and its peak memory.
// Usage: dotnet run -c Release --project bench/Reprieve.Load [-- [--people] FOLDER [CASES [SECONDS [CLIENTS]]]]; a FOLDER that is
// filled is used as it is. With CLIENTS the cases belong to so many clients of two stores each, and users look at these too. With
// --people the users are 20 people who signed in, half of whom see only some of the clients (40 unless told); without it, each is
// the one on this machine.
using System.Globalization;
using Reprieve.Load;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["serve", string served])
{
    await Serving.RunAsync(served);
    return;
}

bool people = args.Contains("--people");
args = [.. args.Where(argument => argument != "--people")];
string folder = args.Length > 0 ? args[0] : Directory.CreateTempSubdirectory("reprieve-load-").FullName;
int cases = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000;
int seconds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 60;
int clients =
    args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture)
    : people ? 40
    : 0;
try
{
    await Filling.FillAsync(folder, cases);
    await Filling.GiveAsync(folder, clients);
    if (people)
    {
        await Office.FillAsync(folder);
    }

    foreach (TimeSpan think in new[] { TimeSpan.FromSeconds(1), TimeSpan.Zero })
    {
        await using ServerProcess server = await ServerProcess.StartAsync(folder, people ? Office.People : 0);
        var crowd = new Crowd(server.Browsers, cases);
        // The program is compiled as it runs; a server that has just started says little about its day.
        await crowd.RunAsync(users: 4, TimeSpan.Zero, TimeSpan.FromSeconds(Math.Min(seconds, 20)));
        await server.ReportAsync();
        await crowd.RunAsync(users: 20, think, TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"20 users at once for {seconds} s, {think.TotalSeconds:0} s of thought between pages");
        Console.WriteLine(await server.ReportAsync());
    }
}
finally
{
    if (args.Length == 0)
    {
        Directory.Delete(folder, recursive: true);
    }
}
