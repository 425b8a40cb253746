using System.Globalization;
using Reprieve.Cases;

namespace Reprieve.Kills;

/// <summary>What the killed processes said was done.</summary>
internal sealed class Acknowledged
{
    public Dictionary<CaseId, KnownCase> Cases { get; } = [];

    public HashSet<CaseId> Gone { get; } = [];

    public List<string> Faults { get; } = [];

    public int Lines { get; private set; }

    public void Take(string line)
    {
        string[] parts = line.Split(' ', 5);
        CaseId id = CaseId.Parse(parts[1]);
        Lines++;
        switch (parts[0])
        {
            case "case":
                Gone.Remove(id);
                Cases[id] = new KnownCase { Revision = int.Parse(parts[2], CultureInfo.InvariantCulture) };
                break;
            case "file":
                Known(id, parts[2]).Files[parts[4]] = parts[3];
                break;
            case "sent":
                Known(id, parts[2]).Sent[int.Parse(parts[4], CultureInfo.InvariantCulture)] = parts[3];
                break;
            case "deleting":
                Lines--;
                Known(id, "1").MayBeGone = true;
                break;
            case "importing":
                // It may be there from now on, before that is acknowledged.
                Lines--;
                Gone.Remove(id);
                break;
            default:
                Cases.Remove(id);
                Gone.Add(id);
                break;
        }
    }

    /// <summary>
    /// A case, which stands at least at the revision. One that was made by a process which was killed before it could say
    /// so is met here for the first time, and is known from now on.
    /// </summary>
    private KnownCase Known(CaseId id, string revision)
    {
        if (!Cases.TryGetValue(id, out KnownCase? known))
        {
            Cases[id] = known = new KnownCase();
        }

        known.Revision = Math.Max(known.Revision, int.Parse(revision, CultureInfo.InvariantCulture));
        return known;
    }
}

/// <summary>What is known of a case.</summary>
internal sealed class KnownCase
{
    public int Revision { get; set; }

    /// <summary>Whether its deletion had begun: then it may be there or not.</summary>
    public bool MayBeGone { get; set; }

    /// <summary>The newest acknowledged hash by path.</summary>
    public Dictionary<string, string> Files { get; } = [];

    /// <summary>The hash of the text that was sent, by round.</summary>
    public Dictionary<int, string> Sent { get; } = [];
}
