using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>What a message says: the answer to "why?". Mirrors step 1 of the command's contract, field by field.</summary>
public sealed record Diagnosis
{
    /// <inheritdoc cref="Message.Source"/>
    public required string Source { get; init; }

    /// <inheritdoc cref="Message.Id"/>
    public required string? Id { get; init; }

    /// <summary>The language as BCP 47 tag; "und" when it could not be identified.</summary>
    public required string Language { get; init; }

    /// <summary>The store's domain, lower case; null when the mail does not tell.</summary>
    public required string? Marketplace { get; init; }

    public required NoticeKind Kind { get; init; }

    public required Ground? Ground { get; init; }

    public required AccountStatus AccountStatus { get; init; }

    /// <summary>The reasons stated, primary first; empty when the mail gives none.</summary>
    public required IReadOnlyList<StatedReason> Reasons { get; init; }

    public required ResponseMode ResponseMode { get; init; }

    public required ReadingConfidence Confidence { get; init; }

    public required IReadOnlyList<Ask> Asks { get; init; }

    /// <summary>The matrix of causes and sections a notice wants answered.</summary>
    public required IReadOnlyList<RequestCell> RequestGrid { get; init; }

    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>How many appeals the mail says it takes; null where it does not say, as is usual.</summary>
    [JsonIgnore]
    public StatedAttempts? Attempts { get; init; }

    public required IReadOnlyList<string> Asins { get; init; }

    public required IReadOnlyList<string> OrderIds { get; init; }

    public required IReadOnlyList<string> ComplaintIds { get; init; }

    public required StatedRoute Route { get; init; }

    public required Decision? Decision { get; init; }

    public required Authenticity Authenticity { get; init; }

    /// <inheritdoc cref="Message.Subject"/>
    public string? Subject { get; init; }

    /// <inheritdoc cref="Message.Date"/>
    public DateTimeOffset? Date { get; init; }

    /// <inheritdoc cref="Message.Thread"/>
    [JsonIgnore]
    public MailThread? Thread { get; init; }

    /// <inheritdoc cref="Message.Sha256"/>
    public required string Sha256 { get; init; }

    /// <summary>What a person should know of how the message was read; empty as a rule.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The plain text that was read; printed with <c>--with-text</c> only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
}

/// <summary>A passage of the text that was read.</summary>
/// <param name="Quote">Exactly the slice at <paramref name="Start"/>.</param>
/// <param name="Start">UTF-16 code units from the start.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="In">"subject" when the slice is of the subject; null for the text.</param>
public sealed record Evidence(
    string Quote,
    int Start,
    int Length,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? In = null
);

/// <summary>A reason the mail states, with the passages that state it; a reason without evidence is a defect.</summary>
public sealed record StatedReason(string Code, double Confidence, IReadOnlyList<Evidence> Evidence);

/// <summary>The share of such readings that are right.</summary>
public sealed record ReadingConfidence(double Kind, double ResponseMode);

/// <summary>Something the mail asks for, by ask code (plan_of_action, invoices …).</summary>
/// <param name="What">The code.</param>
/// <param name="Evidence">Where it is named.</param>
/// <param name="OnlyIfInError">Whether only the "in error?" section offers it, as another way than what is wanted.</param>
public sealed record Ask(string What, Evidence Evidence, bool OnlyIfInError = false);

/// <summary>One cell of the request grid.</summary>
/// <param name="Cause">A reason code or a buyer cause; null where the mail names none.</param>
public sealed record RequestCell(string? Cause, PlanSection Section, Evidence Evidence);

/// <summary>A limit the mail states.</summary>
/// <param name="For">response, funds, inventory, review or other.</param>
/// <param name="Amount">The number of a period; null for a fixed date.</param>
/// <param name="Unit">hours, days, business_days, weeks or months; null for a fixed date.</param>
/// <param name="Due">When it ends, in the marketplace's zone; null when the message's date is not known.</param>
public sealed record Deadline(
    string For,
    Evidence Evidence,
    string Quote,
    int? Amount,
    string? Unit,
    DateTimeOffset? Due
);

/// <summary>A number of appeals that the mail states.</summary>
/// <param name="Count">How many, from 1.</param>
/// <param name="InAll">Whether those that were sent already count too; else so many are left from this mail on.</param>
/// <param name="Evidence">Where it says so.</param>
public sealed record StatedAttempts(int Count, bool InAll, Evidence Evidence);

/// <summary>The way to answer that the mail names.</summary>
public sealed record StatedRoute(RouteChannel Channel, string? Address, Evidence? Evidence);

/// <summary>Whether the mail is Amazon's.</summary>
public sealed record Authenticity(AuthenticityVerdict Verdict, IReadOnlyList<AuthenticityCheck> Checks)
{
    /// <summary>The key records that signatures were held against; Amazon changes its keys, so they are kept with the case.</summary>
    public IReadOnlyList<UsedKey> Keys
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>What can be said of a mail's origin.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<AuthenticityVerdict>))]
public enum AuthenticityVerdict
{
    /// <summary>Nothing to verify: pasted or forwarded text.</summary>
    Unverifiable,

    /// <summary>A valid aligned signature of an Amazon domain.</summary>
    Genuine,

    /// <summary>Something speaks against Amazon.</summary>
    Suspicious,

    /// <summary>An aligned signature of an Amazon domain that fails although its key is there.</summary>
    Forged,
}

/// <summary>One check of a mail's origin, with a sentence a seller understands.</summary>
/// <param name="Name">dkim, sender_domain, reply_to, links …</param>
/// <param name="Result">pass, fail, none or warn.</param>
public sealed record AuthenticityCheck(string Name, string Result, string Detail);
