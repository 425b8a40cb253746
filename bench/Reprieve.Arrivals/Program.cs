using System.Globalization;
using Reprieve.Arrivals;

int Number(int at, int usual) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : usual;

string fixtures = Fixtures.Folder();
switch (args.FirstOrDefault())
{
    case "answers":
        return await AnswersRun.RunAsync(Number(1, 5_000), fixtures, args.ElementAtOrDefault(2));
    case "faults":
        FaultsResult faults = await FaultsRun.RunAsync(Number(1, 500), Number(2, 1), fixtures);
        Console.WriteLine(faults);
        faults.Faults.ForEach(Console.WriteLine);
        return faults.Faults.Count;
    case "kills":
        FaultsResult kills = await KillsRun.RunAsync(Number(1, 50), Number(2, 1), fixtures);
        Console.WriteLine(kills);
        kills.Faults.ForEach(Console.WriteLine);
        return kills.Faults.Count;
    case "child":
        await KillsRun.ChildAsync(args[1]);
        return 0;
    default:
        Console.Error.WriteLine("answers [OTHERS [FOLDER]] | faults [SEEDS [FIRST]] | kills [KILLS [SEED]]");
        return 2;
}
