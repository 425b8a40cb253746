namespace Reprieve.Testing;

/// <summary>YAML that is broken in ways that people break it, and some that only a machine would.</summary>
internal static class BrokenYaml
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "[a, b",
        "answers: [a, b",
        "answers: [a, b\n  c: d",
        "answers: {a, b",
        "answers:\n  - id: x\n   value: y\n",
        "answers:\n\t- id: x\n",
        "a: b: c",
        "a: 'b",
        "a: \"b\\q\"",
        "a: \"b",
        "{a: b, a: c}",
        "a: b\na: c\n",
        "? [a]\n: b\n",
        "? {a: b}\n: c\n",
        "&a [*a]",
        "a: &b c\nd: *b\n",
        "a: *nowhere",
        "a: !!int x",
        "!<tag:x> a",
        "%YAML 9.9\n---\na: b\n",
        "%TAG ! \n---\na",
        "---\na: b\n---\nc: d\n",
        "a: |9\n x",
        "a: >+-\n x",
        "@a: b",
        "`a`: b",
        "- a\nb: c\n",
        "a:\n  - b\n c\n",
        "]",
        "}",
        "a: ]",
        "[[[[[[[[[[[[[[[[[[[[a",
        "a: b\0c",
        "\u0001",
        "a: \uFFFE",
        ": : :",
        "? ? ?",
        "- - - -",
        "-",
        "?",
        "[,]",
        "{,}",
        "{a: [b}",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\UFFFFFFFF\"",
        new string('[', 200_000),
        string.Concat(Enumerable.Repeat("a: {", 50_000)),
        string.Concat(Enumerable.Repeat("- ", 100_000)),
        string.Concat(Enumerable.Repeat("? ", 50_000)),
    ];

    /// <summary>Every beginning of a sound file, and the file with each letter in turn made another.</summary>
    public static IEnumerable<string> Of(string sound)
    {
        for (int i = 0; i < sound.Length; i++)
        {
            yield return sound[..i];
            foreach (char other in "[]{}:,-?&*!|>'\"%@`#\t\n ")
            {
                yield return $"{sound[..i]}{other}{sound[(i + 1)..]}";
            }
        }
    }
}
