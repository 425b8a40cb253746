using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Answers.Escalations;

/// <summary>Fills what is known of a case into the texts of a way.</summary>
/// <param name="facts">The case.</param>
/// <param name="route">The way whose mailbox is used; null for none.</param>
/// <param name="opening">Tells days of the store.</param>
internal sealed class EscalationWords(EscalationCase facts, Route? route, Opening opening)
{
    private const string Sent = "{sent}";

    /// <summary>Texts in the screen's language.</summary>
    public static IReadOnlyList<string> In(IEnumerable<LocalizedText> texts) =>
        [.. texts.Select(text => text.In(UserTexts.Language))];

    public IReadOnlyList<string> Steps(IEnumerable<LocalizedText> steps) =>
        [
            .. In(steps)
                .Select(step =>
                    route is { Addresses.Count: > 0 }
                        ? step.Replace("{address}", route.Addresses[0], StringComparison.Ordinal)
                        : step
                ),
        ];

    /// <summary>The script in the screen's language, then in English, as one does not know who answers.</summary>
    public IReadOnlyList<PhoneScript> Script(IReadOnlyList<LocalizedText> lines) =>
        lines.Count == 0
            ? []
            :
            [
                .. new[] { UserTexts.Language, LocalizedText.Fallback }
                    .Distinct()
                    .Select(language => new PhoneScript(
                        language,
                        [.. lines.Where(Holds).Select(line => Line(line, language))]
                    )),
            ];

    /// <summary>A line about what was sent is for those who sent something on a known day.</summary>
    private bool Holds(LocalizedText line) =>
        facts.SentAt is not null || !line.ToString().Contains(Sent, StringComparison.Ordinal);

    private string Line(LocalizedText line, string language)
    {
        string text = line.In(language)
            .Replace("{store}", facts.Store ?? "…", StringComparison.Ordinal)
            .Replace("{marketplace}", facts.Notice?.Marketplace ?? "…", StringComparison.Ordinal);
        return facts.SentAt is { } at
            ? text.Replace(Sent, Day(opening.Day(at), language), StringComparison.Ordinal)
            : text;
    }

    private static string Day(DateOnly day, string language) =>
        day.ToString(language == LocalizedText.Fallback ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);
}
