using System.Text.Json;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Evidence;

namespace Reprieve.Wording;

/// <summary>
/// Lets a language model smooth the wording of an answer. It gets our sentences and the facts they rest on, nothing
/// else of the case; each sentence that comes back is held against ours, and ours stays where it says more or less.
/// </summary>
public sealed class PlanSmoother(KnowledgeBase knowledge, ModelConnection model, TimeProvider clock)
{
    private const string Purpose = "smooth";

    private readonly ModelQuestion _question = new(model, clock);

    /// <summary>The answer with the wordings that were taken; unchanged when the model cannot be asked or says nothing usable.</summary>
    public async Task<SmoothedResponse> Smooth(WrittenResponse response, CancellationToken cancel)
    {
        PlanWords? words = knowledge.PlanWords.FirstOrDefault(w => w.Code == response.Language);
        List<LedgerSentence> ours = [.. response.Sentences.Where(sentence => sentence.Facts.Count > 0)];
        if (words is null || words.Connectives.Count == 0 || ours.Count == 0)
        {
            return new SmoothedResponse(response, null);
        }

        Dictionary<string, string> facts = response.Facts.ToDictionary(fact => fact.Id, fact => fact.Value);
        List<IReadOnlyList<string>> values =
        [
            .. ours.Select(sentence =>
                sentence.Facts.Select(id => facts.GetValueOrDefault(id)).OfType<string>().ToList()
            ),
        ];
        ModelExchange exchange = await _question.Ask(
            Purpose,
            Instructions.Smooth(response.Language),
            JsonSerializer.Serialize(
                new SentenceReply([.. ours.Select((s, i) => new SentenceReply.Item(i, s.Text, values[i]))]),
                SentenceReplyJson.Readable.SentenceReply
            ),
            cancel
        );
        if (exchange.Fault is not null)
        {
            return new SmoothedResponse(response, exchange);
        }

        if (SentenceReply.Parse(exchange.Received!) is not { } replies)
        {
            return new SmoothedResponse(response, exchange with { Fault = Say.Texts.Get("Not_The_Form") });
        }

        var guard = new SentenceGuard(words);
        List<WordedSentence> judged =
        [
            .. ours.Select((sentence, i) => Judged(guard, sentence.Text, replies.GetValueOrDefault(i), values[i])),
        ];
        return new SmoothedResponse(
            Reworded.With(response, ours.Zip(judged).ToDictionary(pair => pair.First, pair => pair.Second)),
            exchange with
            {
                Sentences = judged,
            }
        );
    }

    private static WordedSentence Judged(
        SentenceGuard guard,
        string ours,
        string? theirs,
        IReadOnlyList<string> facts
    ) =>
        theirs is null
            ? new WordedSentence(ours, null, Say.Texts.Get("Objection_Missing"))
            : new WordedSentence(ours, theirs, guard.Objection(ours, theirs, facts));
}

/// <summary>An answer after a model was asked.</summary>
/// <param name="Exchange">What was sent and came back; null when nothing was asked.</param>
public sealed record SmoothedResponse(WrittenResponse Response, ModelExchange? Exchange)
{
    /// <summary>How many sentences were taken.</summary>
    public int Taken =>
        Exchange?.Sentences.Count(sentence => sentence.Objection is null && sentence.Theirs != sentence.Ours) ?? 0;
}
