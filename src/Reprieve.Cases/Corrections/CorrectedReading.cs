using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Cases.Corrections;

/// <summary>Reads messages as the people of a case corrected them.</summary>
internal sealed class CorrectedReading(IReadOnlyList<Correction> corrections, KnowledgeBase knowledge)
{
    /// <summary>The message as it is to be read: with the day it was sent, where the seller knows it better.</summary>
    public Message Before(Message message) =>
        Of(message.Sha256).FirstOrDefault(one => one.Field == CorrectedField.Date) is { } day
            ? message with
            {
                Date = new DateTimeOffset(CorrectedField.Day(day.Values[0]).ToDateTime(Noon), TimeSpan.Zero),
                DateIsLocal = true,
            }
            : message;

    /// <summary>The reading with what was corrected, and a note of each.</summary>
    public Diagnosis After(Diagnosis read)
    {
        foreach (Correction one in Of(read.Sha256))
        {
            read = CorrectedField.Of(one.Field)!.Apply(read, one.Values, knowledge) with
            {
                Notes = [.. read.Notes, Note(one)],
            };
        }

        return read;
    }

    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>The corrections of a message that can be made; what does not fit any more (other knowledge) is passed over.</summary>
    private IEnumerable<Correction> Of(string sha256) =>
        corrections.Where(one =>
            one.Notice == sha256 && CorrectedField.Of(one.Field)?.Fits(one.Values, knowledge) == true
        );

    private string Note(Correction one)
    {
        CorrectedField field = CorrectedField.Of(one.Field)!;
        return Say.Texts.Get(
            "Corrected_Note",
            field.Title,
            one.By,
            UserFigures.Day(one.On),
            field.InWords(one.Was, knowledge)
        );
    }
}
