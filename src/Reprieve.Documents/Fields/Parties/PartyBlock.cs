namespace Reprieve.Documents.Fields.Parties;

/// <summary>Makes a party of the lines of its block: name first, then address; contacts by label or form.</summary>
internal sealed class PartyBlock(LabelBook book)
{
    private const int LongestField = 200;

    public Party? Read(IEnumerable<string> lines)
    {
        string? name = null;
        string? phone = null;
        string? email = null;
        string? website = null;
        List<string> address = [];
        foreach (string line in lines.SelectMany(Parts))
        {
            IReadOnlyList<LabelHit> labels = book.In(line);
            LabelHit? first = labels.Count > 0 && labels[0].Start == 0 ? labels[0] : null;
            string field = first?.Field ?? "";
            string value = (first is null ? line : line[Math.Min(first.End, line.Length)..]).Trim(' ', ',', ';');
            email ??= Contacts.Email(line);
            website ??= Contacts.Website(line);
            phone ??= Contacts.Phone(line, labels.Any(hit => hit.Field == "phone"));
            if (value.Length is 0 or > LongestField)
            {
                continue;
            }

            if (field == "name" && (first!.Explicit || name is null))
            {
                name ??= value;
            }
            else if (field == "address")
            {
                address.Add(WithoutPhone(value));
            }
            else if (first is null && !IsContact(line))
            {
                if (name is null)
                {
                    name = value;
                }
                else
                {
                    address.Add(value);
                }
            }
        }

        return name is null
            ? null
            : new Party(name, address.Count == 0 ? null : string.Join(", ", address), phone, email, website);
    }

    /// <summary>One line often holds name, street and town, or several contacts, parted by dots or bars.</summary>
    private IEnumerable<string> Parts(string line)
    {
        foreach (string part in line.Split(['|', '·', '•', '‧'], StringSplitOptions.RemoveEmptyEntries))
        {
            string rest = part.Trim();
            int from = 0;
            foreach (LabelHit hit in book.In(rest).Where(hit => hit.Start > 0 && hit.Explicit))
            {
                yield return rest[from..hit.Start].Trim(' ', ',', ';');
                from = hit.Start;
            }

            if (rest.Length > from)
            {
                yield return rest[from..];
            }
        }
    }

    private static bool IsContact(string line) =>
        Contacts.Only(line) || (Contacts.Phone(line, labelled: false) is { } phone && phone.Length > line.Length / 2);

    /// <summary>Chinese invoices put address and telephone into one field.</summary>
    private static string WithoutPhone(string value)
    {
        int end = value.Length;
        while (end > 0 && (char.IsAsciiDigit(value[end - 1]) || value[end - 1] is '-' or ' ' or '+'))
        {
            end--;
        }

        bool phone = value[end..].Count(char.IsAsciiDigit) >= 10;
        return phone && end > 0 ? value[..end].Trim() : value;
    }
}
