using static Reprieve.Documents.Tests.Generated.Tongue;

namespace Reprieve.Documents.Tests.Generated;

/// <summary>The layouts of the invented papers: they were written before the reader was fitted to them.</summary>
internal static class Layouts
{
    public delegate Paper Layout(Truth truth, Tongue tongue, int turn);

    public static readonly (string Name, Layout Of)[] All =
    [
        ("letterhead", Letterhead),
        ("side-by-side", SideBySide),
        ("grid", Grid),
        ("window", LayoutsOfLetters.Window),
        ("centred", LayoutsOfLetters.Centred),
        ("key-value", LayoutsOfLetters.KeyValue),
        ("quantity-first", LayoutsOfTables.QuantityFirst),
        ("right-block", LayoutsOfTables.RightBlock),
        ("codes-below", LayoutsOfTables.CodesBelow),
        ("long", LayoutsOfTables.Long),
        ("wrapped", LayoutsOfOddities.Wrapped),
        ("columns", LayoutsOfOddities.ManyColumns),
        ("unlabelled", LayoutsOfOddities.Unlabelled),
    ];

    /// <summary>The supplier at the head, number and date at the right, buyer and addressee side by side.</summary>
    private static Paper Letterhead(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().At(40, 48, t.Supplier.Name, 16);
        double top = 64;
        foreach (string line in t.Supplier.Address)
        {
            paper.At(40, top, line, 9);
            top += 12;
        }

        paper.At(40, top, $"{w.Phone}: {t.Supplier.Phone}", 9);
        paper.At(40, top + 12, t.Supplier.Email, 9);
        paper.At(40, top + 24, t.Supplier.Website, 9);
        paper.Right(555, 48, Turn(w.Titles[t.Kind], turn), 18);
        paper.At(350, 76, Turn(w.Number, turn)).Right(555, 76, t.Number);
        paper.At(350, 90, Turn(w.Date, turn)).Right(555, 90, w.Day(t.Date, turn));
        paper.At(350, 104, w.Due).Right(555, 104, w.Day(t.Date.AddDays(30), turn));
        paper.At(40, 170, Turn(w.Buyer, turn)).At(320, 170, w.ShipTo);
        paper.Block(40, 184, [t.Buyer.Name, .. t.Buyer.Address]);
        paper.Block(320, 184, [t.Buyer.Name, "FBA XYZ1", "1 Warehouse Loop"]);
        Table(paper, t, w, turn, 270);
        return paper;
    }

    /// <summary>A title in the middle, both parties in boxes under their labels, number and date in a row of their own.</summary>
    private static Paper SideBySide(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().Centre(297, 50, Turn(w.Titles[t.Kind], turn), 18);
        paper.At(40, 90, Turn(w.Seller, turn) + ":").At(310, 90, Turn(w.Buyer, turn) + ":");
        paper.Block(
            40,
            105,
            [
                t.Supplier.Name,
                .. t.Supplier.Address,
                $"{w.Phone} {t.Supplier.Phone}",
                t.Supplier.Email,
                t.Supplier.Website,
            ]
        );
        paper.Block(310, 105, [t.Buyer.Name, .. t.Buyer.Address]);
        paper.Row(200, (40, Turn(w.Number, turn)), (180, Turn(w.Date, turn)), (330, w.Due), (450, "Incoterms"));
        paper.Row(
            214,
            (40, t.Number),
            (180, w.Day(t.Date, turn)),
            (330, w.Day(t.Date.AddDays(14), turn)),
            (450, "FOB")
        );
        Table(paper, t, w, turn, 250);
        return paper;
    }

    /// <summary>A form: small labels above larger values, everything in cells.</summary>
    private static Paper Grid(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().At(40, 50, Turn(w.Titles[t.Kind], turn), 20);
        void Cell(double left, double top, string label, params string[] values)
        {
            paper.At(left, top, label, 7);
            paper.Block(left, top + 13, values);
        }

        Cell(40, 80, Turn(w.Seller, turn), [t.Supplier.Name, .. t.Supplier.Address]);
        Cell(310, 80, Turn(w.Number, turn), t.Number);
        Cell(440, 80, Turn(w.Date, turn), w.Day(t.Date, turn));
        Cell(310, 116, w.Phone, t.Supplier.Phone);
        Cell(440, 116, w.Website, t.Supplier.Website);
        Cell(310, 152, w.Email, t.Supplier.Email);
        Cell(40, 160, Turn(w.Buyer, turn), [t.Buyer.Name, .. t.Buyer.Address]);
        Cell(310, 190, w.ShipTo, "FBA XYZ1", "1 Warehouse Loop");
        Table(paper, t, w, turn, 260);
        return paper;
    }

    /// <summary>Five columns with figures flush right, and the sums under them.</summary>
    public static double Table(Paper paper, Truth t, Tongue w, int turn, double top)
    {
        paper.At(40, top, Turn(w.Item, turn)).At(120, top, Turn(w.Description, turn));
        paper.Right(370, top, Turn(w.Quantity, turn)).Right(460, top, Turn(w.Price, turn));
        paper.Right(555, top, Turn(w.Amount, turn));
        foreach (Good good in t.Goods)
        {
            top += 15;
            paper.At(40, top, good.Code).At(120, top, good.Name);
            paper.Right(370, top, w.Units(good.Quantity)).Right(460, top, w.Sum(good.Price));
            paper.Right(555, top, w.Sum(good.Amount));
        }

        return Sums(paper, t, w, top + 24);
    }

    public static double Sums(Paper paper, Truth t, Tongue w, double top)
    {
        paper.At(380, top, w.Net).Right(555, top, w.Money(t.Net));
        paper.At(380, top + 14, w.Tax).Right(555, top + 14, w.Money(t.Tax));
        paper.At(380, top + 28, w.Total).Right(555, top + 28, w.Money(t.Total));
        return top + 28;
    }
}
