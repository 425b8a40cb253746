using Reprieve.Knowledge;

namespace Reprieve.Server.Desk;

/// <summary>What the seller keeps over the built-in knowledge; what is kept holds at once for all cases.</summary>
/// <param name="leftOut">Entries that were found faulty at the start, and do not hold.</param>
internal sealed class KnowledgeShelf(OwnEntries own, IReadOnlyList<KnowledgeProblem> leftOut, CaseDesk desk)
{
    private readonly Lock _turn = new();
    private IReadOnlyList<KnowledgeProblem> _leftOut = leftOut;

    public IReadOnlyList<OwnEntry> All => own.All;

    public OwnEntry? Find(string folder, string code) => own.Find(folder, code);

    /// <summary>Why an entry does not hold; null when it does.</summary>
    public KnowledgeProblem? Fault(string folder, string code) =>
        _leftOut.FirstOrDefault(problem => problem.File == $"{folder}/{code}.yaml");

    /// <summary>Keeps an entry.</summary>
    /// <param name="was">What the page showed before, see <see cref="Pages.TextHash"/>.</param>
    /// <returns>False when somebody else kept another meanwhile; nothing is changed then.</returns>
    /// <exception cref="KnowledgeException">It is not sound.</exception>
    public bool Keep(OwnEntry entry, string was) => Change(entry.Folder, entry.Code, was, () => own.Keep(entry));

    /// <summary>Lets an entry go; the built-in one holds again.</summary>
    /// <inheritdoc cref="Keep"/>
    public bool Remove(string folder, string code, string was) =>
        Change(folder, code, was, () => own.Remove(folder, code));

    private bool Change(string folder, string code, string was, Func<KnowledgeBase> change)
    {
        lock (_turn)
        {
            if (was != Pages.TextHash.Of(Find(folder, code)?.Fields ?? ""))
            {
                return false;
            }

            desk.Use(change());
            _leftOut = [.. _leftOut.Where(problem => problem.File != $"{folder}/{code}.yaml")];
            return true;
        }
    }
}
