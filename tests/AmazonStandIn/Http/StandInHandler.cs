using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Reprieve.AmazonStandIn;

/// <summary>The stand-in as the other end of an <see cref="HttpClient"/>; answers at once and on the same thread.</summary>
internal sealed class StandInHandler(StandIn standIn, TimeProvider time) : HttpMessageHandler
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = "";
        if (request.Content is { } content)
        {
            using StreamReader reader = new(content.ReadAsStream(cancellationToken), Encoding.UTF8);
            body = reader.ReadToEnd();
        }

        return Serve(request, body, cancellationToken);
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        string body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        return Serve(request, body, cancellationToken);
    }

    private HttpResponseMessage Serve(HttpRequestMessage request, string body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Answer answer = standIn.Serve(
            new Incoming(
                request.Method.Method,
                request.RequestUri!,
                name =>
                    request.Headers.TryGetValues(name, out IEnumerable<string>? values)
                        ? string.Join(' ', values)
                        : null,
                request.Content?.Headers.ContentType?.ToString(),
                body
            )
        );
        if (answer.Cut)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
        }

        HttpResponseMessage response = new((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content =
                answer.Slow > TimeSpan.Zero
                    ? new StreamContent(new SlowStream(answer.Body, answer.Slow, time))
                    : new ByteArrayContent(answer.Body),
        };
        if (answer.ContentType is not null)
        {
            response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(answer.ContentType);
        }

        foreach ((string name, string value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
