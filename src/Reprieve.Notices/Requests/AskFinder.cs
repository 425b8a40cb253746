namespace Reprieve.Notices;

/// <summary>Finds what the mail asks for, each thing once, in the order of the text.</summary>
internal static class AskFinder
{
    public static IReadOnlyList<Ask> Find(Reading reading)
    {
        List<(Ask Ask, Sentence Sentence)> asks = [];
        foreach (CueHit hit in reading.Hits(CueField.Ask))
        {
            bool counts =
                RequestPlaces.MayAsk(hit.Sentence)
                && (hit.Sentence.Role != SectionRoles.Why || hit.Pattern.Weight >= 1);
            if (counts && !asks.Exists(a => a.Ask.What == hit.Code))
            {
                asks.Add((new Ask(hit.Code, hit.Sentence.Part.Evidence(hit)), hit.Sentence));
            }
        }

        return [.. asks.Select(a => a.Ask)];
    }
}
