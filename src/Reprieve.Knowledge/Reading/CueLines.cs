using System.Globalization;

namespace Reprieve.Knowledge;

/// <summary>Lays all wordings of one language out as lines, whatever entry and field they stand in.</summary>
internal static class CueLines
{
    private const string Period = "{n} {unit}";
    private const string Count = "{n}";

    /// <summary>A notice that counts appeals counts few.</summary>
    private const int MostAttempts = 9;

    public static IReadOnlyList<CueLine> Of(KnowledgeBase knowledge, string language) =>
        [
            .. knowledge.Reasons.SelectMany(reason =>
                In(reason.Cues, language).Select(cue => Line(CueField.Reason, reason.Code, cue))
            ),
            .. knowledge.Replies.SelectMany(reply =>
                In(reply.Cues, language).Select(cue => Line(CueField.Reply, reply.Code, cue))
            ),
            .. knowledge.Wordings.Where(wording => wording.Code == language).SelectMany(Of),
        ];

    private static IEnumerable<CueLine> Of(Wording wording) =>
        [
            .. Many(CueField.Kind, wording.Kinds),
            .. Many(CueField.Status, wording.Statuses),
            .. Many(CueField.Mode, wording.Modes),
            .. Many(CueField.Ask, wording.Asks),
            .. Many(CueField.Route, wording.Routes),
            .. Many(CueField.Section, wording.Sections),
            .. Many(CueField.BuyerCause, wording.BuyerCauses),
            .. Many(CueField.Target, wording.Objects),
            .. Many(CueField.Action, wording.Actions),
            .. Many(CueField.Ground, wording.Grounds),
            .. Many(CueField.Scam, wording.Scams),
            .. Many(CueField.DeadlineFor, wording.DeadlineFor),
            .. Lists(CueField.Heading, wording.Headings),
            .. Lists(CueField.Unit, wording.Units),
            .. Lists(CueField.Label, wording.Labels),
            .. wording.Boilerplate.Select(cue => Line(CueField.Boilerplate, "", cue)),
            .. wording.NotDeadline.Select(cue => Line(CueField.NotDeadline, "", cue)),
            .. Words(CueField.Possibility, wording.Possibility),
            .. Words(CueField.Condition, wording.Conditions),
            .. Words(CueField.Future, wording.Future),
            .. Words(CueField.Negation, wording.Negations),
            .. Words(CueField.Done, wording.Done),
            .. Words(CueField.Request, wording.Requests),
            .. Words(CueField.QuotedBelow, wording.QuotedBelow),
            .. Words(CueField.DueBefore, wording.DueBefore),
            .. wording.Numbers.Select(number =>
                Line(CueField.Number, number.Value.ToString(CultureInfo.InvariantCulture), number.Key)
            ),
            .. wording.Months.SelectMany(
                (names, month) =>
                    Words(CueField.Month, names.Split('|'), (month + 1).ToString(CultureInfo.InvariantCulture))
            ),
            .. wording.Periods.SelectMany(Around),
            .. wording.AttemptsLeft.SelectMany(say => Counted(CueField.AttemptsLeft, say, wording)),
            .. wording.AttemptsInAll.SelectMany(say => Counted(CueField.AttemptsInAll, say, wording)),
        ];

    private static IEnumerable<Cue> In(IReadOnlyDictionary<string, IReadOnlyList<Cue>> byLanguage, string language) =>
        byLanguage.TryGetValue(language, out IReadOnlyList<Cue>? cues) ? cues : [];

    private static IEnumerable<CueLine> Many(CueField field, IReadOnlyDictionary<string, IReadOnlyList<Cue>> byCode) =>
        byCode.SelectMany(pair => pair.Value.Select(cue => Line(field, pair.Key, cue)));

    private static IEnumerable<CueLine> Lists(
        CueField field,
        IReadOnlyDictionary<string, IReadOnlyList<string>> byCode
    ) => byCode.SelectMany(pair => Words(field, pair.Value, pair.Key));

    private static IEnumerable<CueLine> Words(CueField field, IEnumerable<string> phrases, string code = "") =>
        phrases.Select(phrase => Line(field, code, phrase));

    /// <summary>A wording for each number that "{n}" may be, in digits and in words; one without it says one.</summary>
    private static IEnumerable<CueLine> Counted(CueField field, string say, Wording wording) =>
        say.Contains(Count, StringComparison.Ordinal)
            ? Enumerable
                .Range(1, MostAttempts)
                .Select(number => (Word: number.ToString(CultureInfo.InvariantCulture), Number: number))
                .Concat(
                    wording
                        .Numbers.Where(word => word.Value <= MostAttempts)
                        .Select(word => (Word: word.Key, Number: word.Value))
                )
                .Select(one =>
                    Line(
                        field,
                        one.Number.ToString(CultureInfo.InvariantCulture),
                        say.Replace(Count, one.Word, StringComparison.Ordinal)
                    )
                )
            : [Line(field, "1", say)];

    /// <summary>The words before and after "{n} {unit}".</summary>
    private static IEnumerable<CueLine> Around(string pattern)
    {
        int at = pattern.IndexOf(Period, StringComparison.Ordinal);
        return at < 0
            ? []
            :
            [
                Line(CueField.Period, CueLine.Before, pattern[..at].Trim()),
                Line(CueField.Period, CueLine.After, pattern[(at + Period.Length)..].Trim()),
            ];
    }

    private static CueLine Line(CueField field, string code, string say) => new(field, code, say, 1, []);

    /// <summary>Of routes, a wording with a slash is part of a link, not words.</summary>
    private static CueLine Line(CueField field, string code, Cue cue) =>
        new(
            field == CueField.Route && cue.Say.Contains('/', StringComparison.Ordinal) ? CueField.Link : field,
            code,
            cue.Say,
            cue.Weight,
            cue.Unless
        );
}
