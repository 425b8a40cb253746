using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Finds order ids (3-7-7 digits) and complaint ids (the number after their label).</summary>
internal static class NumberFinder
{
    private const string ComplaintLabel = "complaint_id";
    private const int ShortestComplaintId = 6;
    private const int LongestComplaintId = 20;

    public static IReadOnlyList<string> OrderIds(Reading reading)
    {
        List<string> found = [];
        foreach (NoticeText part in reading.Parts)
        {
            foreach (Sentence sentence in part.Sentences)
            {
                bool read = !sentence.IsHistory && sentence.HasToken(TokenMarks.Number);
                for (int i = sentence.First; i + 2 < sentence.Last && read; i++)
                {
                    if (IsOrderId(part, i))
                    {
                        found.Add(part.Text[part.Tokens[i].Start..part.Tokens[i + 2].End]);
                    }
                }
            }
        }

        return found.Count < 2 ? found : [.. found.Distinct(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<string> ComplaintIds(Reading reading)
    {
        List<string> found = [];
        foreach (CueHit hit in reading.Hits(CueField.Label, boilerplate: true))
        {
            if (hit.Code == ComplaintLabel)
            {
                found.AddRange(NumbersAfter(hit));
            }
        }

        return found.Count < 2 ? found : [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsOrderId(NoticeText part, int i)
    {
        ReadOnlySpan<Token> tokens = part.Tokens.AsSpan(i, 3);
        return tokens[0].Length == 3
            && tokens[1].Length == 7
            && tokens[2].Length == 7
            && tokens[0].Is(TokenMarks.Number)
            && tokens[1].Is(TokenMarks.Number)
            && tokens[2].Is(TokenMarks.Number)
            && Joined(part.Text, tokens[0], tokens[1])
            && Joined(part.Text, tokens[1], tokens[2])
            && (tokens[0].Start == 0 || part.Text[tokens[0].Start - 1] != '-')
            && (tokens[2].End == part.Text.Length || part.Text[tokens[2].End] != '-');
    }

    private static bool Joined(string text, Token left, Token right) =>
        right.Start == left.End + 1 && text[left.End] == '-';

    /// <summary>The numbers right after a label: one, or several parted by commas.</summary>
    private static IEnumerable<string> NumbersAfter(CueHit label)
    {
        NoticeText part = label.Sentence.Part;
        for (int i = label.Last; i < part.Tokens.Length; i++)
        {
            Token token = part.Tokens[i];
            bool isId = token.Is(TokenMarks.Number) && token.Length is >= ShortestComplaintId and <= LongestComplaintId;
            if (!isId)
            {
                yield break;
            }

            yield return part.Slice(token).ToString();
        }
    }
}
