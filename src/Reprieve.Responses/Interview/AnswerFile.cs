using System.Security.Cryptography;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Interview;

/// <summary>
/// <c>answers.yaml</c>: what the seller says. It is read with bounds, and questions are added to it without
/// touching a byte of what a person wrote.
/// </summary>
public static class AnswerFile
{
    private const long MaxBytes = 1024 * 1024;

    /// <summary>Reads the file; one that is not there is an empty sheet.</summary>
    /// <exception cref="AnswerFileException">It is too large, not text, or not of the shape described in the contract.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static AnswerSheet Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return AnswerSheet.Empty;
        }

        if (file.Length > MaxBytes)
        {
            throw new AnswerFileException(Say.Texts.Get("answers.too_large", file.Name));
        }

        byte[] bytes = File.ReadAllBytes(path);
        return AnswerFileReader.Read(Decode(bytes, file.Name), file.Name) with
        {
            File = new SourceFile(file.Name, Convert.ToHexStringLower(SHA256.HashData(bytes))),
        };
    }

    /// <summary>
    /// The text with the questions appended that it does not hold yet, each with an empty value and the reason for
    /// asking in the screen's language. All that stands in it is kept as it is; with nothing to add it comes back unchanged.
    /// </summary>
    /// <param name="existingText">The file's text; empty for a new file.</param>
    /// <exception cref="AnswerFileException">It is no file of answers, or written in a way that leaves no safe place to add.</exception>
    public static string Add(string existingText, IReadOnlyList<OpenQuestion> questions)
    {
        AnswerSheet sheet = AnswerFileReader.Read(existingText, "answers.yaml");
        HashSet<string> there = [.. sheet.Answers.Select(answer => answer.Id)];
        List<Question> missing = [];
        foreach (OpenQuestion open in questions)
        {
            if (there.Add(open.Question.Id))
            {
                missing.Add(open.Question);
            }
        }

        if (missing.Count == 0)
        {
            return existingText;
        }

        string text = AnswerFileLayout.Of(existingText).Insert(existingText, missing);
        return HoldsAll(text, sheet, missing)
            ? text
            : throw new AnswerFileException(Say.Texts.Get("answers.no_safe_place"));
    }

    /// <summary>
    /// The text with an answer put down: in the question's own entry where that is still open, else in a new entry
    /// behind the others, of which the last holds. All else is kept to the byte.
    /// </summary>
    /// <exception cref="AnswerFileException">It is no file of answers, or written in a way that leaves no safe place to add.</exception>
    public static string Put(string existingText, Question question, GivenAnswer given)
    {
        AnswerSheet before = AnswerFileReader.Read(existingText, "answers.yaml");
        if (AnswerEdit.Fill(existingText, question.Id, given) is { } filled && Holds(filled, before, question, given))
        {
            return filled;
        }

        string added = AnswerFileLayout.Of(existingText).Insert(existingText, [question], given);
        return Holds(added, before, question, given)
            ? added
            : throw new AnswerFileException(Say.Texts.Get("answers.no_safe_place"));
    }

    /// <summary>Whether the answer is read as it was given, and everything else as before.</summary>
    private static bool Holds(string text, AnswerSheet before, Question question, GivenAnswer given)
    {
        try
        {
            AnswerSheet after = AnswerFileReader.Read(text, "answers.yaml");
            Answer? put = after.Answers.LastOrDefault(answer => answer.Id == question.Id);
            List<Answer> others = [.. after.Answers.Where(answer => answer != put)];
            List<Answer> kept =
            [
                .. after.Answers.Count > before.Answers.Count
                    ? before.Answers
                    : before.Answers.Where(answer => answer != before.Answers.Last(a => a.Id == question.Id)),
            ];
            return put is not null
                && put.Values.SequenceEqual(given.Values)
                && put.IsTakenBack == given.IsTakenBack
                && others.Count == kept.Count
                && kept.Zip(others).All(pair => SameAnswer(pair.First, pair.Second))
                && (before.Seller == after.Seller || before.Seller == new Seller());
        }
        catch (AnswerFileException)
        {
            return false;
        }
    }

    /// <summary>Whether everything that was read before is still read, and each added question is there, open.</summary>
    private static bool HoldsAll(string text, AnswerSheet before, List<Question> added)
    {
        try
        {
            AnswerSheet after = AnswerFileReader.Read(text, "answers.yaml");
            return (before.Seller == after.Seller || before.Seller == new Seller())
                && after.Answers.Count == before.Answers.Count + added.Count
                && before.Answers.Zip(after.Answers).All(pair => SameAnswer(pair.First, pair.Second))
                && added
                    .Zip(after.Answers.Skip(before.Answers.Count))
                    .All(pair => pair.First.Id == pair.Second.Id && pair.Second.Value is null);
        }
        catch (AnswerFileException)
        {
            return false;
        }
    }

    private static bool SameAnswer(Answer one, Answer other) =>
        one.Id == other.Id
        && one.Why == other.Why
        && one.Value == other.Value
        && one.By == other.By
        && one.Date == other.Date
        && one.Values.SequenceEqual(other.Values)
        && one.Documents.SequenceEqual(other.Documents);

    private static string Decode(byte[] bytes, string name)
    {
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(bytes),
                new UTF8Encoding(false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: true
            );
            string text = reader.ReadToEnd();
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new AnswerFileException(Say.Texts.Get("answers.not_text", name))
                : text;
        }
        catch (DecoderFallbackException fault)
        {
            throw new AnswerFileException(Say.Texts.Get("answers.not_utf8", name), null, fault);
        }
    }
}
