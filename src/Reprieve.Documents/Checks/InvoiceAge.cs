using Reprieve.Documents.Fields.Dates;
using Reprieve.Knowledge;

namespace Reprieve.Documents.Checks;

/// <summary>DOC-01: issued within the year before the notice was received, and not after it.</summary>
internal sealed class InvoiceAge(KnowledgeBase knowledge)
{
    private readonly RuleWords _words = new(knowledge, "DOC-01");

    public IEnumerable<DocumentFinding> Check(PaperCase paper)
    {
        if (paper.Kind != DocumentKind.Invoice || paper.Context.NoticeDate is not { } notice)
        {
            return [];
        }

        int days = (int)_words.Limit("days");
        if (paper.Fields!.Date is not { } date)
        {
            return [_words.Warning("missing", days)];
        }

        DocumentFinding? dayFirst = Of(date.DayFirst, notice, days);
        DocumentFinding? monthFirst = Of(date.MonthFirst, notice, days);
        return (dayFirst, monthFirst) switch
        {
            (null, null) => [],
            ({ } finding, { }) => [finding],
            _ => [Ambiguous(date, days)],
        };
    }

    private DocumentFinding Ambiguous(WrittenDate date, int days) =>
        _words.Warning("ambiguous", date.Text, RuleWords.Day(date.DayFirst), RuleWords.Day(date.MonthFirst), days);

    private DocumentFinding? Of(DateOnly date, DateOnly notice, int days)
    {
        int age = notice.DayNumber - date.DayNumber;
        return age < 0 ? _words.Finding("afterNotice", RuleWords.Day(date), age, RuleWords.Day(notice), days)
            : age > days ? _words.Finding("tooOld", RuleWords.Day(date), age, RuleWords.Day(notice), days)
            : null;
    }
}
