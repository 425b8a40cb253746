using static Reprieve.Documents.Tests.Generated.Tongue;

namespace Reprieve.Documents.Tests.Generated;

/// <summary>Layouts whose tables are unlike the usual.</summary>
internal static class LayoutsOfTables
{
    /// <summary>Quantity with its unit first; a running number before it; the heading of the prices names the currency below.</summary>
    public static Paper QuantityFirst(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().At(40, 50, Turn(w.Titles[t.Kind], turn), 16);
        paper
            .At(40, 72, $"{Turn(w.Number, turn)} {t.Number}")
            .At(300, 72, $"{Turn(w.Date, turn)} {w.Day(t.Date, turn)}");
        paper.At(40, 100, Turn(w.Seller, turn), 9).At(310, 100, Turn(w.Buyer, turn), 9);
        string contact = $"{w.Phone}: {t.Supplier.Phone}";
        paper.Block(40, 113, [t.Supplier.Name, .. t.Supplier.Address, contact, t.Supplier.Website, t.Supplier.Email]);
        paper.Block(310, 113, [t.Buyer.Name, .. t.Buyer.Address]);
        double top = 220;
        paper.Row(
            top,
            (40, "#"),
            (65, Turn(w.Quantity, turn)),
            (140, Turn(w.Item, turn)),
            (220, Turn(w.Description, turn))
        );
        paper.Right(470, top, Turn(w.Price, turn)).Right(555, top, Turn(w.Amount, turn));
        paper.Right(470, top + 10, "(EUR)", 7).Right(555, top + 10, "(EUR)", 7);
        top += 12;
        for (int i = 0; i < t.Goods.Count; i++)
        {
            Good good = t.Goods[i];
            top += 15;
            paper.At(40, top, $"{i + 1}").At(65, top, $"{w.Units(good.Quantity)} {w.Pieces}");
            paper.At(140, top, good.Code).At(220, top, good.Name);
            paper.Right(470, top, w.Money(good.Price)).Right(555, top, w.Money(good.Amount));
        }

        Layouts.Sums(paper, t, w, top + 24);
        return paper;
    }

    /// <summary>The supplier flush right at the head; the label of the buyer before his name, the address below.</summary>
    public static Paper RightBlock(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper();
        paper.Right(555, 45, t.Supplier.Name, 13);
        string[] below =
        [
            .. t.Supplier.Address,
            $"{w.Phone}: {t.Supplier.Phone}",
            t.Supplier.Email,
            t.Supplier.Website,
        ];
        paper.Lines((top, line) => paper.Right(555, top, line, 9), 60, below);
        paper.At(40, 60, Turn(w.Titles[t.Kind], turn), 22);
        paper.At(40, 150, Turn(w.Buyer, turn));
        paper.Block(40, 165, [t.Buyer.Name, .. t.Buyer.Address]);
        paper.At(330, 150, $"{Turn(w.Number, turn)}:").Right(555, 150, t.Number);
        paper.At(330, 164, $"{Turn(w.Date, turn)}:").Right(555, 164, w.Day(t.Date, turn));
        Layouts.Table(paper, t, w, turn, 240);
        return paper;
    }

    /// <summary>No column of article numbers: the number stands under the name, the figures on the first or second line.</summary>
    public static Paper CodesBelow(Truth t, Tongue w, int turn)
    {
        Paper paper = new Paper().At(40, 45, t.Supplier.Name, 14);
        string contact = $"{w.Phone}: {t.Supplier.Phone}   {t.Supplier.Website}";
        paper.Block(40, 60, [.. t.Supplier.Address, contact, t.Supplier.Email]);
        paper.Right(555, 130, $"{Turn(w.Titles[t.Kind], turn)} {t.Number}", 14);
        paper.Right(555, 146, $"{Turn(w.Date, turn)}: {w.Day(t.Date, turn)}");
        paper.At(40, 130, Turn(w.Buyer, turn) + ":");
        paper.Block(40, 144, [t.Buyer.Name, .. t.Buyer.Address]);
        double top = 230;
        paper.At(40, top, Turn(w.Description, turn)).Right(360, top, Turn(w.Quantity, turn));
        paper.Right(455, top, Turn(w.Price, turn)).Right(555, top, Turn(w.Amount, turn));
        foreach (Good good in t.Goods)
        {
            top += 20;
            paper.At(40, top, good.Name).At(40, top + 11, $"{Turn(w.Item, turn)}: {good.Code}", 8);
            paper.Right(360, top, w.Units(good.Quantity)).Right(455, top, w.Sum(good.Price));
            paper.Right(555, top, w.Sum(good.Amount));
            top += 11;
        }

        Layouts.Sums(paper, t, w, top + 24);
        return paper;
    }

    /// <summary>Forty lines over two pages; the second repeats the head of the table in every other paper, and carries the sum.</summary>
    public static Paper Long(Truth t, Tongue w, int turn)
    {
        const int onFirst = 28;
        Truth first = t with { Goods = [.. t.Goods.Take(onFirst)] };
        Paper paper = new Paper().At(40, 48, t.Supplier.Name, 14);
        paper.At(40, 62, string.Join(", ", t.Supplier.Address), 8);
        paper.At(40, 74, $"{w.Phone} {t.Supplier.Phone}, {t.Supplier.Email}, {t.Supplier.Website}", 8);
        paper.Right(555, 48, Turn(w.Titles[t.Kind], turn), 15);
        paper
            .At(40, 100, $"{Turn(w.Number, turn)}: {t.Number}")
            .At(320, 100, $"{Turn(w.Date, turn)}: {w.Day(t.Date, turn)}");
        paper.At(40, 125, Turn(w.Buyer, turn));
        paper.Block(40, 139, [t.Buyer.Name, .. t.Buyer.Address]);
        Rows(paper, first, w, turn, 215, head: true);
        paper.Right(555, 815, "1 / 2", 8).NextPage();
        double top = Rows(paper, t with { Goods = [.. t.Goods.Skip(onFirst)] }, w, turn, 60, head: turn % 2 == 0);
        Layouts.Sums(paper, t, w, top + 24);
        paper.Right(555, 815, "2 / 2", 8);
        return paper;
    }

    private static double Rows(Paper paper, Truth t, Tongue w, int turn, double top, bool head)
    {
        if (head)
        {
            paper.At(40, top, Turn(w.Item, turn)).At(120, top, Turn(w.Description, turn));
            paper.Right(370, top, Turn(w.Quantity, turn)).Right(460, top, Turn(w.Price, turn));
            paper.Right(555, top, Turn(w.Amount, turn));
        }

        foreach (Good good in t.Goods)
        {
            top += 15;
            paper.At(40, top, good.Code).At(120, top, good.Name);
            paper.Right(370, top, w.Units(good.Quantity)).Right(460, top, w.Sum(good.Price));
            paper.Right(555, top, w.Sum(good.Amount));
        }

        return top;
    }
}
