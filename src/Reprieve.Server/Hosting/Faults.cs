using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reprieve.Server.Api;
using Reprieve.Server.Desk;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Hosting;

/// <summary>What goes wrong, said once: a page to people, a problem to programs.</summary>
internal static class Faults
{
    /// <summary>
    /// A fault becomes a page with a sentence; what it was is written to the console, once, with the pattern of the path:
    /// a path itself can hold the token of a link.
    /// </summary>
    public static async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            await SaidAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The browser went away.
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            // Too large, cut off, or no form: the asker's fault, and said by the code.
            http.Response.StatusCode = fault.StatusCode;
            await SaidAsync(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            string? sentence = DeskFaults.Sentence(fault);
            if (sentence is null)
            {
                http.RequestServices.GetRequiredService<ILogger<WorkbenchServer>>()
                    .LogError(fault, "{Route}", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            }

            await FaultOf(http, sentence).ExecuteAsync(http);
        }
    }

    /// <summary>Says in words what the framework says by a code alone: to programs, and to people that there is no such page.</summary>
    private static Task SaidAsync(HttpContext http)
    {
        HttpResponse response = http.Response;
        bool isGone = response.StatusCode == StatusCodes.Status404NotFound;
        return response is { HasStarted: true } or { StatusCode: < 400 } or { ContentType: not null }
                ? Task.CompletedTask
            : ApiRoutes.IsOurs(http.Request.Path)
                ? ApiAnswers
                    .Problem(response.StatusCode, Say.Get(isGone ? "page_gone" : "api_body_wrong"))
                    .ExecuteAsync(http)
            : isGone && http.GetEndpoint() is null
                ? PageFrame
                    .Page<MessagePage>(http, response.StatusCode, ("Title", Say.Get("page_gone")), ("Back", "/"))
                    .ExecuteAsync(http)
            : Task.CompletedTask;
    }

    /// <summary>A sentence, or that it is a fault of ours: a page to people, a problem to programs.</summary>
    private static IResult FaultOf(HttpContext http, string? sentence)
    {
        int status = sentence is null
            ? StatusCodes.Status500InternalServerError
            : StatusCodes.Status422UnprocessableEntity;
        return ApiRoutes.IsOurs(http.Request.Path)
            ? ApiAnswers.Problem(status, sentence ?? Say.Get("fault_ours"))
            : PageFrame.Page<MessagePage>(
                http,
                status,
                ("Title", sentence ?? Say.Get("fault_ours")),
                ("Text", sentence is null ? Say.Get("fault_ours_text") : null),
                ("Back", "/")
            );
    }
}
