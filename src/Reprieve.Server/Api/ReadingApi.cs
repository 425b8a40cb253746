using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Reprieve.Cases;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Practices.Charts;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Api;

/// <summary>Steps 1 and 2: what the notice says, and what the reports show.</summary>
internal static class ReadingApi
{
    private const string Json = "application/json";

    public static void Map(RouteGroupBuilder api)
    {
        RouteGroupBuilder steps = api.MapGroup("/cases/{id:guid}").WithTags("why and review");
        steps
            .MapGet("/notice", NoticeAsync)
            .Named("getNotice", "The notice as it was read: the object of `reprieve diagnose`, with its text")
            .Produces<object>(200, Json);
        steps
            .MapPut("/notice/corrections/{field}", CorrectAsync)
            .Named("correctReading", "Says what the message means; what was read is kept beside it")
            .Produces(204);
        steps
            .MapDelete("/notice/corrections/{field}", UndoAsync)
            .Named("undoCorrection", "Goes by what was read again")
            .Produces(204);
        steps
            .MapGet("/deadlines.ics", DaysAsync)
            .Named(
                "getCalendar",
                "The case's deadlines and its claims that can still be appealed, as an iCalendar file"
            )
            .GivesFile("text/calendar");
        steps
            .MapGet("/review", ReviewAsync)
            .Named("getReview", "Past practice: the object of `reprieve review --json`")
            .Produces<object>(200, Json);
        steps
            .MapGet("/findings.xlsx", SheetAsync)
            .Named("getFindingsSheet", "The review's figures, findings, repairs and orders as an Excel file")
            .GivesFile(OfficeCell.Type);
        steps
            .MapGet("/charts/{name}", ChartAsync)
            .Named("getChart", "A chart of the review, as SVG; without a name known, the names are told")
            .GivesFile("image/svg+xml");
        steps
            .MapGet("/orders/{metric}", OrdersAsync)
            .Named("getOrders", "The orders behind a figure (metric and programme: order_defect_rate-merchant), as CSV")
            .GivesFile("text/csv");
        steps.MapPut("/repairs", TickAsync).Named("tickRepair", "Ticks a repair off, or opens it again").Produces(204);
    }

    private static Task<IResult> NoticeAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) => ApiAnswers.Json(DiagnosisJson.Serialize(work.Notice, withText: true))
        );

    private static async Task<IResult> CorrectAsync(
        Guid id,
        string field,
        CorrectionRequest request,
        HttpContext http,
        CaseDesk desk
    ) =>
        ApiAnswers.Done(
            await CorrectionActions.TakeAsync(
                new CaseId(id),
                ApiAnswers.Who(http, request.By),
                new FormCollection(
                    new Dictionary<string, StringValues>(StringComparer.Ordinal)
                    {
                        ["notice"] = request.Notice,
                        [field] =
                            field == "asins" ? string.Join(' ', request.Values) : new StringValues([.. request.Values]),
                    }
                ),
                desk
            )
        );

    private static async Task<IResult> UndoAsync(
        Guid id,
        string field,
        string notice,
        HttpContext http,
        CaseDesk desk
    ) =>
        ApiAnswers.Done(
            await CorrectionActions.TakeAsync(
                new CaseId(id),
                ApiAnswers.Who(http),
                new FormCollection(
                    new Dictionary<string, StringValues>(StringComparer.Ordinal)
                    {
                        ["notice"] = notice,
                        ["undo"] = field,
                    }
                ),
                desk
            )
        );

    private static Task<IResult> DaysAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(id, http, desk, (view, _) => CalendarActions.FileOf(view, desk));

    private static Task<IResult> ReviewAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) =>
                work.Review is { } review
                    ? ApiAnswers.Json(ReviewJson.Serialize(review))
                    : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("api_no_review"))
        );

    private static Task<IResult> SheetAsync(Guid id, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) =>
                work.Review is { } review
                    ? Results.File(new FindingsSheet(review, desk.Knowledge).File(), OfficeCell.Type, "findings.xlsx")
                    : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("api_no_review"))
        );

    private static Task<IResult> ChartAsync(Guid id, string name, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) =>
            {
                IReadOnlyList<Chart> charts = work.Review is { } review ? ReviewCharts.Of(review, desk.Knowledge) : [];
                return charts.FirstOrDefault(chart => chart.Name == name) is { } chart
                    ? Results.Text(chart.Svg, "image/svg+xml; charset=utf-8")
                    : ApiAnswers.Problem(
                        StatusCodes.Status404NotFound,
                        Say.Get("api_no_chart", string.Join(", ", charts.Select(one => one.Name)))
                    );
            }
        );

    private static Task<IResult> OrdersAsync(Guid id, string metric, HttpContext http, CaseDesk desk) =>
        ApiAnswers.OfWorkAsync(
            id,
            http,
            desk,
            (_, work) =>
                work.Review?.Metrics.FirstOrDefault(one => $"{one.Code}-{one.Program.Code()}" == metric) is { } found
                    ? Results.Text(
                        OrderList.Csv(
                            OrderList.Of(found, work.Review, new OrderQuery("", OrderList.Columns[0].Code, false))
                        ),
                        "text/csv",
                        Encoding.UTF8
                    )
                    : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("page_gone"))
        );

    private static async Task<IResult> TickAsync(Guid id, TickRequest request, HttpContext http, CaseDesk desk) =>
        await NoteActions.TickAsync(
            new CaseId(id),
            ApiAnswers.Who(http, request.By),
            request.Repair,
            request.Done,
            desk
        )
            ? Results.NoContent()
            : ApiAnswers.Problem(StatusCodes.Status404NotFound, Say.Get("page_gone"));
}

/// <summary>What a message means.</summary>
/// <param name="Notice">SHA-256 of the message that is meant, as <c>getNotice</c> gives it.</param>
/// <param name="By">On this machine: who says so. Else it is the token's person.</param>
internal sealed record CorrectionRequest(string Notice, IReadOnlyList<string> Values, string? By = null) : ApiRequest;

/// <summary>A tick.</summary>
/// <param name="Repair">The repair's rule and what it is about, with a bar between them: <c>rule|order</c>.</param>
internal sealed record TickRequest(string Repair, bool Done, string? By = null) : ApiRequest;
