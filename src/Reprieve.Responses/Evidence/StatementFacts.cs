using System.Globalization;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Interview.Slots;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Evidence;

/// <summary>
/// What the seller says, as far as it can be taken; what could not be taken stays a question with the problem said. For a
/// question that nobody answered, what a file says in its place.
/// </summary>
internal static class StatementFacts
{
    /// <summary>How ids end that ask who takes another's place.</summary>
    private const string Deputy = ".deputy";

    /// <param name="playbooks">What asks, and the sentences that the answers go into.</param>
    /// <returns>The problems, by id of the answer.</returns>
    public static Dictionary<string, string> Add(
        FactBook book,
        AnswerSheet sheet,
        IEnumerable<Playbook> playbooks,
        SlotContext context
    )
    {
        List<Playbook> parts = [.. playbooks];
        List<Question> questions = [.. parts.SelectMany(part => part.Questions).DistinctBy(q => q.Id)];
        List<PlaybookSentence> sentences = [.. parts.SelectMany(part => part.Sentences)];
        AddSeller(book, sheet, context.Language);
        Dictionary<string, string> problems = new(StringComparer.Ordinal);
        foreach (Question question in questions)
        {
            Answer? answer = sheet.Given(question.Id);
            if (answer is null)
            {
                if (!sheet.IsTakenBack(question.Id))
                {
                    Presume(book, question, context);
                }

                continue;
            }

            SlotReading reading = SlotReader.Read(question, answer, context);
            if (reading.Problem is { } problem)
            {
                problems[question.Id] = problem;
                continue;
            }

            if (TakesOwnPlace(question.Id, reading.Value!, sentences, book))
            {
                problems[question.Id] = Say.Texts.Get("slot.same_person");
                continue;
            }

            Take(book, sheet, question, answer, reading, context);
        }

        return problems;
    }

    /// <summary>Takes what a file says in place of an answer, read as the answer would be. What cannot be taken is asked.</summary>
    private static void Presume(FactBook book, Question question, SlotContext context)
    {
        if (question.ReadFrom.Select(book.Find).FirstOrDefault(fact => fact is not null) is not { } read)
        {
            return;
        }

        var answer = new Answer(question.Id, null, read.Code, [read.Code], null, null, [], 0);
        if (SlotReader.Read(question, answer, context) is { Problem: null } reading)
        {
            book.Add(question.Id, reading.Value, reading.Code, read.Source);
        }
    }

    /// <summary>Whether a deputy is the very person whose place a sentence says they take.</summary>
    private static bool TakesOwnPlace(string id, string value, List<PlaybookSentence> sentences, FactBook book) =>
        id.EndsWith(Deputy, StringComparison.Ordinal)
        && sentences
            .Select(sentence => Template.Names(sentence.Say.In(LocalizedText.Fallback)))
            .Where(names => names.Contains(id))
            .Any(names => names.Any(other => other != id && book.Find(other)?.Value == value));

    private static void Take(
        FactBook book,
        AnswerSheet sheet,
        Question question,
        Answer answer,
        SlotReading reading,
        SlotContext context
    )
    {
        if (question.Slot == Slot.Document)
        {
            Document paper = DocumentSlot.Find(reading.Code!, context.Documents)!;
            book.Add(question.Id, paper.Path, paper.Path, DocumentFacts.Source(paper));
        }
        else
        {
            FactSource source = Source(sheet, answer);
            string? original = answer.In(context.Language) is null ? null : answer.Value;
            book.Add(question.Id, reading.Value, reading.Code, source with { Original = original });
        }

        foreach (string name in answer.Documents)
        {
            if (DocumentSlot.Find(name, context.Documents) is { } proof)
            {
                book.Prove(question.Id, proof);
            }
        }
    }

    private static void AddSeller(FactBook book, AnswerSheet sheet, string language)
    {
        Seller seller = sheet.Seller;
        FactSource source = Source(sheet, null);
        bool latin = !language.StartsWith("zh", StringComparison.Ordinal) && language != "ja";
        string? legalName = latin
            ? seller.LegalNameEnglish ?? seller.LegalName
            : seller.LegalName ?? seller.LegalNameEnglish;
        book.Add(Seller.StoreFact, seller.Store, null, source);
        book.Add("seller.legal_name", legalName, null, source);
        book.Add("seller.address", seller.Address, null, source);
        book.Add("seller.email", seller.Email, null, source);
    }

    private static FactSource Source(AnswerSheet sheet, Answer? answer) =>
        Source(sheet.FileOf(answer), answer?.Line, answer?.By, answer?.Date);

    /// <summary>A person's word in a file of answers.</summary>
    /// <param name="line">From 1; null for what stands under <c>seller</c>.</param>
    public static FactSource Source(SourceFile? file, int? line, string? by, DateOnly? date) =>
        new()
        {
            Origin = FactOrigin.Statement,
            File = file?.Path,
            Sha256 = file?.Sha256,
            Where = line is null ? "seller" : string.Create(CultureInfo.InvariantCulture, $"line {line}"),
            Person = by,
            Date = date,
        };
}
