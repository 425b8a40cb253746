using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Reprieve.Knowledge.Loading;

/// <summary>Reads YAML that people write by hand: whatever is wrong with it comes out as one fault with its line.</summary>
public static class BoundedYaml
{
    /// <summary>Reads the documents of a file.</summary>
    /// <param name="maxDepth">Levels that may be nested.</param>
    /// <exception cref="YamlException">It is no YAML, too deep, or has an alias.</exception>
    public static YamlStream Load(TextReader text, int maxDepth)
    {
        var parser = new BoundedYamlParser(text, maxDepth);
        var stream = new YamlStream();
        try
        {
            stream.Load(parser);
            return stream;
        }
        catch (Exception fault) when (fault is not (YamlException or OutOfMemoryException or IOException))
        {
            // The library stumbles over some broken files instead of refusing them.
            Mark at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "not well-formed from here on", fault);
        }
    }
}

/// <summary>A YAML parser that refuses aliases (they make small files large) and deep nesting.</summary>
public sealed class BoundedYamlParser(TextReader text, int maxDepth) : IParser
{
    private readonly Parser _inner = new(text);
    private int _depth;

    public ParsingEvent? Current => _inner.Current;

    public bool MoveNext()
    {
        bool more = _inner.MoveNext();
        if (_inner.Current is AnchorAlias alias)
        {
            throw new YamlException(alias.Start, alias.End, "aliases (*name) are not allowed; write it out");
        }

        _depth += _inner.Current is MappingStart or SequenceStart ? 1 : 0;
        _depth -= _inner.Current is MappingEnd or SequenceEnd ? 1 : 0;
        return _depth <= maxDepth
            ? more
            : throw new YamlException(Current!.Start, Current.End, $"nested deeper than {maxDepth} levels");
    }
}
