using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>Lays the wordings of one language into the index, field by field.</summary>
internal static class WordingCues
{
    /// <summary>Code of what stands right before a period; with <see cref="After"/> for what stands right after it.</summary>
    public const string Before = "before";

    /// <inheritdoc cref="Before"/>
    public const string After = "after";

    private const string Period = "{n} {unit}";

    public static void AddTo(CueIndex index, Wording wording)
    {
        string language = wording.Code;
        Many(CueField.Kind, wording.Kinds);
        Many(CueField.Status, wording.Statuses);
        Many(CueField.Mode, wording.Modes);
        Many(CueField.Ask, wording.Asks);
        Many(CueField.Route, wording.Routes);
        index.AddLinks(wording.Routes);
        Many(CueField.Section, wording.Sections);
        Many(CueField.BuyerCause, wording.BuyerCauses);
        Many(CueField.Object, wording.Objects);
        Many(CueField.Action, wording.Actions);
        Many(CueField.Ground, wording.Grounds);
        Many(CueField.Scam, wording.Scams);
        Many(CueField.DeadlineFor, wording.DeadlineFor);
        Lists(CueField.Heading, wording.Headings);
        Lists(CueField.Unit, wording.Units);
        Lists(CueField.Label, wording.Labels);
        index.Add(CueField.Boilerplate, "", language, wording.Boilerplate);
        index.Add(CueField.NotDeadline, "", language, wording.NotDeadline);
        index.Add(CueField.Possibility, "", language, wording.Possibility);
        index.Add(CueField.Condition, "", language, wording.Conditions);
        index.Add(CueField.Future, "", language, wording.Future);
        index.Add(CueField.Negation, "", language, wording.Negations);
        index.Add(CueField.Done, "", language, wording.Done);
        index.Add(CueField.Request, "", language, wording.Requests);
        if (wording.Done.Count > 0)
        {
            index.MarksDeeds.Add(language);
        }

        index.Add(CueField.QuotedBelow, "", language, wording.QuotedBelow);
        index.Add(CueField.DueBefore, "", language, wording.DueBefore);
        foreach ((string word, int number) in wording.Numbers)
        {
            index.Add(CueField.Number, number.ToString(CultureInfo.InvariantCulture), language, [word]);
        }

        for (int month = 0; month < wording.Months.Count; month++)
        {
            index.Add(
                CueField.Month,
                (month + 1).ToString(CultureInfo.InvariantCulture),
                language,
                wording.Months[month].Split('|')
            );
        }

        foreach (string pattern in wording.Periods)
        {
            int at = pattern.IndexOf(Period, StringComparison.Ordinal);
            if (at >= 0)
            {
                index.Add(CueField.Period, Before, language, [pattern[..at]]);
                index.Add(CueField.Period, After, language, [pattern[(at + Period.Length)..]]);
            }
        }

        void Many(CueField field, IReadOnlyDictionary<string, IReadOnlyList<Cue>> byCode)
        {
            foreach ((string code, IReadOnlyList<Cue> cues) in byCode)
            {
                index.Add(field, code, language, cues);
            }
        }

        void Lists(CueField field, IReadOnlyDictionary<string, IReadOnlyList<string>> byCode)
        {
            foreach ((string code, IReadOnlyList<string> phrases) in byCode)
            {
                index.Add(field, code, language, phrases);
            }
        }
    }
}
