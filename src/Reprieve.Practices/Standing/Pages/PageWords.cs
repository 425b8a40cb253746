using System.Buffers;
using System.Runtime.CompilerServices;
using Reprieve.Knowledge;

namespace Reprieve.Practices.Standing;

/// <summary>The words of the Account Health page in all languages of knowledge, and where they stand in a text.</summary>
internal sealed class PageWords
{
    private static readonly ConditionalWeakTable<KnowledgeBase, PageWords> Known = [];

    private readonly IReadOnlyList<HealthWords> _all;
    private readonly SearchValues<string> _search;
    private readonly ILookup<char, (string Text, PageWordKind Kind, string? Code)> _words;

    private PageWords(KnowledgeBase knowledge)
    {
        _all = knowledge.HealthWords;
        (string Text, PageWordKind Kind, string? Code)[] words =
        [
            .. Labels(knowledge)
                .Concat(_all.SelectMany(one => one.Others.Select(text => (text, PageWordKind.Other, (string?)null))))
                .Concat(
                    _all.SelectMany(one => one.Merchant.Select(text => (text, PageWordKind.Merchant, (string?)null)))
                )
                .Concat(_all.SelectMany(one => one.Amazon.Select(text => (text, PageWordKind.Amazon, (string?)null))))
                .Concat(_all.SelectMany(one => one.None.Select(text => (text, PageWordKind.None, (string?)null))))
                .Select(word => (Text: PageText.Plain(word.Item1), word.Item2, word.Item3))
                .Where(word => word.Text.Length > 0)
                .DistinctBy(word => word.Text, StringComparer.OrdinalIgnoreCase)
                // The longest of those that begin alike is meant.
                .OrderByDescending(word => word.Text.Length),
        ];
        _search = SearchValues.Create([.. words.Select(word => word.Text)], StringComparison.OrdinalIgnoreCase);
        _words = words.ToLookup(word => char.ToUpperInvariant(word.Text[0]));
        Targets = Plain(words => words.Targets);
        Days = Plain(words => words.Days);
        Window10 = Plain(words => words.Window10);
        Unless = Plain(words => words.Unless);
        Statuses = [.. HealthField.Statuses.Select(status => (status, Plain(words => Of(words.Statuses, status))))];
        StatusWords =
        [
            .. HealthField.Statuses.Select(status => (status, Plain(words => Of(words.StatusWords, status)))),
        ];
    }

    /// <inheritdoc cref="HealthWords.Targets"/>
    public IReadOnlyList<string> Targets { get; }

    /// <inheritdoc cref="HealthWords.Days"/>
    public IReadOnlyList<string> Days { get; }

    /// <inheritdoc cref="HealthWords.Window10"/>
    public IReadOnlyList<string> Window10 { get; }

    /// <inheritdoc cref="HealthWords.Unless"/>
    public IReadOnlyList<string> Unless { get; }

    /// <inheritdoc cref="HealthWords.Statuses"/>
    public IReadOnlyList<(string Status, IReadOnlyList<string> Words)> Statuses { get; }

    /// <inheritdoc cref="HealthWords.StatusWords"/>
    public IReadOnlyList<(string Status, IReadOnlyList<string> Words)> StatusWords { get; }

    public static PageWords Of(KnowledgeBase knowledge) =>
        Known.GetValue(knowledge, static known => new PageWords(known));

    /// <summary>What is known of a text, in order; nothing overlaps.</summary>
    public IReadOnlyList<PageWord> In(string text)
    {
        List<PageWord> found = [];
        int from = 0;
        while (from < text.Length && text.AsSpan(from).IndexOfAny(_search) is >= 0 and var ahead)
        {
            int at = from + ahead;
            from = at + 1;
            foreach ((string word, PageWordKind kind, string? code) in _words[char.ToUpperInvariant(text[at])])
            {
                if (PageText.Stands(text, at, word))
                {
                    from = at + word.Length;
                    found.Add(new PageWord(kind, code, at, from));
                    break;
                }
            }
        }

        return found;
    }

    private static IReadOnlyList<string> Of(IReadOnlyDictionary<string, IReadOnlyList<string>> words, string status) =>
        words.GetValueOrDefault(status) ?? [];

    private IReadOnlyList<string> Plain(Func<HealthWords, IReadOnlyList<string>> words) =>
        [.. _all.SelectMany(words).Select(PageText.Plain).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Labels of the page, and the names of metrics and counters.</summary>
    private static IEnumerable<(string, PageWordKind, string?)> Labels(KnowledgeBase knowledge) =>
        knowledge
            .HealthWords.SelectMany(words => words.Labels)
            .SelectMany(label => label.Value.Select(text => (text, label.Key)))
            .Concat(
                knowledge.Metrics.SelectMany(metric => metric.Name.Texts.Values.Select(text => (text, metric.Code)))
            )
            .Concat(
                knowledge.Warnings.SelectMany(rule => (rule.Name?.Texts.Values ?? []).Select(text => (text, rule.Code)))
            )
            .Concat(
                PolicyCounters.All.SelectMany(counter =>
                    Say.Texts.InAll($"Standing_Counter_{counter}").Select(text => (text, counter))
                )
            )
            .Select(pair => (pair.Item1, PageWordKind.Label, (string?)pair.Item2));
}
