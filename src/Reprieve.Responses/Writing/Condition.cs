using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Writing;

/// <summary>A condition of a playbook: <c>fact</c>, <c>!fact</c>, <c>fact=value</c>, <c>fact!=value</c>.</summary>
internal readonly record struct Condition(string Fact, Condition.Kind Is, string? Value)
{
    internal enum Kind
    {
        Known,
        Unknown,
        Equal,
        Different,
    }

    public static Condition Parse(string text)
    {
        int different = text.IndexOf("!=", StringComparison.Ordinal);
        if (different > 0)
        {
            return new(text[..different], Kind.Different, text[(different + 2)..]);
        }

        int equal = text.IndexOf('=', StringComparison.Ordinal);
        if (equal > 0)
        {
            return new(text[..equal], Kind.Equal, text[(equal + 1)..]);
        }

        return text.StartsWith('!') ? new(text[1..], Kind.Unknown, null) : new(text, Kind.Known, null);
    }

    /// <summary>Whether it compares: then the fact steers what is said.</summary>
    public bool Compares => Is is Kind.Equal or Kind.Different;

    /// <summary>Holds by what is known; an unknown fact is neither equal nor different. Of several picks one is enough.</summary>
    public bool Holds(FactBook book)
    {
        string? code = book.Find(Fact)?.Code;
        return Is switch
        {
            Kind.Known => code is not null,
            Kind.Unknown => code is null,
            Kind.Equal => code is not null && code.Split(',').Contains(Value, StringComparer.Ordinal),
            _ => code is not null && !code.Split(',').Contains(Value, StringComparer.Ordinal),
        };
    }
}
