using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Reprieve.Practices.Reports;
using Reprieve.Server.Hosting;
using Reprieve.Storage;

namespace Reprieve.Server.Actions;

/// <summary>Takes files out of a form as they come in, without keeping one whole in memory or beside the store.</summary>
internal sealed class Upload(IAntiforgery antiforgery, ServerOptions options)
{
    private const int MostFiles = 500;
    private const int LongestToken = 4096;

    /// <summary>
    /// Hands each file of the form on, up to the first that is not taken. What systems leave beside a person's files is
    /// passed over.
    /// </summary>
    /// <param name="largest">The most that the request may hold, in bytes; null for what the workbench takes.</param>
    /// <returns>Why not all were taken, in the screen's language; null when they were.</returns>
    public async Task<string?> TakeAsync(HttpContext http, Func<string, Stream, Task> take, long? largest = null)
    {
        try
        {
            return await EachAsync(http, take, largest) switch
            {
                null => Say.Get("form_old"),
                0 => Say.Get("new_no_file"),
                _ => null,
            };
        }
        catch (StorageException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Lets a request hold a file.</summary>
    /// <param name="largest">The most that it may hold, in bytes.</param>
    public static void Widen(HttpContext http, long largest)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = largest;
        }

        // The store looks at tables row by row as they come in, and waits for each.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }
    }

    /// <summary>Whether the page's script sent the form: it takes the answer as JSON.</summary>
    public static bool IsByScript(HttpContext http) => http.Request.Headers["X-Upload"] == "1";

    /// <summary>What the page's script is told when files were not taken.</summary>
    public static IResult Refused(string problem) =>
        Results.Json(new { error = problem }, statusCode: StatusCodes.Status422UnprocessableEntity);

    /// <returns>How many files there were; null when the form is not one of ours.</returns>
    private async Task<int?> EachAsync(HttpContext http, Func<string, Stream, Task> take, long? largest)
    {
        Widen(http, largest ?? options.LargestFile);
        if (
            !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out MediaTypeHeaderValue? type)
            || type.Boundary.Length == 0
        )
        {
            return null;
        }

        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), http.Request.Body);
        bool known = false;
        int files = 0;
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } head)
            {
                continue;
            }

            if (!head.IsFileDisposition())
            {
                known = known || await IsOursAsync(http, head, section);
                continue;
            }

            // The token stands before the files: without it nothing is taken.
            if (!known)
            {
                return null;
            }

            string name = (head.FileNameStar.Length > 0 ? head.FileNameStar : head.FileName).ToString();
            if (name.Length == 0)
            {
                continue;
            }

            if (++files > MostFiles)
            {
                throw new StorageException(Say.Get("upload_too_many", MostFiles));
            }

            string kept = CaseFilePath.NameFor(name);
            if (!Leftover.Is(kept))
            {
                await take(kept, section.Body);
            }
        }

        return known ? files : null;
    }

    private async Task<bool> IsOursAsync(HttpContext http, ContentDispositionHeaderValue head, MultipartSection section)
    {
        if (HeaderUtilities.RemoveQuotes(head.Name) != "__RequestVerificationToken")
        {
            return false;
        }

        var buffer = new char[LongestToken];
        using var text = new StreamReader(section.Body);
        int length = await text.ReadBlockAsync(buffer);
        http.Request.Headers[TokenHeader] = new string(buffer, 0, length);
        return await antiforgery.IsRequestValidAsync(http);
    }

    /// <summary>Where the token is looked for besides the form.</summary>
    public const string TokenHeader = "RequestVerificationToken";
}
