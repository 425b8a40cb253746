using System.Globalization;
using Reprieve.Kills;

// Reprieve.Kills [KILLS [SEED]]: kills a writing process at random moments and holds what it acknowledged against the data.
// Reprieve.Kills child FOLDER SEED: the process that is killed.
if (args is ["child", var folder, var childSeed])
{
    await Writer.RunAsync(folder, int.Parse(childSeed, CultureInfo.InvariantCulture));
    return 0;
}

int kills = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
int seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount;
KillResult result = await KillRun.RunAsync(kills, seed, Console.Out);
Console.WriteLine(
    $"{kills} kills (seed {seed}): {result.Acknowledged} changes acknowledged, {result.Faults.Count} faults"
);
foreach (string fault in result.Faults)
{
    Console.WriteLine("  " + fault);
}

return result.Faults.Count == 0 ? 0 : 1;
