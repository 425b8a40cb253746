using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Finds how many appeals a mail says it takes. Few say so, and no number holds without.</summary>
internal static class AttemptFinder
{
    /// <summary>The first count that the mail states, or null.</summary>
    public static StatedAttempts? Find(Reading reading)
    {
        foreach (NoticeText part in reading.Parts)
        {
            foreach (Sentence sentence in part.Sentences)
            {
                bool read = !sentence.IsHistory && sentence.Role != SectionRoles.Help;
                if (read && In(sentence) is { } stated)
                {
                    return stated;
                }
            }
        }

        return null;
    }

    private static StatedAttempts? In(Sentence sentence)
    {
        if (!sentence.Has(CueField.AttemptsLeft) && !sentence.Has(CueField.AttemptsInAll))
        {
            return null;
        }

        CueHit? widest = null;
        foreach (CueHit hit in sentence.Part.Hits(sentence))
        {
            if (
                hit.Field is CueField.AttemptsLeft or CueField.AttemptsInAll
                && (widest is null || hit.Length > widest.Length)
            )
            {
                widest = hit;
            }
        }

        return widest is null
            ? null
            : new StatedAttempts(
                int.Parse(widest.Code, CultureInfo.InvariantCulture),
                widest.Field == CueField.AttemptsInAll,
                sentence.Part.Evidence(widest.First, widest.Last)
            );
    }
}
