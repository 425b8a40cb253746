using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Finds what the mail asks for, each thing once, in the order of the text.</summary>
internal static class AskFinder
{
    /// <summary>What is asked for, and of that what the "in error?" section alone offers as another way.</summary>
    public static (IReadOnlyList<Ask> Asks, IReadOnlyList<Ask> Wanted) Find(Reading reading)
    {
        List<Ask> wanted = [];
        List<Ask> offered = [];
        foreach (CueHit hit in reading.Hits(CueField.Ask))
        {
            if (RequestPlaces.MayAsk(hit.Sentence) && RequestPlaces.IsAsked(hit) && !RequestPlaces.IsDenied(hit))
            {
                Add(wanted, hit, onlyIfInError: false);
            }
            else if (
                hit.Sentence is { Role: SectionRoles.Error, IsHeading: false, IsHistory: false }
                && !RequestPlaces.IsDenied(hit)
            )
            {
                Add(offered, hit, onlyIfInError: true);
            }
        }

        if (wanted.Exists(ask => ask.What == "safety_docs"))
        {
            // Pictures of the product and its label belong to its safety documents.
            wanted.RemoveAll(ask => ask.What == "other");
        }

        if (wanted.Count > 1)
        {
            wanted = [.. wanted.OrderBy(ask => FirstNamed(reading, ask))];
        }

        offered.RemoveAll(ask => wanted.Exists(other => other.What == ask.What));
        return ([.. wanted, .. offered], wanted);
    }

    private static void Add(List<Ask> asks, CueHit hit, bool onlyIfInError)
    {
        if (!asks.Exists(a => a.What == hit.Code))
        {
            asks.Add(new Ask(hit.Code, hit.Sentence.Part.Evidence(hit), onlyIfInError));
        }
    }

    /// <summary>Where a thing that is asked for is named first in the body: what it is all about may be said before the list.</summary>
    private static int FirstNamed(Reading reading, Ask ask)
    {
        foreach (CueHit hit in reading.Hits(CueField.Ask))
        {
            bool named = hit.Code == ask.What && !hit.Sentence.Part.IsSubject;
            if (named && RequestPlaces.MayAsk(hit.Sentence) && !RequestPlaces.IsDenied(hit))
            {
                return hit.First;
            }
        }

        return ask.Evidence.Start;
    }
}
