using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Notices.Tests;

namespace Reprieve.Accuracy;

/// <summary>One reading held against its labels.</summary>
internal sealed record Score(LabelledNotice Label, Diagnosis Read)
{
    /// <summary>From here on a reading claims to be right.</summary>
    public const double Confident = 0.9;

    /// <summary>The one class of "no reason" and "nothing to send", whatever they are called.</summary>
    private const string NoneOf = "(none)";

    public string WantedReason => Label.Reason ?? NoneOf;

    public string ReadReason => Read.Reasons.Count == 0 ? NoneOf : Read.Reasons[0].Code;

    /// <summary>The mode read, or the one wanted when it is among several right ones, so that classes can be counted.</summary>
    public string WantedMode =>
        Mode ? ReadMode
        : Label.ResponseModes.Count == 0 ? NoneOf
        : OneNone(Label.ResponseModes[0]);

    public string ReadMode => OneNone(Read.ResponseMode.Code());

    public bool Kind => Read.Kind.Code() == Label.Kind;

    public bool Reason => ReadReason == WantedReason;

    public bool Mode => Label.ResponseModes.Count == 0 || Label.ResponseModes.Any(mode => OneNone(mode) == ReadMode);

    public bool Ground => Read.Ground?.Code() == Label.Ground;

    public bool Language =>
        Label.Language is null || Read.Language.StartsWith(Label.Language.Split('-')[0], StringComparison.Ordinal);

    /// <summary>Wrong although nine in ten such readings should be right.</summary>
    public bool WrongAndConfident =>
        (!Kind && Read.Confidence.Kind >= Confident)
        || (!Mode && Read.Confidence.ResponseMode >= Confident)
        || (!Reason && Read.Reasons.Count > 0 && Read.Reasons[0].Confidence >= Confident);

    /// <summary>The fields of expected.json, each with what was wanted and read.</summary>
    public IReadOnlyList<FieldScore> Fields
    {
        get
        {
            if (Label.Expected is not { } expected)
            {
                return [];
            }

            var shown = ShownDiagnosis.Of(Read);
            return
            [
                .. shown.Select(one => new FieldScore(
                    one.Key,
                    expected[one.Key]?.ToJsonString(Report.Readable) ?? "null",
                    one.Value?.ToJsonString(Report.Readable) ?? "null"
                )),
            ];
        }
    }

    /// <summary>Unknown, none and an empty list are one class.</summary>
    private static string OneNone(string code) => code is "unknown" or "none" or "" ? NoneOf : code;
}

/// <summary>One field of a fixture.</summary>
internal sealed record FieldScore(string Name, string Wanted, string Read)
{
    public bool Right => Wanted == Read;
}
