using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Tests.Keeping;

/// <summary>Receives webhooks in this very process, and answers as it is told.</summary>
internal sealed class Post(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public Post()
        : this(_ => new HttpResponseMessage(HttpStatusCode.NoContent)) { }

    /// <summary>The events of each message that came, whatever was answered.</summary>
    public List<IReadOnlyList<string>> Messages { get; } = [];

    public AlertSender Sender(FakeTimeProvider clock) => new(KnowledgeLoader.BuiltIn, clock, null, this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Messages.Add(await EventsAsync(request));
        return answer(request);
    }

    private static async Task<IReadOnlyList<string>> EventsAsync(HttpRequestMessage request)
    {
        using JsonDocument json = JsonDocument.Parse(await request.Content!.ReadAsStringAsync());
        return json.RootElement.TryGetProperty("alerts", out JsonElement alerts)
            ? [.. alerts.EnumerateArray().Select(one => one.GetProperty("event").GetString()!)]
            : [];
    }
}
