namespace Reprieve.Responses.Checking;

/// <summary>An edit that changes no fact and no word of substance. It is offered, never made unasked.</summary>
/// <param name="Rule">The rule that it serves, STR-01 … of knowledge/checks.</param>
/// <param name="Start">UTF-16 code units from the start of the text.</param>
/// <param name="Quote">What stands there now: exactly the slice.</param>
/// <param name="Replacement">What stands there afterwards; empty to delete.</param>
/// <param name="Message">What it does, in the screen's language.</param>
public sealed record SafeEdit(string Rule, int Start, int Length, string Quote, string Replacement, string Message)
{
    /// <summary>The text with all edits made; they are in order and do not overlap, as a report gives them.</summary>
    public static string Apply(string text, IEnumerable<SafeEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(text);
        var edited = new System.Text.StringBuilder(text.Length);
        int at = 0;
        foreach (SafeEdit edit in edits)
        {
            edited.Append(text, at, edit.Start - at).Append(edit.Replacement);
            at = edit.Start + edit.Length;
        }

        return edited.Append(text, at, text.Length - at).ToString();
    }
}
