using System.Buffers;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking.Rules;

/// <summary>
/// Whether a sentence carries a fact of the case: a figure, a day, a time, an order, a file, a name. Not the seller's
/// own name, not Amazon's words, not "100 %" or "24/7"; an ASIN only where the sentence is no stock phrase.
/// </summary>
internal sealed class SentenceFacts(RuleEntry entry, AnswerUnderCheck answer)
{
    private static readonly SearchValues<char> NameOpeners = SearchValues.Create(":-–(\"“");

    private readonly PlanText _plan = answer.Plan;
    private readonly Phrases _stock = entry.Words("stock", answer.Plan);
    private readonly Phrases _noFigures = entry.Words("noFigures", answer.Plan);
    private readonly HashSet<string> _noNames =
    [
        .. entry.Raw("noNames", answer.Plan.Vocabulary?.Language ?? "any"),
        .. (answer.Request.Case?.OwnNames ?? []).SelectMany(name => Tokens.Of(name)).Select(token => token.Key),
    ];

    public bool In(Sentence sentence)
    {
        HashSet<int> noFigure = [];
        foreach (PhraseHit hit in _noFigures.Find(_plan.Tokens, sentence.Tokens))
        {
            noFigure.UnionWith(Enumerable.Range(hit.First, hit.Last - hit.First + 1));
        }

        bool asin = false;
        for (int i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
        {
            Token token = _plan.Tokens[i];
            if (LooksLikeAsin(token))
            {
                asin = true;
            }
            else if (
                (token.Number && !noFigure.Contains(i))
                || IsFileEnding(_plan, i)
                || IsName(i, sentence)
                || HasDigitInside(token)
            )
            {
                return true;
            }
        }

        return _plan.Vocabulary!.Numbers.In(_plan.Tokens, sentence.Tokens) && !_stock.In(_plan.Tokens, sentence.Tokens)
            || IdeographicMonth(sentence)
            || QuotesSomething(sentence)
            || (asin && !_stock.In(_plan.Tokens, sentence.Tokens));
    }

    private static bool LooksLikeAsin(Token token) =>
        token.Length == 10
        && token.Key[0] == 'b'
        && char.IsAsciiDigit(token.Key[1])
        && token.Key.All(char.IsAsciiLetterOrDigit);

    /// <summary>"LK-204", "invoice2.pdf": a letter-and-digit word that is no ASIN names a thing.</summary>
    private static bool HasDigitInside(Token token) => !token.Number && token.Key.Any(char.IsAsciiDigit);

    /// <summary>Whether a token is the ending of a file's name.</summary>
    internal static bool IsFileEnding(PlanText plan, int at) =>
        at > 0
        && plan.Tokens[at].Key
            is "pdf"
                or "csv"
                or "xlsx"
                or "xls"
                or "docx"
                or "png"
                or "jpg"
                or "jpeg"
                or "txt"
                or "zip"
        && plan.Text[plan.Tokens[at].Start - 1] == '.';

    private bool IsName(int at, Sentence sentence)
    {
        Token token = _plan.Tokens[at];
        if (token.Length < 2 || token.Ideographic || _noNames.Contains(token.Key))
        {
            return false;
        }

        return _plan.Vocabulary!.Language switch
        {
            // German nouns are all capitalised: only what is written in capitals, or with a capital inside, is a name.
            "de" => token.Upper || CapitalInside(token),
            "zh-Hans" or "ja" => char.IsAsciiLetter(token.Key[0]),
            _ => token.Capital && at > sentence.Tokens.First && !AfterColon(at) && !AllCapitals(sentence),
        };
    }

    private bool AfterColon(int at) =>
        _plan
            .Text.AsSpan(_plan.Tokens[at - 1].End, _plan.Tokens[at].Start - _plan.Tokens[at - 1].End)
            .IndexOfAny(NameOpeners) >= 0
        && !_plan.Tokens[at].Upper;

    private bool AllCapitals(Sentence sentence)
    {
        int capitals = 0;
        for (int i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
        {
            capitals += _plan.Tokens[i].Capital ? 1 : 0;
        }

        return capitals * 3 > sentence.Tokens.Count * 2;
    }

    private bool CapitalInside(Token token) =>
        _plan.Text.AsSpan(token.Start + 1, token.Length - 1).IndexOfAnyInRange('A', 'Z') >= 0;

    private bool IdeographicMonth(Sentence sentence) => _plan.Dates(sentence.Tokens).Any();

    /// <summary>A quoted name or setting: “北达快递”, „Kurier Nord“.</summary>
    private bool QuotesSomething(Sentence sentence)
    {
        for (int i = sentence.Tokens.First; i < sentence.Tokens.End; i++)
        {
            if (_plan.Tokens[i].Quoted)
            {
                return true;
            }
        }

        return false;
    }
}
