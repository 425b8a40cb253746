using System.Globalization;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Pages;

/// <summary>A list of cases as an Excel file; days in the time of the store.</summary>
/// <param name="people">Names of those who look after cases; empty where nobody works here besides one.</param>
internal sealed class CaseSheet(ClientList clients, KnowledgeBase knowledge, IReadOnlyDictionary<Guid, string> people)
{
    /// <summary>The file.</summary>
    public byte[] Of(IEnumerable<CaseLine> lines) =>
        OfficeSheet.File(OfficeSheet.Of(Say.Get("nav_cases"), lines, [.. Case(), .. State()]));

    private IEnumerable<SheetColumn<CaseLine>> Case()
    {
        yield return new(Say.Get("cases_case"), 34, line => OfficeCell.Text(line.Title));
        if (clients.Any)
        {
            yield return new(Say.Get("clients_client"), 24, line => OfficeCell.Text(clients.Of(line.Account)?.Name));
        }

        yield return new(
            Say.Get("store_name"),
            22,
            line => OfficeCell.Text(clients.Store(line.Account)?.Store ?? line.Summary.Store)
        );
        yield return new(Say.Get("sheet_marketplace"), 16, line => OfficeCell.Text(line.Summary.Marketplace));
        yield return new(
            Say.Get("cases_reason"),
            34,
            line =>
                OfficeCell.Text(
                    line.Summary.Reasons.Count > 0 ? Words.Reasons(line.Summary.Reasons, knowledge)
                    : line.Summary.Kind is { } kind ? NoticeTexts.Name(kind)
                    : null
                )
        );
    }

    private IEnumerable<SheetColumn<CaseLine>> State()
    {
        yield return new(Say.Get("cases_stage"), 22, line => OfficeCell.Text(Words.Stage(line.Stage)));
        yield return new(
            Say.Get("turn_title"),
            12,
            line => OfficeCell.Text(Say.Get("turn_" + line.Summary.TurnAt(line.Stage)))
        );
        yield return new(Say.Get("sheet_questions"), 14, line => OfficeCell.Number(line.Summary.Questions));
        yield return new(Say.Get("sheet_blocking"), 14, line => OfficeCell.Number(line.Summary.Blocking));
        yield return new(Say.Get("sheet_rounds"), 12, line => OfficeCell.Number(line.Summary.Rounds));
        yield return new(Say.Get("sheet_due"), 18, line => OfficeCell.Moment(DueOf(line)));
        yield return new(
            Say.Get("sheet_offset"),
            12,
            line => OfficeCell.Text(DueOf(line)?.ToString("zzz", CultureInfo.InvariantCulture))
        );
        yield return new(Say.Get("sheet_updated"), 18, line => OfficeCell.Moment(line.Updated));
        yield return new(Say.Get("held_title"), 16, line => OfficeCell.Number(line.Held?.Amount));
        yield return new(Say.Get("held_currency"), 10, line => OfficeCell.Text(line.Held?.Currency));
        if (people.Count > 0)
        {
            yield return new(
                Say.Get("keeper_title"),
                20,
                line => OfficeCell.Text(line.Assignee is { } id ? people.GetValueOrDefault(id) : null)
            );
        }
    }

    /// <summary>A forged notice sets no day.</summary>
    private static DateTimeOffset? DueOf(CaseLine line) => line.Stage == CaseStage.NotAmazon ? null : line.Summary.Due;
}
