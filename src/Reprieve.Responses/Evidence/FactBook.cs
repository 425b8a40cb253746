using System.Globalization;
using Reprieve.Documents;

namespace Reprieve.Responses.Evidence;

/// <summary>
/// The facts of a case by id, in the order they were found. What is known first holds: notice before report
/// before document before a person's word.
/// </summary>
internal sealed class FactBook
{
    private readonly Dictionary<string, Fact> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Document>> _proofs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderList> _lists = new(StringComparer.Ordinal);

    /// <summary>The names of facts that a document or a notice of this case may give, for telling a gap from a slip in a playbook.</summary>
    public IEnumerable<Fact> All => _facts.Values;

    public Fact? Find(string id) => _facts.GetValueOrDefault(id);

    public void Add(string id, string? value, string? code, FactSource source)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _facts.TryAdd(id, new Fact(id, value, code ?? value, source));
        }
    }

    /// <summary>The papers a statement is proved by.</summary>
    public void Prove(string id, Document document)
    {
        if (!_proofs.TryGetValue(id, out List<Document>? proofs))
        {
            _proofs[id] = proofs = [];
        }

        proofs.Add(document);
    }

    public IReadOnlyList<Document> Proofs(string id) =>
        _proofs.TryGetValue(id, out List<Document>? proofs) ? proofs : [];

    public void Attach(string id, OrderList list) => _lists[id] = list;

    public OrderList? List(string id) => _lists.GetValueOrDefault(id);

    /// <summary>How many numbered facts there are under a name: <c>invoice.1…</c>, <c>invoice.2…</c>.</summary>
    public int Count(string group)
    {
        int count = 0;
        while (_facts.Keys.Any(id => id.StartsWith(Item(group, count + 1), StringComparison.Ordinal)))
        {
            count++;
        }

        return count;
    }

    /// <summary>The beginning of the ids of one item.</summary>
    public static string Item(string group, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{group}.{number}.");

    /// <summary>The same facts with one left out, as if it had never been known.</summary>
    public FactBook Without(string id)
    {
        var book = new FactBook();
        foreach (Fact fact in _facts.Values.Where(fact => fact.Id != id))
        {
            book._facts[fact.Id] = fact;
        }

        foreach ((string key, List<Document> proofs) in _proofs)
        {
            book._proofs[key] = proofs;
        }

        foreach ((string key, OrderList list) in _lists)
        {
            book._lists[key] = list;
        }

        return book;
    }
}

/// <summary>The orders behind a figure, to be sent as a list of their own.</summary>
/// <param name="Name">For the file's name: late-orders, defect-orders …</param>
/// <param name="Metric">Code of the metric.</param>
internal sealed record OrderList(string Name, string Metric, DateOnly From, DateOnly To, IReadOnlyList<string> Orders);
