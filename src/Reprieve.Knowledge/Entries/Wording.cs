namespace Reprieve.Knowledge;

/// <summary>
/// How Amazon's notices are worded in one language (<c>knowledge/wordings</c>): everything the reader needs
/// besides the reasons. One more language is one more file.
/// </summary>
public sealed record Wording : KnowledgeEntry
{
    /// <summary>Frequent little words by which the language is known.</summary>
    public IReadOnlyList<string> CommonWords
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Cues for each kind of message, by code of <see cref="NoticeKind"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Kinds
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Cues for each account status, by code of <see cref="AccountStatus"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Statuses
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Cues for each response mode, by code of <see cref="ResponseMode"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Modes
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Cues for each thing asked for, by ask code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Asks
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Cues for each route, by code of <see cref="RouteChannel"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Routes
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Cues for each section of a plan that is asked for, by code of <see cref="PlanSection"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Sections
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Cues for the causes buyers complain of, by buyer cause code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> BuyerCauses
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>What things are done to, by role: account, offers (seller-fulfilled ones), listing, funds, other_account, not_seller (buyer, review or publishing accounts).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Objects
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>What is done to them, by role: removed, restored, restoring (the infinitive), held, reviewed, endangered. Past participles and the like, so that a match is a deed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Actions
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Wordings that state a ground without a reason, by code of <see cref="Ground"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Grounds
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Wordings of known frauds, by sign: secrets (asks for them), haste, attachment, link.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> Scams
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Words that open a condition or a time clause ("if", "once").</summary>
    public IReadOnlyList<string> Conditions
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that put a deed into the future ("will").</summary>
    public IReadOnlyList<string> Future
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that deny ("not", "unable").</summary>
    public IReadOnlyList<string> Negations
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words beside a verb that make it a deed done, in languages whose verbs do not show it; empty elsewhere.</summary>
    public IReadOnlyList<string> Done
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that make a sentence a request ("please", "provide", "must").</summary>
    public IReadOnlyList<string> Requests
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Names of fields in the lists at the end of a mail, by role: complaint_id, asin.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Labels
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Headings by the role of what stands under them: why, request, send, error, consequences, funds, help, other.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headings
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Wordings that stand in nearly every mail and state nothing; their sentence gives no reason.</summary>
    public IReadOnlyList<Cue> Boilerplate
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Wordings that make a sentence a possibility, not a fact ("may", "could be").</summary>
    public IReadOnlyList<string> Possibility
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Lines below which an earlier mail is quoted.</summary>
    public IReadOnlyList<string> QuotedBelow
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Names of units of time, by code (hours, days, business_days, weeks, months).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Units
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<string>>();
    } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Patterns of a period to act within: <c>{n} {unit}</c> stands for the period, with the words that must stand
    /// right before or right after it.
    /// </summary>
    public IReadOnlyList<string> Periods
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words before a fixed date that make it a limit ("by", "before").</summary>
    public IReadOnlyList<string> DueBefore
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Wordings in the same sentence that make a period something else than a time to act (age of papers, window of a metric).</summary>
    public IReadOnlyList<Cue> NotDeadline
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Wordings that tell what a deadline is for, by code (response, funds, inventory, review).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Cue>> DeadlineFor
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<Cue>>();
    } = new Dictionary<string, IReadOnlyList<Cue>>();

    /// <summary>Month names, January first; each may have several forms parted by a bar.</summary>
    public IReadOnlyList<string> Months
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Number words, by the number they stand for.</summary>
    public IReadOnlyDictionary<string, int> Numbers
    {
        get;
        init => field = value ?? new Dictionary<string, int>();
    } = new Dictionary<string, int>();

    /// <summary>How a message says how many appeals it still takes, with <c>{n}</c> for the number; one without it says one.</summary>
    public IReadOnlyList<string> AttemptsLeft
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How a message says how many appeals it takes in all, as <see cref="AttemptsLeft"/>.</summary>
    public IReadOnlyList<string> AttemptsInAll
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>How an answer to an appeal is worded, and what follows from it (<c>knowledge/replies</c>).</summary>
public sealed record Reply : KnowledgeEntry
{
    /// <summary>The kind of message it is.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>What it decides.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The wordings, by language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Cue>> Cues { get; init; }

    /// <summary>What the seller should do then.</summary>
    public required LocalizedText Next { get; init; }

    /// <summary>What to look at one by one then; empty where there is nothing.</summary>
    public IReadOnlyList<LocalizedText> Checklist
    {
        get;
        init => field = value ?? [];
    } = [];
}
