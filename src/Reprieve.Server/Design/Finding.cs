namespace Reprieve.Server.Design;

/// <summary>Something a check found.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Mend">How to mend it.</param>
/// <param name="Where">The passage, file or row it is about.</param>
/// <param name="WhereHref">Where that stands.</param>
/// <param name="Source">What the check rests on.</param>
/// <param name="Code">Code of the check.</param>
public sealed record Finding(
    Tone Severity,
    string Message,
    string? Mend = null,
    string? Where = null,
    string? WhereHref = null,
    string? Source = null,
    string? Code = null
);
