using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reprieve.Wording;

/// <summary>Asks a model one thing, once. Whatever goes wrong is said, and nothing of it stops the work.</summary>
internal sealed class ModelQuestion(ModelConnection model, TimeProvider clock)
{
    public async Task<ModelExchange> Ask(string purpose, string instructions, string content, CancellationToken cancel)
    {
        DateTimeOffset at = clock.GetUtcNow();
        string sent = instructions + "\n\n" + content;
        using var patience = new CancellationTokenSource(model.Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            ChatResponse reply = await model.Chat.GetResponseAsync(
                [new ChatMessage(ChatRole.System, instructions), new ChatMessage(ChatRole.User, content)],
                new ChatOptions { Temperature = 0, ResponseFormat = ChatResponseFormat.Json },
                either.Token
            );
            return new ModelExchange(at, model.Name, purpose, sent, reply.Text, null, []);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed(Say.Texts.Get("No_Answer", model.Name, model.Patience.TotalSeconds));
        }
        catch (Exception fault) when (IsOfTheModel(fault))
        {
            return Failed(Say.Texts.Get("Cannot_Ask", model.Name, Reason(fault)));
        }

        ModelExchange Failed(string why) => new(at, model.Name, purpose, sent, null, why, []);
    }

    /// <summary>The network, the endpoint, or a reply that is not of the protocol.</summary>
    private static bool IsOfTheModel(Exception fault) =>
        fault
            is ClientResultException
                or HttpRequestException
                or IOException
                or JsonException
                or InvalidOperationException
                or FormatException
                or ArgumentException
                or KeyNotFoundException
                or AggregateException;

    private static string Reason(Exception fault)
    {
        Exception last = fault is AggregateException { InnerExceptions.Count: > 0 } many
            ? many.InnerExceptions[^1]
            : fault;
        string line = last.Message.ReplaceLineEndings(" ").Trim();
        return line.Length <= 200 ? line : line[..200] + "…";
    }
}
