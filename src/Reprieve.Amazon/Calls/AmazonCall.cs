using System.Text.Json.Serialization.Metadata;
using Reprieve.Knowledge;

namespace Reprieve.Amazon.Calls;

/// <summary>A call of an operation.</summary>
/// <param name="Operation">Amazon's name of it, a code of <c>knowledge/amazon-operations</c>.</param>
/// <param name="Method">GET, POST or DELETE.</param>
/// <param name="Path">Its path, with ids in it escaped.</param>
internal sealed record AmazonCall(string Operation, HttpMethod Method, string Path)
{
    /// <summary>What stands behind the question mark, in order; several values of a name are joined by commas.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>The body, JSON; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The scope of a call that is for no account; null for a call in the name of the account.</summary>
    public string? Scope { get; init; }

    /// <summary>The role that it needs where that is not the operation's own; null for that.</summary>
    public LocalizedText? Role { get; init; }

    /// <summary>
    /// Whether it makes something each time: then it is never repeated unless Amazon surely did nothing, and a lost answer is an
    /// <see cref="UncertainCallException"/>.
    /// </summary>
    public bool Makes { get; init; }

    /// <summary>The path with what stands behind it.</summary>
    public string Address =>
        Query.Count == 0
            ? Path
            : Path + "?" + string.Join('&', Query.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"));

    /// <summary>A body of a record.</summary>
    public static byte[] Json<T>(T value, JsonTypeInfo<T> type) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, type);
}

/// <summary>Nobody knows whether Amazon did what it was asked: the answer was lost.</summary>
internal sealed class UncertainCallException(string message, Exception? cause) : Exception(message, cause);
