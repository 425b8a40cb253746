using Reprieve.Documents.Fields.Dates;
using Reprieve.Documents.Fields.Parties;
using Reprieve.Documents.Reading;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Fields;

/// <summary>
/// Reads what only papers of one kind say: the code of a licence, the standard of a test report, until when a letter
/// holds. The labels are those of <c>knowledge/papers</c>.
/// </summary>
internal sealed class Particulars
{
    public const string RegistrationCode = "registration_code";
    public const string LegalName = "legal_name";
    public const string OtherName = "other_name";
    public const string ValidUntil = "valid_until";
    private const int Longest = 160;

    private readonly Dictionary<DocumentKind, LabelBook> _books = [];
    private readonly CompanyNames _names;
    private readonly DateScanner _dates;

    public Particulars(KnowledgeBase knowledge, CompanyNames names)
    {
        _names = names;
        _dates = new DateScanner(knowledge);
        foreach (Paper paper in knowledge.Papers.Where(paper => paper.Labels.Count > 0))
        {
            if (DocumentKinds.Parse(paper.Code) is { } kind)
            {
                _books[kind] = new LabelBook(paper.Labels);
            }
        }
    }

    /// <summary>What was found, by the names of <c>knowledge/papers</c>; days are written 2026-01-31.</summary>
    public IReadOnlyDictionary<string, string> Of(DocumentKind kind, PaperText text)
    {
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        if (!_books.TryGetValue(kind, out LabelBook? book))
        {
            return found;
        }

        var paper = new LabelledPaper(text, book);
        foreach ((string field, string value) in paper.Spots.SelectMany(spot => Values(paper, spot)))
        {
            found.TryAdd(field, value);
        }

        if (kind == DocumentKind.BusinessLicence)
        {
            AddLicence(found, text);
        }

        return found;
    }

    private IEnumerable<(string Field, string Value)> Values(LabelledPaper paper, Spot spot)
    {
        foreach (LabelHit label in spot.Labels.Where(hit => hit.Explicit || hit.Start == 0))
        {
            string? value = paper.Values(spot, label).FirstOrDefault()?.Trim(' ', ':', '"', '“', '”');
            if (value is { Length: > 1 and <= Longest })
            {
                if (label.Field != ValidUntil)
                {
                    yield return (label.Field, value);
                }
                else if (LastDate(value) is { } day)
                {
                    yield return (ValidUntil, Checks.RuleWords.Day(day));
                }
            }
        }
    }

    /// <summary>"2024年1月1日至2026年12月31日": the last day counts; one that can be read in two ways counts late.</summary>
    private DateOnly? LastDate(string value)
    {
        DateOnly? last = null;
        for (int at = 0; at < value.Length; at++)
        {
            bool begins = at == 0 || !char.IsLetterOrDigit(value[at - 1]) || Folded.IsIdeograph(value[at - 1]);
            if (begins && char.IsLetterOrDigit(value[at]) && _dates.At(value[at..]) is { } date)
            {
                DateOnly late = date.DayFirst > date.MonthFirst ? date.DayFirst : date.MonthFirst;
                last = last is { } before && before > late ? before : late;
            }
        }

        return last;
    }

    /// <summary>The code by its form wherever it stands, and the company's name in each script.</summary>
    private void AddLicence(SortedDictionary<string, string> found, PaperText text)
    {
        string? code = text
            .Cells.SelectMany(cell => cell.Text.Split(' ', ':', '：'))
            .FirstOrDefault(SocialCreditCode.HasForm);
        if (code is not null)
        {
            found[RegistrationCode] = code.ToUpperInvariant();
        }

        List<string> names = [.. text.Cells.Select(cell => cell.Text).Where(_names.HasLegalForm)];
        if (!found.ContainsKey(LegalName) && names.Count > 0)
        {
            found[LegalName] = names[0];
        }

        if (found.TryGetValue(LegalName, out string? name))
        {
            bool chinese = name.Any(Folded.IsIdeograph);
            if (names.Find(other => other.Any(Folded.IsIdeograph) != chinese) is { } otherName)
            {
                found[OtherName] = otherName;
            }
        }
    }
}
