using static Reprieve.Documents.Tests.Generated.Tongue;

namespace Reprieve.Documents.Tests.Generated;

/// <summary>A third set, written when the reader could read the second: what makes tables and letterheads hard.</summary>
internal static class LayoutsOfOddities
{
    /// <summary>Descriptions of two lines, with the figures at half their height.</summary>
    public static Paper Wrapped(Truth t, Tongue w, int turn)
    {
        Paper paper = Head(t, w, turn);
        double top = 250;
        Heading(paper, w, turn, top);
        foreach (Good good in t.Goods)
        {
            top += 30;
            paper.At(40, top, good.Code).At(120, top - 5, good.Name).At(120, top + 6, "(FBA XYZ1)", 9);
            paper.Right(370, top, w.Units(good.Quantity)).Right(460, top, w.Sum(good.Price));
            paper.Right(555, top, w.Sum(good.Amount));
        }

        Layouts.Sums(paper, t, w, top + 34);
        return paper;
    }

    /// <summary>Columns nobody asked for: running number, unit, rate of tax, discount.</summary>
    public static Paper ManyColumns(Truth t, Tongue w, int turn)
    {
        Paper paper = Head(t, w, turn);
        double top = 250;
        paper.At(40, top, "#").At(60, top, Turn(w.Item, turn)).At(130, top, Turn(w.Description, turn));
        paper.Right(330, top, Turn(w.Quantity, turn)).Right(420, top, Turn(w.Price, turn));
        paper.Right(450, top, "%").Right(555, top, Turn(w.Amount, turn));
        int number = 0;
        foreach (Good good in t.Goods)
        {
            top += 15;
            number++;
            paper.At(40, top, $"{number}").At(60, top, good.Code).At(130, top, good.Name);
            paper.Right(330, top, w.Units(good.Quantity)).At(335, top, w.Pieces, 8);
            paper.Right(420, top, w.Sum(good.Price)).Right(450, top, "0").Right(555, top, w.Sum(good.Amount));
        }

        Layouts.Sums(paper, t, w, top + 24);
        return paper;
    }

    /// <summary>No label before either party: the supplier is the letterhead, the buyer stands in the window.</summary>
    public static Paper Unlabelled(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().Right(555, 50, t.Supplier.Name, 12);
        string[] below = [.. t.Supplier.Address, t.Supplier.Phone, t.Supplier.Email, t.Supplier.Website];
        paper.Lines((top, line) => paper.Right(555, top, line, 8), 63, below);
        paper.Block(40, 150, [t.Buyer.Name, .. t.Buyer.Address]);
        paper.At(40, 215, Turn(w.Titles[t.Kind], turn), 16);
        paper
            .At(40, 232, $"{Turn(w.Number, turn)} {t.Number}")
            .Right(555, 232, $"{Turn(w.Date, turn)} {w.Day(t.Date, turn)}");
        Layouts.Table(paper, t, w, turn, 260);
        return paper;
    }

    private static Paper Head(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().At(40, 45, t.Supplier.Name, 13);
        paper.Block(
            40,
            60,
            [
                .. t.Supplier.Address,
                $"{w.Phone}: {t.Supplier.Phone}",
                $"{w.Email}: {t.Supplier.Email}",
                t.Supplier.Website,
            ]
        );
        paper.Right(555, 45, Turn(w.Titles[t.Kind], turn), 16);
        paper.At(40, 150, Turn(w.Buyer, turn) + ":").Block(40, 164, [t.Buyer.Name, .. t.Buyer.Address]);
        paper.At(350, 150, $"{Turn(w.Number, turn)}:").At(470, 150, t.Number);
        paper.At(350, 164, $"{Turn(w.Date, turn)}:").At(470, 164, w.Day(t.Date, turn));
        return paper;
    }

    private static void Heading(Paper paper, Tongue w, int turn, double top)
    {
        paper.At(40, top, Turn(w.Item, turn)).At(120, top, Turn(w.Description, turn));
        paper.Right(370, top, Turn(w.Quantity, turn)).Right(460, top, Turn(w.Price, turn));
        paper.Right(555, top, Turn(w.Amount, turn));
    }
}
