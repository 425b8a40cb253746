using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Reprieve.Wording;

/// <summary>A connection to a language model: asked once, not again and again, and read only so far and so long.</summary>
public sealed class ModelConnection : IDisposable
{
    private readonly HttpClient _http;

    public ModelConnection(ModelSettings settings)
    {
        _http = new HttpClient(
            new BoundedReplies { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            NetworkTimeout = settings.Timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(_http),
        };
        // An endpoint without a key still gets a header: the library has no other way.
        var client = new OpenAIClient(new ApiKeyCredential(settings.Key ?? "none"), options);
        Chat = client.GetChatClient(settings.Model).AsIChatClient();
        Name = $"{settings.Model} ({settings.Endpoint.Host})";
        Patience = settings.Timeout;
    }

    /// <summary>What is asked.</summary>
    public IChatClient Chat { get; }

    /// <summary>Model and host, for people.</summary>
    public string Name { get; }

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Patience { get; }

    public void Dispose()
    {
        Chat.Dispose();
        _http.Dispose();
    }
}
