using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Reprieve.AmazonStandIn;

/// <summary>Documents of reports, queries and support cases, and the links to them, good for five minutes where nothing else is said.</summary>
internal sealed class DocumentStore
{
    public const string Host = "documents.stand-in.example";
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(string SellerId, string Id), StoredDocument> _documents = [];
    private readonly Dictionary<string, (StoredDocument Document, DateTimeOffset Until, bool Encoded)> _links = [];

    /// <summary>What links begin with; a server on this machine puts its own address before the host.</summary>
    public string Root { get; set; } = $"https://{Host}/";

    public void Keep(string sellerId, string id, StoredDocument document) =>
        _documents.TryAdd((sellerId, id), document);

    public StoredDocument? Find(string sellerId, string id) => _documents.GetValueOrDefault((sellerId, id));

    /// <summary>A new link.</summary>
    /// <param name="encoded">The download says that it is compressed, so that a client unpacks it by itself.</param>
    public string Link(StoredDocument document, DateTimeOffset now, bool encoded, TimeSpan? good = null)
    {
        TimeSpan life = good ?? Usual;
        string signature = (_links.Count + 1).ToString("x8", CultureInfo.InvariantCulture);
        _links[signature] = (document, now + life, encoded);
        return $"{Root}{signature}?X-Amz-Date={now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}&X-Amz-Expires={life.TotalSeconds:0}&X-Amz-Signature={signature}";
    }

    /// <summary>What is behind a link, with the fault that was ordered.</summary>
    public Answer Fetch(Incoming request, DateTimeOffset now, Fault fault)
    {
        if (request.Segments is not [string signature] || !_links.TryGetValue(signature, out var link))
        {
            return Answer.Text(403, "application/xml", Error("SignatureDoesNotMatch", "The signature does not match."));
        }

        if (now >= link.Until || fault == Fault.ExpiredLink)
        {
            return Answer.Text(403, "application/xml", Error("AccessDenied", "Request has expired"));
        }

        byte[] body = link.Document.Bytes();
        Answer answer = new(200)
        {
            Body = fault == Fault.Truncated ? body[..(body.Length / 2)] : body,
            ContentType = link.Document.ContentTypeUnder(fault),
        };
        return link.Encoded && link.Document.Compressed ? answer.With(("Content-Encoding", "gzip")) : answer;
    }

    private static string Error(string code, string message) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>""";
}

/// <summary>A document that is written anew for each download, so that many cost no memory.</summary>
internal sealed record StoredDocument(
    string MediaType,
    Encoding Encoding,
    bool Compressed,
    Func<IEnumerable<string>> Lines
)
{
    public byte[] Bytes()
    {
        using MemoryStream bytes = new();
        Stream target = Compressed ? new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true) : bytes;
        // What is packed is whole only after the packer was closed.
        using (StreamWriter writer = new(target, Encoding, leaveOpen: !Compressed))
        {
            foreach (string line in Lines())
            {
                writer.Write(line);
            }
        }

        return bytes.ToArray();
    }

    public string ContentTypeUnder(Fault fault) =>
        fault switch
        {
            Fault.NoCharset => MediaType,
            Fault.WrongCharset =>
                $"{MediaType}; charset={(Encoding.CodePage == Encoding.UTF8.CodePage ? "Shift_JIS" : "UTF-8")}",
            _ => $"{MediaType}; charset={Encoding.WebName}",
        };
}
