using Microsoft.AspNetCore.Components;

namespace Reprieve.Server.Design;

/// <summary>What every form control of the house takes: a name, a label, a hint, an error.</summary>
public abstract class Control : ComponentBase
{
    /// <summary>Name under which the value is posted.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The label in the screen's language.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The label in a second language, shown softly beside it.</summary>
    [Parameter]
    public string? Other { get; set; }

    /// <summary>Language of <see cref="Other"/>.</summary>
    [Parameter]
    public string? OtherLang { get; set; }

    /// <summary>One sentence that helps to answer.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>What is wrong with the value and how to mend it; null when nothing is.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>Whether a value is needed; the others are marked optional.</summary>
    [Parameter]
    public bool Required { get; set; }

    /// <summary>Whether a needed value may come later: the form can be sent without it.</summary>
    [Parameter]
    public bool MayWait { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>Id of the control; the name, unless a page has the name twice.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Further attributes of the control itself (autocomplete, data-check …).</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? More { get; set; }

    internal bool IsForced => Required && !MayWait;

    internal string ControlId => Id ?? Field.IdOf(Name);

    internal string? DescribedBy => Field.Describes(ControlId, Hint, Error);

    internal string? Invalid => Error is null ? null : "true";
}
