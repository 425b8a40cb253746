using System.Collections.Concurrent;
using Reprieve.Knowledge;

namespace Reprieve.Notices;

/// <summary>
/// Step 1: reads what a message says. The same message and knowledge always give the same diagnosis. Build one
/// reader and use it for many messages; it may be shared between threads.
/// </summary>
public sealed class NoticeReader
{
    private const double SureOfHold = 0.5;

    private readonly NoticeBook _book;
    private readonly LanguageIdentifier _languages;
    private readonly ConcurrentDictionary<string, CueIndex> _indexes;
    private readonly OriginChecker _origin;

    /// <summary>Prepares to read; the wordings of a language are taken in with its first message.</summary>
    /// <param name="knowledge">Wordings, reasons, senders and stores.</param>
    /// <param name="keys">Where DKIM keys are looked up; null when none can be, so that signatures verify nothing.</param>
    public NoticeReader(KnowledgeBase knowledge, IDkimKeys? keys = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        _book = knowledge.Book;
        _languages = new LanguageIdentifier(_book);
        _indexes = new ConcurrentDictionary<string, CueIndex>(StringComparer.Ordinal);
        _origin = new OriginChecker(_book, keys);
    }

    private NoticeReader(NoticeReader other, IDkimKeys? keys)
    {
        _book = other._book;
        _languages = other._languages;
        _indexes = other._indexes;
        _origin = new OriginChecker(_book, keys);
    }

    /// <summary>A reader that looks keys up elsewhere, and takes no wordings in anew that this one knows.</summary>
    /// <param name="keys">Where DKIM keys are looked up; null when none can be.</param>
    public NoticeReader With(IDkimKeys? keys) => new(this, keys);

    /// <summary>Reads one message, of a very long text the first 400,000 characters. Never throws on what it says; a message that says nothing is of kind not_amazon or other_amazon_mail with little confidence.</summary>
    public Diagnosis Read(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Diagnose(Prepare(message)).Added(message);
    }

    /// <summary>Reads one message and tells how: which passages decided, and what was left out and why.</summary>
    public Explanation Explain(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Reading reading = Prepare(message);
        return Explainer.Explain(reading, Diagnose(reading).Added(message));
    }

    private Reading Prepare(Message message)
    {
        CutText text = NoticeText.Cut(message.Text);
        string language = _languages.Identify(text, message.DeclaredLanguage);
        CueIndex index = _indexes.GetOrAdd(language, tag => new CueIndex(_book, tag));
        var body = new NoticeText(message.Text, text, index, isSubject: false);
        NoticeText? subject = string.IsNullOrWhiteSpace(message.Subject)
            ? null
            : new NoticeText(message.Subject, NoticeText.Cut(message.Subject), index, isSubject: true);
        return new Reading(message, body, subject, language);
    }

    private Diagnosis Diagnose(Reading reading)
    {
        Message message = reading.Message;
        OriginReading origin = _origin.Check(reading);
        BookStore? store = MarketplaceFinder.Find(reading, _book, origin.SenderStore);
        IReadOnlyList<StatedReason> reasons = ReasonFinder.Find(reading, _book);
        (IReadOnlyList<Ask> asks, IReadOnlyList<Ask> wanted) = AskFinder.Find(reading);
        ReplyReading? reply = ReplyReader.Read(reading, _book);
        KindReading kind = KindDecider.Decide(reading, reply, reasons, asks, origin);
        Decision? decision = kind.Kind == reply?.Entry.Kind ? reply.Entry.Decision : null;
        reasons = Concerned(reading, kind.Kind, reasons) ? reasons : [];
        bool foreign = kind.Kind is NoticeKind.OtherAmazonMail or NoticeKind.NotAmazon;
        asks = foreign ? [] : asks;
        kind = KindDoubt.Weigh(reading, kind, reply);
        Ground? ground = GroundReader.Read(reading, kind.Kind, reasons, _book);
        ModeReading mode = ModeDecider.Decide(reading, kind.Kind, decision, ground, reasons, wanted);
        return new Diagnosis
        {
            Source = message.Source,
            Id = message.Id,
            Language = reading.Language,
            Marketplace = kind.Kind == NoticeKind.NotAmazon ? null : store?.Code,
            Kind = kind.Kind,
            Ground = ground,
            AccountStatus = StatusReader.Read(reading, kind.Kind, decision),
            Reasons = reasons,
            ResponseMode = mode.Mode,
            Confidence = new ReadingConfidence(
                Math.Round(kind.Confidence, 2),
                Math.Round(ModeDecider.Sure(mode, kind), 2)
            ),
            Asks = asks,
            RequestGrid = foreign ? [] : RequestGridFinder.Find(reading, reasons),
            Deadlines = Limits(new DeadlineFinder(new DueDates(store)).Find(reading), decision),
            Attempts = foreign ? null : AttemptFinder.Find(reading),
            Asins = AsinFinder.Find(reading),
            OrderIds = NumberFinder.OrderIds(reading),
            ComplaintIds = NumberFinder.ComplaintIds(reading),
            Route = Way(reading, kind.Kind),
            Decision = decision,
            Authenticity = origin.Authenticity,
            Subject = message.Subject,
            Date = message.Date,
            Thread = message.Thread,
            Sha256 = message.Sha256,
            Text = message.Text,
        };
    }

    /// <summary>Who got everything back has nothing to answer: "back within 24 hours" is a promise of Amazon's, not a limit.</summary>
    private static IReadOnlyList<Deadline> Limits(IReadOnlyList<Deadline> found, Decision? decision) =>
        decision == Decision.Reinstated ? [.. found.Where(limit => limit.For != "response")] : found;

    /// <summary>News names the pages of Seller Central too; only a mailbox is a way to answer it. A fraud has none.</summary>
    private static StatedRoute Way(Reading reading, NoticeKind kind)
    {
        StatedRoute route = RouteFinder.Find(reading);
        bool none =
            kind == NoticeKind.Phishing || (kind == NoticeKind.OtherAmazonMail && route.Channel != RouteChannel.Email);
        return none ? new StatedRoute(RouteChannel.Unknown, null, null) : route;
    }

    /// <summary>Whether the mail acts against somebody at all: news and other companies' mail give no reason for anything.</summary>
    private static bool Concerned(Reading reading, NoticeKind kind, IReadOnlyList<StatedReason> reasons) =>
        kind switch
        {
            NoticeKind.NotAmazon => false,

            // A review of quick growth gives advice on shipping, which is no reason.
            NoticeKind.FundsHold => reasons.Count > 0 && reasons[0].Confidence >= SureOfHold,
            NoticeKind.OtherAmazonMail => Array.Exists(reading.Deeds, d => d.Object == Deed.NotSeller),
            _ => true,
        };
}
