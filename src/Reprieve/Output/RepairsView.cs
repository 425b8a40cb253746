using Reprieve.Knowledge;
using Reprieve.Practices;
using Reprieve.Responses.Interview;

namespace Reprieve.Cli.Output;

/// <summary>What can still be undone before an appeal, by what is to be done, the most pressing first.</summary>
internal static class RepairsView
{
    private const int MostOfARule = 4;
    private const int DayWidth = 16;

    public static void Write(Screen screen, Review review, KnowledgeBase knowledge)
    {
        if (review.Repairs.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line($"[bold]{Say.Get("Review_Repairs")}[/]");
        foreach (IGrouping<string, Repair> same in review.Repairs.GroupBy(repair => repair.Rule))
        {
            RepairRule rule = knowledge.Repairs.First(known => known.Code == same.Key);
            screen.Row(" ", $"{Screen.Plain(rule.Name.In(UserTexts.Language))} [grey]({same.Count()})[/]", 1);
            foreach (Repair repair in same.Take(MostOfARule))
            {
                screen.Row("  " + Due(repair, review.AsOf), What(repair, knowledge), DayWidth + 2);
            }

            if (same.Count() > MostOfARule)
            {
                screen.Row("", Say.Get("Repair_More", same.Count() - MostOfARule), DayWidth + 2);
            }

            screen.Row(" ", $"[grey]{Screen.Plain(rule.Advice.In(UserTexts.Language))}[/]", 3);
            if (rule is { Of: RepairOf.AToZ, Days: not null })
            {
                screen.Row(" ", $"[grey]{Say.Get("Hint_Reversed", SaidOfPractice.Reversed)}[/]", 3);
            }
        }
    }

    private static string Due(Repair repair, DateOnly asOf) =>
        repair.Due is not { } due ? $"[grey]{Say.Get("Repair_NoDay")}[/]"
        : due < asOf ? $"[red]! {UserFigures.Day(due)}[/]"
        : UserFigures.Day(due);

    private static string What(Repair repair, KnowledgeBase knowledge)
    {
        string about = Screen.Plain(repair.Order ?? repair.Sku);
        string policy = repair.Policy is { } code
            ? " " + Screen.Plain(knowledge.Policies.FirstOrDefault(p => p.Code == code)?.Name.In(UserTexts.Language))
            : "";
        string quote = repair.Quote is { } words ? $" “{Screen.Plain(words)}”" : "";
        string later = repair.AtLeast
            ? $" [grey]({Say.Get("Repair_Least", UserFigures.Day(repair.Due!.Value))})[/]"
            : "";
        return about + policy + quote + later;
    }
}
