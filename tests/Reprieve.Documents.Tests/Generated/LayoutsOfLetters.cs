using static Reprieve.Documents.Tests.Generated.Tongue;

namespace Reprieve.Documents.Tests.Generated;

/// <summary>Layouts that look like letters.</summary>
internal static class LayoutsOfLetters
{
    /// <summary>The sender in one small line, the buyer in the window, the supplier's details in three columns at the foot.</summary>
    public static Paper Window(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().At(40, 80, string.Join(" · ", [t.Supplier.Name, .. t.Supplier.Address]), 7);
        paper.Block(40, 100, [t.Buyer.Name, .. t.Buyer.Address]);
        paper.At(360, 100, $"{Turn(w.Number, turn)}: {t.Number}");
        paper.At(360, 114, $"{Turn(w.Date, turn)}: {w.Day(t.Date, turn)}");
        paper.At(360, 128, $"{w.Due}: {w.Day(t.Date.AddDays(14), turn)}");
        paper.At(40, 190, Turn(w.Titles[t.Kind], turn), 15);
        Layouts.Table(paper, t, w, turn, 225);
        double top = 780;
        foreach (string line in (string[])[t.Supplier.Name, .. t.Supplier.Address])
        {
            paper.At(40, top, line, 7);
            top += 9;
        }

        paper.At(250, 780, $"{w.Phone} {t.Supplier.Phone}", 7);
        paper.At(250, 789, $"{w.Email} {t.Supplier.Email}", 7).At(250, 798, $"{w.Website} {t.Supplier.Website}", 7);
        paper.At(430, 780, "IBAN XX00 0000 0000 0000", 7).At(430, 789, "BIC XXXXXXXX", 7);
        return paper;
    }

    /// <summary>A centred letterhead; number at the left and date at the right of one line; the buyer behind his label.</summary>
    public static Paper Centred(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().Centre(297, 45, t.Supplier.Name, 15);
        paper.Centre(297, 60, string.Join(", ", t.Supplier.Address), 9);
        paper.Centre(
            297,
            73,
            $"{w.Phone}: {t.Supplier.Phone} | {w.Email}: {t.Supplier.Email} | {t.Supplier.Website}",
            9
        );
        paper.Centre(297, 105, Turn(w.Titles[t.Kind], turn), 16);
        paper.At(40, 135, $"{Turn(w.Number, turn)}: {t.Number}");
        paper.Right(555, 135, $"{Turn(w.Date, turn)}: {w.Day(t.Date, turn)}");
        paper.At(40, 160, $"{Turn(w.Buyer, turn)}: {t.Buyer.Name}");
        paper.Block(40, 173, t.Buyer.Address);
        Layouts.Table(paper, t, w, turn, 240);
        return paper;
    }

    /// <summary>Everything behind its label, in one column.</summary>
    public static Paper KeyValue(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().At(40, 50, Turn(w.Titles[t.Kind], turn), 16);
        double top = 80;
        void Line(string label, string value)
        {
            paper.At(40, top, label + ":").At(170, top, value);
            top += 14;
        }

        Line(Turn(w.Number, turn), t.Number);
        Line(Turn(w.Date, turn), w.Day(t.Date, turn));
        Line(w.Due, w.Day(t.Date.AddDays(30), turn));
        top += 8;
        Line(Turn(w.Seller, turn), t.Supplier.Name);
        Line(w.Address, string.Join(", ", t.Supplier.Address));
        Line(w.Phone, t.Supplier.Phone);
        Line(w.Email, t.Supplier.Email);
        Line(w.Website, t.Supplier.Website);
        top += 8;
        Line(Turn(w.Buyer, turn), t.Buyer.Name);
        Line(w.Address, string.Join(", ", t.Buyer.Address));
        Layouts.Table(paper, t, w, turn, top + 20);
        return paper;
    }
}
