namespace Reprieve.Testing;

/// <summary>
/// Holds every call of the Selling Partner API that goes through against Amazon's models, and keeps what is wrong. Without
/// models it only passes on. It never leaves the thread, so that it fits simulated time.
/// </summary>
internal sealed class ModelCheck(AmazonModels? models, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // No model of it is at hand.
    private const string Unmodelled = "/support/";
    private readonly List<string> _violations = [];
    private int _checked;

    /// <summary>What was wrong, a sentence each: operation, whether request or answer, what.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_violations)
            {
                return [.. _violations];
            }
        }
    }

    /// <summary>How many calls were held against a model.</summary>
    public int Checked => Volatile.Read(ref _checked);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (models is null || !IsApi(request.RequestUri!))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        ModelOperation? operation = models.Find(request.Method.Method, request.RequestUri!.AbsolutePath);
        string at = operation?.Name ?? $"{request.Method} {request.RequestUri.AbsolutePath}";
        string? body = request.Content is { } content
            ? await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)
            : null;
        Add(at, "request", RequestFaults(request, operation, body));
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await response.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        string answer = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (operation is not null)
        {
            Add(at, $"answer {(int)response.StatusCode}", operation.ResponseFaults((int)response.StatusCode, answer));
            Interlocked.Increment(ref _checked);
        }

        return response;
    }

    private static bool IsApi(Uri address) =>
        address.Host.Contains("sellingpartnerapi-", StringComparison.Ordinal)
        && !address.AbsolutePath.StartsWith(Unmodelled, StringComparison.Ordinal);

    private static IEnumerable<string> RequestFaults(
        HttpRequestMessage request,
        ModelOperation? operation,
        string? body
    )
    {
        if (operation is null)
        {
            return ["no model knows it"];
        }

        List<string> faults = [.. operation.QueryFaults(request.RequestUri!.Query), .. operation.BodyFaults(body)];
        if (!request.Headers.Contains("x-amz-access-token"))
        {
            faults.Add("no access token");
        }

        if (request.Headers.UserAgent.Count == 0)
        {
            faults.Add("no user-agent");
        }

        if (body is not null && request.Content?.Headers.ContentType?.MediaType != "application/json")
        {
            faults.Add("the body is not declared as JSON");
        }

        return faults;
    }

    private void Add(string operation, string side, IEnumerable<string> faults)
    {
        lock (_violations)
        {
            _violations.AddRange(faults.Select(fault => $"{operation}, {side}: {fault}"));
        }
    }
}
