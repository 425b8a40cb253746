namespace Reprieve.Documents.Fields.Parties;

/// <summary>Finds who issued a paper and to whom, by labels, by the letterhead, and by the account's own names.</summary>
internal sealed class PartyFinder(LabelBook book, KindFinder kinds, CompanyNames companies)
{
    private readonly PartyBlock _block = new(book);

    public (Party? Supplier, Party? Buyer) Of(LabelledPaper paper, DocumentContext context)
    {
        Block? shipTo = Labelled(paper, "ship_to");
        (Block? Buyer, Block? Supplier) named = Named(paper);
        Block? buyer = Labelled(paper, "buyer") ?? named.Buyer ?? Ours(paper, context) ?? Window(paper);
        Block? supplier = Labelled(paper, "supplier") ?? named.Supplier ?? Letterhead(paper, buyer, shipTo, context);
        Party? from = supplier is null ? null : _block.Read(supplier.Texts);
        HashSet<Spot> others = [.. buyer?.Spots ?? [], .. shipTo?.Spots ?? []];
        return (from is null ? null : Complete(from, paper, others), buyer is null ? null : _block.Read(buyer.Texts));
    }

    /// <summary>
    /// Chinese tax invoices write "buyer" and "seller" letter below letter at the side, which are no labels here; but
    /// they bear two names, the buyer's first.
    /// </summary>
    private (Block? Buyer, Block? Supplier) Named(LabelledPaper paper)
    {
        List<Block> names =
        [
            .. paper
                .Spots.Where(spot => spot.Text.Text.Any(Reading.Folded.IsIdeograph))
                .SelectMany(spot =>
                    spot.Labels.Where(hit => hit is { Field: "name", Start: 0, Explicit: true })
                        .Select(hit => Behind(paper, spot, hit))
                )
                .Where(block => block.Texts.Count > 0 && companies.HasLegalForm(block.Texts[0])),
        ];
        return names.Count == 2 ? (names[0], names[1]) : (null, null);
    }

    /// <summary>A block under or behind its label; the fullest where several labels could be it.</summary>
    private Block? Labelled(LabelledPaper paper, string field) =>
        paper
            .Labels(field)
            .Where(at => at.Label.Explicit)
            .Select(at => Behind(paper, at.Spot, at.Label))
            .FirstOrDefault(block => block.Texts.Count > 0);

    private Block Behind(LabelledPaper paper, Spot spot, LabelHit label)
    {
        Block under = Block.From(paper, spot, IsEnd);
        string behind = spot.Text.Text[Math.Min(label.End, spot.Text.Text.Length)..];
        Spot? right = behind.Length == 0 ? Right(paper, spot) : null;
        if (right is null)
        {
            return under.With(spot, behind);
        }

        // "Seller:   Name" with "Tel:   …" below reads across; else the block stands in the right column, or below.
        bool across = under.Spots.Count > 0 && under.Spots.All(below => book.IsLabel(below.Text.Text));
        return across ? under.With(right, right.Text.Text)
            : under.Spots.Count == 0 || under.Spots[0].Line - spot.Line > 2
                ? Block.From(paper, right, IsEnd).With(right, right.Text.Text)
            : under.With(spot, "");
    }

    private static Spot? Right(LabelledPaper paper, Spot spot) =>
        paper
            .On(spot.Line)
            .FirstOrDefault(other => other.Cell == spot.Cell + 1 && other.Labels.All(hit => hit.Start > 0));

    /// <summary>A block that bears one of the account's names without a label before it.</summary>
    private Block? Ours(LabelledPaper paper, DocumentContext context) =>
        context.LegalNames.Count == 0
            ? null
            : paper
                .Spots.Where(spot => companies.Compare(spot.Text.Text, context.LegalNames) == Likeness.Same)
                .Select(spot => Block.From(paper, spot, IsEnd).With(spot, spot.Text.Text))
                .FirstOrDefault();

