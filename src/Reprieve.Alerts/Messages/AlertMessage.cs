using System.Globalization;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Messages;

/// <summary>The words of one message, made to fit a service: first what to do and where, then as much of the rest as goes.</summary>
/// <param name="Title">One line, with the program's name, which is also the keyword of robots.</param>
/// <param name="Text">What happened.</param>
/// <param name="Do">What to do, with the words that say so.</param>
/// <param name="LinkWord">What the link is called.</param>
/// <param name="Link">Where to go, or null.</param>
internal sealed record AlertMessage(string Title, string Text, string Do, string LinkWord, string? Link)
{
    /// <summary>Alerts to a channel that are more than so many come in one message.</summary>
    public const int MostSingle = 3;

    private const string Program = "Reprieve: ";
    private const int MostInOne = 20;
    private const int LineBytes = 320;
    private const int FrameBytes = 40;

    /// <summary>How many alerts one message names, so that each has its line.</summary>
    public static int Most(AlertService service) => Math.Clamp(service.MessageBytes * 3 / 5 / LineBytes, 1, MostInOne);

    /// <summary>The message of one alert or several.</summary>
    /// <param name="escape">How the service wants a text written.</param>
    public static AlertMessage Of(
        IReadOnlyList<Alert> alerts,
        string language,
        AlertService service,
        Func<string, string> escape
    ) =>
        Say.In(
            language,
            () =>
                alerts.Count == 1
                    ? Single(alerts[0], language, service.MessageBytes, escape)
                    : Many(alerts, language, escape)
        );

    /// <summary>All of it as lines, for services without a form of their own.</summary>
    public string Lines(string? link) =>
        string.Join("\n\n", new[] { Title, Text, Do, link ?? "" }.Where(part => part.Length > 0));

    private static AlertMessage Single(Alert alert, string language, int bytes, Func<string, string> escape)
    {
        AlertText words = alert.In(language);
        string title = Cut.To(Program + InertText.Line(words.Title), bytes / 5, escape);
        string act =
            words.Do.Length == 0
                ? ""
                : Cut.To(Say.Texts.Get("What_To_Do", InertText.Of(words.Do)), bytes * 2 / 5, escape);
        string open = Say.Texts.Get("Open");
        string? link = alert.Link?.AbsoluteUri;
        int left =
            bytes - Cut.Bytes(title) - Cut.Bytes(act) - Cut.Bytes(open) - Cut.Bytes(escape(link ?? "")) - FrameBytes;
        return new AlertMessage(title, Cut.To(InertText.Of(words.Text), left, escape), act, open, link);
    }

    private static AlertMessage Many(IReadOnlyList<Alert> alerts, string language, Func<string, string> escape)
    {
        IEnumerable<string> lines = alerts.Select(
            (alert, i) =>
            {
                AlertText words = alert.In(language);
                string number = (i + 1).ToString(CultureInfo.InvariantCulture);
                string title = Cut.To(InertText.Line(words.Title), LineBytes / 2 - 10, escape);
                string act = Cut.To(InertText.Line(words.Do), LineBytes / 2 - 10, escape);
                return act.Length == 0 ? $"{number}. {title}" : $"{number}. {title} – {act}";
            }
        );
        return new AlertMessage(
            escape(Program + Say.Texts.Get("Many", alerts.Count)),
            string.Join('\n', lines),
            escape(Say.Texts.Get("Many_Do")),
            "",
            null
        );
    }
}
