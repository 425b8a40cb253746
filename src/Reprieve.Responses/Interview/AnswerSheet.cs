using Reprieve.Knowledge;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Interview;

/// <summary>What the seller says: the content of <c>answers.yaml</c>.</summary>
public sealed record AnswerSheet
{
    /// <summary>A sheet on which nothing has been answered.</summary>
    public static AnswerSheet Empty { get; } = new();

    public Seller Seller { get; init; } = new();

    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>The answer that holds: the last one a person gave, unless they took it back after that.</summary>
    public Answer? Given(string id) => Last(id) is { IsTakenBack: false } given ? given : null;

    /// <summary>Whether a person took back what was answered, or what was read in its place.</summary>
    public bool IsTakenBack(string id) => Last(id) is { IsTakenBack: true };

    private Answer? Last(string id) =>
        Answers.LastOrDefault(answer => answer.Id == id && (answer.Value is not null || answer.IsTakenBack));

    /// <summary>The file it was read from, with its hash; null when it was not read from a file.</summary>
    public Evidence.SourceFile? File { get; init; }

    /// <summary>Whether an answer is about one store only, so that it does not hold for another store of the same event.</summary>
    public static bool IsOfOneStore(string id) => id == Seller.StoreFact || SaidOfPractice.IsRate(id);

    /// <summary>
    /// What holds for another store of the same event: what is said here, but for what is about this store only, and what
    /// is said of that store alone.
    /// </summary>
    public AnswerSheet For(AnswerSheet store) =>
        this with
        {
            Seller = Seller with { Store = store.Seller.Store },
            Answers =
            [
                .. Answers.Where(answer => !IsOfOneStore(answer.Id)),
                .. store.Answers.Select(answer => answer with { File = store.File }),
            ],
        };

    /// <summary>The file that an answer stands in, with its hash; null when it was not read from a file.</summary>
    public Evidence.SourceFile? FileOf(Answer? answer) => answer?.File ?? File;
}

/// <summary>Who sells: as Seller Central has it.</summary>
public sealed record Seller(
    string? Store = null,
    string? LegalName = null,
    string? LegalNameEnglish = null,
    string? Address = null,
    string? Email = null
)
{
    /// <summary>The fact, and the question, that names the store.</summary>
    public const string StoreFact = "seller.store";
}

/// <summary>One answer as written in the file.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="Why">Why it is asked, as the file says.</param>
/// <param name="Value">What the seller wrote; null or empty while open.</param>
/// <param name="Values">Several values where the slot takes several.</param>
/// <param name="By">Who says so.</param>
/// <param name="Date">When they said so.</param>
/// <param name="Documents">Files that prove it, relative to the case folder.</param>
/// <param name="Line">Line in answers.yaml, from 1.</param>
public sealed record Answer(
    string Id,
    string? Why,
    string? Value,
    IReadOnlyList<string> Values,
    string? By,
    DateOnly? Date,
    IReadOnlyList<string> Documents,
    int Line
)
{
    /// <summary>
    /// The value in other languages, by BCP 47 tag, as a person wrote or confirmed it: what is said in Chinese goes into
    /// an English answer only so.
    /// </summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = NoTranslations;

    /// <summary>The file it stands in, where that is not the sheet's own; null where it is.</summary>
    public Evidence.SourceFile? File { get; init; }

    /// <summary>Whether it says only that the answers before it hold no longer (<c>takenBack: yes</c>).</summary>
    public bool IsTakenBack { get; init; }

    private static readonly Dictionary<string, string> NoTranslations = [];

    /// <summary>The confirmed wording in a language; null when there is none.</summary>
    public string? In(string language) =>
        Translations.GetValueOrDefault(language) ?? Translations.GetValueOrDefault(language.Split('-')[0]);
}

/// <summary>A question that is still open, or whose answer could not be taken.</summary>
/// <param name="Question">The question as the playbook has it.</param>
/// <param name="Problem">Why the given answer was not taken, in the screen's language; null when there is none.</param>
public sealed record OpenQuestion(Question Question, string? Problem)
{
    /// <summary>What is asked, in the screen's language.</summary>
    public string Ask => Question.Ask.In(UserTexts.Language);

    /// <summary>Why it is asked, in the screen's language.</summary>
    public string Why => Question.Why?.In(UserTexts.Language) ?? Say.Texts.Get("why." + Question.Slot.Code());

    /// <summary>How an answer is written, in the screen's language; empty where the choices say it.</summary>
    public string How => Say.Texts.Get("answers.hint." + Question.Slot.Code());

    /// <summary>The choices, each with its label in the screen's language.</summary>
    public IEnumerable<(string Code, string Label)> Choices => ChoicesIn(UserTexts.Language);

    /// <summary>The choices, each with its label in a language.</summary>
    public IEnumerable<(string Code, string Label)> ChoicesIn(string language) =>
        Question.Choices.Select(choice => (choice.Code, choice.FirstLabel(language)));
}
