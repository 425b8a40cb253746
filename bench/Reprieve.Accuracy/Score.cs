using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Accuracy;

/// <summary>One reading held against its labels.</summary>
internal sealed record Score(LabelledNotice Label, Diagnosis Read)
{
    private const double Confident = 0.9;
    private const string NoReason = "(none)";

    public string WantedReason => Label.Reason is null or "unknown" or "none" or "" ? NoReason : Label.Reason;

    public string ReadReason => Read.Reasons.Count == 0 ? NoReason : Read.Reasons[0].Code;

    public bool Kind => Read.Kind.Code() == Label.Kind;

    public bool Reason => ReadReason == WantedReason;

    public bool Mode => Label.ResponseModes is null || Label.ResponseModes.Contains(Read.ResponseMode.Code());

    public bool Ground => (Read.Ground?.Code()) == Label.Ground;

    public bool Language =>
        Label.Lang is null || Read.Language.StartsWith(Label.Lang.Split('-')[0], StringComparison.Ordinal);

    public bool Asins => Label.Asins is null || Label.Asins.SequenceEqual(Read.Asins);

    /// <summary>Wrong although nine in ten such readings should be right.</summary>
    public bool WrongAndConfident =>
        (!Kind && Read.Confidence.Kind >= Confident)
        || (!Mode && Read.Confidence.ResponseMode >= Confident)
        || (!Reason && Read.Reasons.Count > 0 && Read.Reasons[0].Confidence >= Confident);
}
