using System.Text.Json;
using Reprieve.Knowledge;

namespace Reprieve.Wording;

/// <summary>
/// Lets a language model propose how an answer given in another script reads in the language of the text to Amazon. It is
/// a proposal: only what a person confirms is used.
/// </summary>
public sealed class AnswerTranslator(ModelConnection model, TimeProvider clock)
{
    private const string Purpose = "translate";

    private readonly ModelQuestion _question = new(model, clock);

    /// <summary>The proposal, or null where there is none to show; and what was sent and came back.</summary>
    /// <param name="ask">The question that was answered.</param>
    /// <param name="language">Language of the text to Amazon, as BCP 47 tag.</param>
    public async Task<(string? Proposal, ModelExchange Exchange)> Propose(
        Question ask,
        string answer,
        string language,
        CancellationToken cancel
    )
    {
        ModelExchange exchange = await _question.Ask(
            Purpose,
            Instructions.Translate(language),
            JsonSerializer.Serialize(
                new SentenceReply([new SentenceReply.Item(0, answer, [ask.Ask.In(LocalizedText.Fallback)])]),
                SentenceReplyJson.Readable.SentenceReply
            ),
            cancel
        );
        if (exchange.Fault is not null)
        {
            return (null, exchange);
        }

        string? theirs = SentenceReply.Parse(exchange.Received!)?.GetValueOrDefault(0);
        string? objection = theirs is null ? Say.Texts.Get("Not_The_Form") : Objection(answer, theirs);
        return (
            objection is null ? theirs : null,
            exchange with
            {
                Sentences = [new WordedSentence(answer, theirs, objection)],
            }
        );
    }

    /// <summary>A translation must be one line of fitting length with the same figures; the rest is the person's to judge.</summary>
    private static string? Objection(string answer, string theirs)
    {
        if (theirs.Length == 0 || theirs.Length > (answer.Length * 6) + 40 || theirs.Any(char.IsControl))
        {
            return Say.Texts.Get("Objection_Form");
        }

        return Figures(theirs).SequenceEqual(Figures(answer), StringComparer.Ordinal)
            ? null
            : Say.Texts.Get("Objection_Figures");
    }

    private static IEnumerable<string> Figures(string text) =>
        text.Split([.. text.Where(c => !char.IsAsciiDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Order(StringComparer.Ordinal);
}
