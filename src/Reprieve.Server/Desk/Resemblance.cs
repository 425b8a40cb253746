using Reprieve.Cases;
using Reprieve.Cases.Workflow;
using Reprieve.Responses;

namespace Reprieve.Server.Desk;

/// <summary>How much an answer resembles one that was sent for another client; nothing tells which.</summary>
/// <param name="Groups">How many word groups of its seller's own it has.</param>
/// <param name="Share">How many of them one answer of another client has too, from 0 to 1.</param>
public sealed record Resemblance(int Groups, double Share)
{
    /// <summary>Of fewer a share says nothing.</summary>
    private const int Least = 30;

    /// <summary>
    /// From here on it is one text rather than two of one playbook: those of unlike cases share some 5 to 10 of a hundred, those
    /// of one pair with the same playbook 56, a copy all: measured on four pairs of samples only.
    /// </summary>
    private const double WarnsFrom = 0.7;

    /// <summary>Whether a person has to know before it is sent.</summary>
    public bool Warns => Groups >= Least && Share >= WarnsFrom;

    /// <summary>The share in whole per cent.</summary>
    public int Percent => (int)Math.Round(Share * 100);

    /// <summary>The answer as it stands, held against all that was sent for others.</summary>
    internal static async Task<Resemblance> OfAsync(CaseId id, CaseWork work, CaseDesk desk, CancellationToken cancel)
    {
        if (work.Response is not WrittenResponse written)
        {
            return new Resemblance(0, 0);
        }

        IReadOnlySet<uint> groups = desk.Wording.Of(written.Sentences, written.Text);
        return new Resemblance(groups.Count, await desk.Store.SharedAsync(id, groups, cancel));
    }
}
