namespace Reprieve.AmazonStandIn;

/// <summary>A field of a query: its arguments, each a list of values, and what is asked of it.</summary>
internal sealed record GraphField(
    string Name,
    IReadOnlyDictionary<string, string[]> Arguments,
    IReadOnlyList<GraphField> Fields
);

/// <summary>Reads as much of GraphQL as a Data Kiosk query has: fields, arguments, selections; nothing else is taken.</summary>
internal sealed class GraphQuery
{
    private const int Deepest = 20;
    private readonly string[] _tokens;
    private int _at;

    private GraphQuery(string text) => _tokens = [.. Tokens(text)];

    /// <summary>The fields at the root.</summary>
    public static IReadOnlyList<GraphField> Read(string text)
    {
        GraphQuery query = new(text);
        if (query.Peek == "query")
        {
            query._at++;
            if (query.Peek != "{")
            {
                query._at++;
            }
        }

        IReadOnlyList<GraphField> fields = query.Selection(0);
        return query.Peek == "" ? fields : throw Wrong(query.Peek);
    }

    private string Peek => _at < _tokens.Length ? _tokens[_at] : "";

    private string Take() => _at < _tokens.Length ? _tokens[_at++] : throw Wrong("the end");

    private void Expect(string token)
    {
        if (Take() is var other && other != token)
        {
            throw Wrong(other);
        }
    }

    private List<GraphField> Selection(int depth)
    {
        if (depth > Deepest)
        {
            throw Wrong("{");
        }

        Expect("{");
        List<GraphField> fields = [];
        while (Peek != "}")
        {
            string name = Name();
            Dictionary<string, string[]> arguments = Peek == "(" ? Arguments() : [];
            fields.Add(new GraphField(name, arguments, Peek == "{" ? Selection(depth + 1) : []));
        }

        Expect("}");
        return fields.Count > 0 ? fields : throw Wrong("}");
    }

    private Dictionary<string, string[]> Arguments()
    {
        Dictionary<string, string[]> arguments = [];
        Expect("(");
        while (Peek != ")")
        {
            string name = Name();
            Expect(":");
            if (!arguments.TryAdd(name, Values()))
            {
                throw Wrong(name);
            }
        }

        Expect(")");
        return arguments;
    }

    private string[] Values()
    {
        if (Peek != "[")
        {
            return [Take().Trim('"')];
        }

        List<string> values = [];
        Expect("[");
        while (Peek != "]")
        {
            values.Add(Take().Trim('"'));
        }

        Expect("]");
        return [.. values];
    }

    private string Name() =>
        Take() is var name && (char.IsLetter(name[0]) || name[0] == '_') ? name : throw Wrong(name);

    private static IEnumerable<string> Tokens(string text)
    {
        for (int at = 0; at < text.Length; )
        {
            int start = at++;
            char c = text[start];
            if (char.IsWhiteSpace(c) || c == ',')
            {
                continue;
            }

            if (c == '"')
            {
                int end = text.IndexOf('"', at);
                at = end < 0 ? throw Wrong("an open text") : end + 1;
            }
            else if (char.IsLetterOrDigit(c) || c == '_')
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-'))
                {
                    at++;
                }
            }

            yield return text[start..at];
        }
    }

    private static Refusal Wrong(string token) => Refusal.Invalid($"The query is not valid GraphQL at '{token}'.");
}
