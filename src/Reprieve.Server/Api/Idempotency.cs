using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Api;

/// <summary>
/// A write that carries an <c>Idempotency-Key</c> is done once: sent again it gets the first answer, and what never came to an
/// end is not begun anew, because nobody knows how far it went.
/// </summary>
internal sealed class Idempotency(ReplyBook replies) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 100;
    private const int LargestKept = 256 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        string key = http.Request.Headers[Header].ToString();
        if (key.Length == 0 || HttpMethods.IsGet(http.Request.Method))
        {
            return await next(context);
        }

        if (key.Length > LongestKey || ApiGate.TokenOf(http) is not { } token)
        {
            return ApiAnswers.Problem(StatusCodes.Status400BadRequest, Say.Get("api_key_long", LongestKey));
        }

        string request = Fingerprint(http, context.Arguments);
        return await replies.BeginAsync(token.Id, key, request, http.RequestAborted) switch
        {
            null => await KeptAsync(token.Id, key, request, http, await AnsweredAsync(context, next)),
            { Request: var other } when other != request => ApiAnswers.Refused(Say.Get("api_key_other")),
            { Status: null } => ApiAnswers.Problem(StatusCodes.Status409Conflict, Say.Get("api_key_unknown")),
            { } before => new Again(before with { Body = ReplySeal.Open(ApiGate.TextOf(http), before.Body) }),
        };
    }

    /// <summary>The answer; what was refused with a sentence ended too.</summary>
    private static async Task<object?> AnsweredAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        try
        {
            return await next(context);
        }
        catch (Exception fault) when (DeskFaults.Sentence(fault) is { } sentence)
        {
            return ApiAnswers.Refused(sentence);
        }
    }

    /// <summary>What is asked: method, path, query, and what the operation understood of the body.</summary>
    private static string Fingerprint(HttpContext http, IList<object?> arguments)
    {
        string said = string.Join('\n', arguments.Where(IsOfBody).Select(Shown));
        string all =
            $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}\n{http.Request.ContentLength}\n{said}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    private static bool IsOfBody(object? argument) => argument is ApiRequest;

    private static string Shown(object? argument) =>
        System.Text.Json.JsonSerializer.Serialize(argument, argument!.GetType());

    /// <summary>Runs the answer into memory, keeps it, and sends it on.</summary>
    private async Task<object?> KeptAsync(Guid token, string key, string request, HttpContext http, object? answer)
    {
        if (answer is not IResult result)
        {
            return answer;
        }

        IHttpResponseBodyFeature body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var memory = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(memory));
        try
        {
            await result.ExecuteAsync(http);
        }
        finally
        {
            http.Features.Set(body);
        }

        byte[] bytes = memory.ToArray();
        var reply = new Reply(
            request,
            http.Response.StatusCode,
            http.Response.ContentType,
            http.Response.Headers.Location.ToString() is { Length: > 0 } location ? location : null,
            ReplySeal.Seal(ApiGate.TextOf(http), bytes.Length <= LargestKept ? bytes : [])
        );
        await replies.EndAsync(token, key, reply);
        return new Sent(bytes);
    }

    /// <summary>What was written already, but for its bytes.</summary>
    private sealed class Sent(byte[] bytes) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            bytes.Length == 0 ? Task.CompletedTask : httpContext.Response.Body.WriteAsync(bytes).AsTask();
    }

    /// <summary>The first answer once more.</summary>
    private sealed class Again(Reply reply) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            HttpResponse response = httpContext.Response;
            response.StatusCode = reply.Status!.Value;
            response.ContentType = reply.Type;
            response.Headers.Location = reply.Location;
            response.Headers["Idempotency-Replayed"] = "true";
            return reply.Body.Length == 0 ? Task.CompletedTask : response.Body.WriteAsync(reply.Body).AsTask();
        }
    }
}

/// <summary>What stands in the body of a request.</summary>
internal abstract record ApiRequest;
