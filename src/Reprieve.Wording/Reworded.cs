using System.Text;
using Reprieve.Responses;
using Reprieve.Responses.Evidence;

namespace Reprieve.Wording;

/// <summary>Puts taken wordings in the place of our sentences; all that stands between them stays.</summary>
internal static class Reworded
{
    public static WrittenResponse With(
        WrittenResponse response,
        IReadOnlyDictionary<LedgerSentence, WordedSentence> judged
    )
    {
        var text = new StringBuilder();
        List<LedgerSentence> sentences = [];
        int at = 0;
        foreach (LedgerSentence sentence in response.Sentences)
        {
            text.Append(response.Text, at, sentence.Start - at);
            at = sentence.Start + sentence.Length;
            bool taken =
                judged.TryGetValue(sentence, out WordedSentence? worded)
                && worded.Objection is null
                && worded.Theirs != sentence.Text;
            string words = taken ? worded!.Theirs! : sentence.Text;
            sentences.Add(
                sentence with
                {
                    Text = words,
                    Start = text.Length,
                    Length = words.Length,
                    Ours = taken ? sentence.Text : null,
                }
            );
            text.Append(words);
        }

        text.Append(response.Text, at, response.Text.Length - at);
        return response with { Text = text.ToString(), Sentences = sentences };
    }
}
