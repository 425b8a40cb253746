namespace Reprieve.Knowledge;

/// <summary>Something wrong in a knowledge file.</summary>
/// <param name="File">Path below the knowledge folder.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record KnowledgeProblem(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>Thrown when knowledge cannot be used; holds every problem found.</summary>
public sealed class KnowledgeException(IReadOnlyList<KnowledgeProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>The problems, in the order of the files.</summary>
    public IReadOnlyList<KnowledgeProblem> Problems { get; } = problems;
}
