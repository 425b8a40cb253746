using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Cases;
using Reprieve.Cases.Corrections;
using Reprieve.Cases.Workflow;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Actions;

/// <summary>What the seller says a message means, where it was read otherwise.</summary>
internal static class CorrectionActions
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/cases/{id:guid}/correct", CorrectAsync).AddEndpointFilter<TokenFilter>();

    private static async Task<IResult> CorrectAsync(Guid id, HttpContext http, CaseDesk desk)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        return await TakeAsync(new CaseId(id), Form.Person(http, form), form, desk) is not { } problem
            ? Form.To($"/cases/{id}/why", "saved")
            : await CasePages.OfCaseAsync<WhyPage>(id, http, desk, ("Knowledge", desk.Knowledge), ("Problem", problem));
    }

    /// <summary>Keeps what a form says of a reading, or goes by what was read again (<c>undo</c>).</summary>
    /// <returns>Why not; null when it is kept.</returns>
    public static async Task<string?> TakeAsync(CaseId id, string who, IFormCollection form, CaseDesk desk)
    {
        string? unfit = null;
        string? problem = await desk.TryAsync(
            id,
            who,
            "reading_corrected",
            laid =>
            {
                unfit = form.Field("undo").Length > 0 ? Undo(laid, form) : Put(laid, form, who, desk);
                return unfit is null;
            }
        );
        return problem ?? unfit;
    }

    private static string? Undo(LaidOutCase laid, IFormCollection form)
    {
        CorrectionFile.Remove(laid.Paths, form.Field("notice"), form.Field("undo"));
        return null;
    }

    /// <summary>Keeps what differs from the reading; what is as it was read first is no correction any more.</summary>
    /// <returns>Why nothing was kept; null when it was.</returns>
    private static string? Put(LaidOutCase laid, IFormCollection form, string who, CaseDesk desk)
    {
        CaseWork work = laid.Work;
        if (work.Notice.Sha256 != form.Field("notice"))
        {
            return Say.Get("correct_other");
        }

        List<(CorrectedField Field, IReadOnlyList<string> Values)> changed =
        [
            .. CorrectedField
                .All.Where(field => form.ContainsKey(field.Code))
                .Select(field => (field, Values(form, field.Code)))
                .Where(one => !one.Item2.SequenceEqual(one.field.Read(work.Notice))),
        ];
        if (changed.Count == 0)
        {
            return Say.Get("correct_none");
        }

        foreach ((CorrectedField field, IReadOnlyList<string> values) in changed)
        {
            if (!field.Fits(values, desk.Knowledge))
            {
                return Say.Get("correct_unfit", field.Title);
            }
        }

        foreach ((CorrectedField field, IReadOnlyList<string> values) in changed)
        {
            Correction? before = work.Corrections.FirstOrDefault(one => one.Field == field.Code);
            if (before?.Was.SequenceEqual(values) == true)
            {
                CorrectionFile.Remove(laid.Paths, work.Notice.Sha256, field.Code);
                continue;
            }

            CorrectionFile.Put(
                laid.Paths,
                new Correction(
                    work.Notice.Sha256,
                    field.Code,
                    values,
                    field.Read(work.Notice),
                    who,
                    DateOnly.FromDateTime(desk.Clock.GetLocalNow().DateTime)
                )
            );
        }

        return null;
    }

    private static IReadOnlyList<string> Values(IFormCollection form, string field)
    {
        IEnumerable<string> given = field switch
        {
            "asins" => form.Field(field)
                .ToUpperInvariant()
                .Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries),
            "reasons" => form[field].Concat(form["reasons-other"]).OfType<string>(),
            _ => [form.Field(field)],
        };
        return [.. given.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