    /// <summary>The address window of a letter: two to six lines at the left of page 1, with a postcode, after the letterhead.</summary>
    private Block? Window(LabelledPaper paper) =>
        paper
            .Spots.Where(spot =>
                spot.Row.Page == 1 && spot.Line > 0 && spot.Cell == 0 && !IsEnd(spot) && spot.Line < 25
            )
            .Select(spot => Block.From(paper, spot, IsEnd).With(spot, spot.Text.Text))
            .FirstOrDefault(block =>
                block.Texts.Count is >= 3 and <= 6
                && block.Texts.Skip(1).Any(Postcode)
                && !block.Texts.Any(text => Contacts.Email(text) is not null || Contacts.Website(text) is not null)
                && block.Spots[0].Line >= 1
            );

    private static bool Postcode(string text)
    {
        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits == 5 && text.Length > 7 && text[5] == ' ' && char.IsLetter(text[6]);
    }

    /// <summary>Who issued a paper without saying "supplier": the company at its head, else in its foot.</summary>
    private Block? Letterhead(LabelledPaper paper, Block? buyer, Block? shipTo, DocumentContext context)
    {
        HashSet<Spot> taken = [.. buyer?.Spots ?? [], .. shipTo?.Spots ?? []];
        List<Spot> free =
        [
            .. paper.Spots.Where(spot =>
                spot.Row.Page == 1
                && !taken.Contains(spot)
                && !kinds.IsTitle(spot.Text.Text)
                && spot.Labels.All(hit => hit.Start > 0)
                && companies.Compare(spot.Text.Text, context.LegalNames) == Likeness.Different
            ),
        ];
        int head = buyer?.Spots[0].Line ?? 12;
        List<Spot> top = [.. free.Where(spot => spot.Line <= Math.Max(head, 6) && !Contacts.Only(spot.Text.Text))];
        Spot? name =
            top.Find(spot => companies.HasLegalForm(FirstPart(spot.Text.Text)))
            ?? top.Where(spot => spot.Line < 3 && spot.Text.Text.Any(char.IsLetter)).MaxBy(spot => spot.Text.Size)
            ?? free.Find(spot => companies.HasLegalForm(FirstPart(spot.Text.Text)));
        return name is null
            ? null
            : Block.From(paper, name, spot => IsEnd(spot) || taken.Contains(spot)).With(name, name.Text.Text);
    }

    private static string FirstPart(string text) => text.Split(['|', '·', '•', ','], 2)[0];

    /// <summary>What ends a block: a title, or a label of anything but the party's own details.</summary>
    private bool IsEnd(Spot spot) =>
        kinds.IsTitle(spot.Text.Text)
        || spot.Labels.Any(hit =>
            hit.Start == 0 && hit.Field is not ("name" or "address" or "phone" or "email" or "website" or "other")
        );

    /// <summary>Contacts that stand elsewhere, in the head or foot: whatever is not the buyer's is the issuer's.</summary>
    private static Party Complete(Party supplier, LabelledPaper paper, HashSet<Spot> others)
    {
        List<Spot> own = [.. paper.Spots.Where(spot => !others.Contains(spot))];
        return supplier with
        {
            Phone = supplier.Phone ?? First(own, spot => Phone(paper, spot)),
            Email = supplier.Email ?? First(own, spot => Contacts.Email(spot.Text.Text)),
            Website = supplier.Website ?? First(own, spot => Contacts.Website(spot.Text.Text)),
        };
    }

    private static string? Phone(LabelledPaper paper, Spot spot)
    {
        LabelHit? label = spot.Labels.FirstOrDefault(hit => hit.Field == "phone");
        return label is null
            ? Contacts.Phone(spot.Text.Text, labelled: false)
            : paper
                .Values(spot, label)
                .Select(value => Contacts.Phone(value, labelled: true))
                .FirstOrDefault(v => v is not null);
    }

    private static string? First(List<Spot> spots, Func<Spot, string?> of) =>
        spots.Select(of).FirstOrDefault(value => value is not null);
}
