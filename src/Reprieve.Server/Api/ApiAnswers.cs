using Microsoft.AspNetCore.Http;
using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Server.Desk;
using Reprieve.Server.People;

namespace Reprieve.Server.Api;

/// <summary>What all operations share: who acts, and how a refusal reads.</summary>
internal static class ApiAnswers
{
    private const int LongestName = 80;

    /// <summary>Who acts: the token's person; on this machine the name that the request gives, else "seller".</summary>
    public static string Who(HttpContext http, string? by = null) =>
        Caller.Of(http).Person?.Name ?? (by?.Trim() is { Length: > 0 and <= LongestName } name ? name : "seller");

    /// <summary>Whether nobody is named where a name counts.</summary>
    public static bool IsNameless(HttpContext http, string? by) =>
        Caller.Of(http).Person is null && string.IsNullOrWhiteSpace(by);

    public static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);

    /// <summary>Refused with a sentence; nothing was changed.</summary>
    public static IResult Refused(string detail) => Problem(StatusCodes.Status422UnprocessableEntity, detail);

    /// <summary>Done, or refused with a sentence.</summary>
    public static IResult Done(string? problem) => problem is null ? Results.NoContent() : Refused(problem);

    public static IResult Gone() => Problem(StatusCodes.Status404NotFound, Say.Get("case_gone"));

    /// <summary>JSON that the rest of the program writes too, as it stands.</summary>
    public static IResult Json(string json) => Results.Text(json, "application/json; charset=utf-8");

    /// <summary>Answers from a case that has come through the steps; says why where it has not.</summary>
    public static async Task<IResult> OfWorkAsync(
        Guid id,
        HttpContext http,
        CaseDesk desk,
        Func<CaseView, CaseWork, IResult> answer
    )
    {
        CaseView? view = await desk.ViewAsync(new CaseId(id), http.RequestAborted);
        if (view?.Work is { } work)
        {
            return answer(view, work);
        }

        if (view?.IsReading == true)
        {
            http.Response.Headers.RetryAfter = "1";
            return Problem(StatusCodes.Status409Conflict, Say.Get("api_reading"));
        }

        return view is null ? Gone() : Refused(view.Fault ?? Say.Get("reading_stopped"));
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Next">Path of the next page; null on the last.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, int Total, string? Next)
{
    public const int Most = 200;

    /// <summary>Cuts a page out of all that was found.</summary>
    public static ListPage<T> Of(IReadOnlyList<T> all, int? page, int? size, HttpContext http)
    {
        (int skip, int take) = Bounds(page, size);
        return new([.. all.Skip(skip).Take(take)], all.Count, NextOf(http, skip, take, all.Count));
    }

    public static (int Skip, int Take) Bounds(int? page, int? size)
    {
        int take = Math.Clamp(size ?? 50, 1, Most);
        return ((Math.Clamp(page ?? 1, 1, 1_000_000) - 1) * take, take);
    }

    /// <summary>The same request for the page after this one.</summary>
    public static string? NextOf(HttpContext http, int skip, int take, int total)
    {
        if (skip + take >= total)
        {
            return null;
        }

        var query = new QueryString();
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues value) in http.Request.Query)
        {
            query = name == "page" ? query : query.Add(name, value.ToString());
        }

        return http.Request.Path
            + query.Add("page", ((skip / take) + 2).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
