using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Writing;

/// <summary>
/// The papers that go out: what the notice asks for and is there, what the sentences cite, what proves a statement,
/// and the order lists we make ourselves. Each is named by what it proves and cited by that name.
/// </summary>
internal sealed class Attaching(Playbook frame, string language, Formats formats)
{
    private const int MaxSlug = 40;
    private readonly List<Attachment> _attachments = [];

    /// <summary>The name a file or a list is sent under, by path or by the fact id of the list.</summary>
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<Attachment> All => _attachments;

    /// <summary>What a fact says once the names are settled: a file is cited by the name it is sent under.</summary>
    public string ValueOf(Fact fact) =>
        _names.GetValueOrDefault(fact.Id)
        ?? (fact.Source.Origin == FactOrigin.Document ? _names.GetValueOrDefault(fact.Value) : null)
        ?? fact.Value;

    public void Asked(ResponseRequest request, IReadOnlyList<string> asks, FactBook book)
    {
        foreach ((string ask, DocumentKind kind) in Papers.KindOfAsk.Where(pair => asks.Contains(pair.Ask)))
        {
            DocumentFacts.Usable(request.Documents, kind).ForEach(Add);
            string? named = book.Find("paper." + ask)?.Code;
            if (request.Documents.FirstOrDefault(d => d.Path == named) is { } paper)
            {
                Add(paper, ask);
            }
        }
    }

    public void Cited(ResponseRequest request, IEnumerable<Chosen> sentences, FactBook book)
    {
        foreach (string id in sentences.SelectMany(sentence => sentence.Facts))
        {
            Fact fact = book.Find(id)!;
            if (
                fact.Source.Origin == FactOrigin.Document
                && request.Documents.FirstOrDefault(d => d.Path == fact.Source.File) is { } paper
            )
            {
                Add(paper);
            }

            if (book.List(id) is { } list)
            {
                Add(id, list);
            }
        }
    }

    /// <summary>Papers that prove what a person says, each with the sentence it proves.</summary>
    public void Proofs(IEnumerable<Chosen> sentences, FactBook book)
    {
        foreach (Chosen sentence in sentences)
        {
            foreach (Document proof in sentence.Facts.SelectMany(book.Proofs))
            {
                string says = TextComposer.Render(sentence, language, id => ValueOf(book.Find(id)!));
                Add(
                    proof,
                    Claim("proof", new() { ["doc.sentence"] = says.TrimEnd('.') }),
                    Slug(Stem(proof.Path), "proof")
                );
            }
        }
    }

    private void Add(Document paper) => Add(paper, null);

    private void Add(Document paper, string? ask)
    {
        Dictionary<string, string?> known = new()
        {
            ["doc.number"] = paper.Number,
            ["doc.date"] = paper.Date is { } day ? formats.Date(day) : null,
            ["doc.issuer"] = paper.Supplier?.Name,
        };
        string kind = paper.Kind == DocumentKind.Unknown && ask is not null ? ask.TrimEnd('s') : paper.Kind.Code();
        string name = kind.Replace('_', '-') + (paper.Number is null ? "" : "-" + paper.Number);
        Add(
            paper,
            Claim(kind, known),
            paper.Kind == DocumentKind.Unknown && ask is null ? Slug(Stem(paper.Path), "paper") : Slug(name, "paper")
        );
    }

    private void Add(Document paper, string claim, string slug)
    {
        if (!_names.ContainsKey(paper.Path))
        {
            string sendAs = Number(slug, Path.GetExtension(paper.Path).ToLowerInvariant());
            _names[paper.Path] = sendAs;
            _attachments.Add(new Attachment(paper.Path, sendAs, claim, paper.Sha256));
        }
    }

    private void Add(string id, OrderList list)
    {
        if (_names.ContainsKey(id))
        {
            return;
        }

        Dictionary<string, string?> known = new()
        {
            ["doc.count"] = formats.Count(list.Orders.Count),
            ["doc.from"] = formats.Date(list.From),
            ["doc.to"] = formats.Date(list.To),
        };
        string claim = Claim("order_list", known);
        byte[] content = OrderListPdf.Write(claim, list.Orders);
        string sendAs = Number(list.Name, ".pdf");
        _names[id] = sendAs;
        _attachments.Add(
            new Attachment(sendAs, sendAs, claim, Convert.ToHexStringLower(SHA256.HashData(content)), content)
        );
    }

    private string Number(string slug, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"Attachment-{_attachments.Count + 1}-{slug}{extension}");

    /// <summary>The first wording of the frame for this kind of paper whose gaps can all be filled.</summary>
    private string Claim(string kind, Dictionary<string, string?> known)
    {
        PlaybookSentence? wording = frame
            .Sentences.Where(s => s.Id.StartsWith("claim_" + kind, StringComparison.Ordinal) || s.Id == "claim_other")
            .FirstOrDefault(s =>
                Template.Names(s.Say.In(language)).All(name => known.GetValueOrDefault(name) is not null)
            );
        return wording is null ? kind : Template.Fill(wording.Say.In(language), name => known[name]!);
    }

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(path);

    private static string Slug(string text, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        string plain = slug.ToString(0, Math.Min(slug.Length, MaxSlug)).Trim('-');
        return plain.Length == 0 ? otherwise : plain;
    }
}
