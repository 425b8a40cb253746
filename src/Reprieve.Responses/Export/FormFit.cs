using System.Globalization;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Export;

/// <summary>Whether an answer fits the form, said before it is pasted.</summary>
public static class FormFit
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>The length of each part, for forms with a box for each; empty for a text without parts.</summary>
    public static IReadOnlyList<(PlanSection Section, int Characters)> Boxes(WrittenResponse response)
    {
        Dictionary<PlanSection, int> lengths = [];
        LedgerSentence? before = null;
        foreach (LedgerSentence sentence in response.Sentences)
        {
            if (sentence.Section is { } section && !IsHeading(sentence))
            {
                // Between two sentences of a part stands what joins them: a space, or a new item with its number.
                bool goesOn = before?.Section == section && before.Cause == sentence.Cause && !IsHeading(before);
                int from = goesOn ? before!.Start + before.Length : sentence.Start;
                lengths[section] = lengths.GetValueOrDefault(section) + sentence.Start + sentence.Length - from;
            }

            before = sentence;
        }

        return [.. lengths.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>What does not fit, in the screen's language.</summary>
    /// <param name="bytesOf">The size of an attachment; null when it is not known.</param>
    public static IEnumerable<string> Problems(
        WrittenResponse response,
        FormLimits limits,
        Func<Attachment, long?> bytesOf
    )
    {
        if (limits.Characters is { } most && response.Text.TrimEnd().Length > most)
        {
            yield return Say.Texts.Get("form.text", response.Text.TrimEnd().Length, most);
        }

        foreach (
            (PlanSection section, int length) in Boxes(response).Where(box => box.Characters > limits.BoxCharacters)
        )
        {
            yield return Say.Texts.Get(
                "form.box",
                Say.Texts.Get("form.section." + section.Code()),
                length,
                limits.BoxCharacters
            );
        }

        foreach (Attachment paper in response.Attachments)
        {
            if (!limits.Takes(paper.SendAs))
            {
                yield return Say.Texts.Get("form.type", paper.SendAs, string.Join(", ", limits.FileTypes));
            }

            if (limits.FileMegabytes is { } megabytes && bytesOf(paper) / Megabyte > megabytes)
            {
                yield return Say.Texts.Get(
                    "form.size",
                    paper.SendAs,
                    megabytes.ToString("0.##", CultureInfo.InvariantCulture)
                );
            }
        }
    }

    private static bool IsHeading(LedgerSentence sentence) => sentence.Id.Contains("heading", StringComparison.Ordinal);
}
