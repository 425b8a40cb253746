using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Reprieve.Responses.Interview;

/// <summary>A YAML parser that refuses aliases (they make small files large) and deep nesting.</summary>
internal sealed class BoundedParser(TextReader text) : IParser
{
    private const int MaxDepth = 8;
    private readonly Parser _inner = new(text);
    private int _depth;

    public ParsingEvent? Current => _inner.Current;

    public bool MoveNext()
    {
        bool more = _inner.MoveNext();
        if (_inner.Current is AnchorAlias alias)
        {
            throw new YamlException(alias.Start, alias.End, "aliases are not allowed");
        }

        _depth += _inner.Current is MappingStart or SequenceStart ? 1 : 0;
        _depth -= _inner.Current is MappingEnd or SequenceEnd ? 1 : 0;
        return _depth <= MaxDepth
            ? more
            : throw new YamlException(Current!.Start, Current.End, $"nested deeper than {MaxDepth} levels");
    }
}
