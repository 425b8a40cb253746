using Reprieve.Answers.Rounds;
using Reprieve.Appeals;
using Reprieve.Cases.Corrections;
using Reprieve.Cases.Linked;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Practices;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases.Workflow;

/// <summary>Step 1: opens a case folder and reads its messages.</summary>
public sealed class ReadCase
{
    /// <summary>So many papers are looked at for a notice: recognising a picture takes a second or more.</summary>
    private const int MostPapers = 6;

    private static readonly PdfMessages Pdf = new();

    private readonly TimeProvider _clock;
    private readonly KeptKeys _keys;
    private readonly NoticeReader _reader;
    private readonly KnowledgeBase _knowledge;

    /// <summary>Prepares to read cases.</summary>
    /// <param name="knowledge">What Amazon says.</param>
    /// <param name="clock">The time of what is written down.</param>
    /// <param name="keys">Where keys are asked for that a case has not kept; null when none can be.</param>
    public ReadCase(KnowledgeBase knowledge, TimeProvider clock, IDkimKeys? keys = null)
        : this(knowledge, clock, keys, new NoticeReader(knowledge)) { }

    /// <param name="reader">Knows the wordings already.</param>
    internal ReadCase(KnowledgeBase knowledge, TimeProvider clock, IDkimKeys? keys, NoticeReader reader)
    {
        _clock = clock;
        _knowledge = knowledge;
        _keys = new KeptKeys(keys);
        _reader = reader.With(_keys);
    }

    /// <summary>Opens the folder; nothing in it is changed.</summary>
    /// <exception cref="CaseException">There is no message in it, or it cannot be read.</exception>
    /// <param name="progress">Told which file is looked at.</param>
    public CaseWork Open(
        CasePaths paths,
        IProgress<ReviewProgress>? progress = null,
        CancellationToken cancel = default
    ) => Open(paths, FolderContents.Of(paths, _knowledge, progress, cancel), cancel);

    /// <summary>Opens a folder that was looked through already.</summary>
    /// <exception cref="CaseException">There is no message in it, or it cannot be read.</exception>
    public CaseWork Open(CasePaths paths, FolderContents contents, CancellationToken cancel = default)
    {
        Case? known = CaseRecordFile.Read(paths);
        _keys.Take(known);
        List<UnreadableFile> unreadable = [.. contents.Unrecognised];
        IReadOnlyList<Correction> corrections = CorrectionFile.Read(paths);
        var corrected = new CorrectedReading(corrections, _knowledge);
        List<Diagnosis> read = Read(paths.Folder, contents.Messages, corrected, unreadable, cancel);
        if (read.Count == 0)
        {
            read = AmongPapers(paths.Folder, contents.Documents, corrected, cancel);
            contents = contents.WithMessages([.. read.Select(message => message.Source)]);
        }

        IReadOnlyList<Diagnosis> messages = NoticeChoice.InOrder(read);
        if (messages.Count == 0)
        {
            throw new CaseException(NothingToRead(paths, contents, unreadable));
        }

        AnswerSheet answers = contents.HasAnswers ? AnswerFile.Read(paths.Answers) : AnswerSheet.Empty;
        IReadOnlyList<LinkedStore> stores = new StoresOfEvent(_knowledge, answers.Seller).Sort(
            messages,
            paths.Store is null ? known : CaseRecordFile.Read(paths.Case),
            CaseRecordFile.OfStores(paths)
        );
        var opened = new OpenedFolder(paths, contents, stores, corrections, answers, unreadable);
        return Of(
            opened,
            stores.FirstOrDefault(store => store.Key == paths.Store) ?? throw NoStore(paths, stores),
            known
        );
    }

    /// <summary>The cases of the linked stores, in a folder that was opened for the case's own answer; nothing is read again.</summary>
    public IEnumerable<CaseWork> Linked(CaseWork own) =>
        own
            .Stores.Where(store => store.Key is not null)
            .Select(store =>
            {
                CasePaths paths = own.Paths.ForStore(store.Key!);
                var opened = new OpenedFolder(
                    paths,
                    own.Contents,
                    own.Stores,
                    own.Corrections,
                    own.Answers,
                    own.Unreadable
                );
                return Of(opened, store, CaseRecordFile.Read(paths));
            });

    private CaseWork Of(OpenedFolder opened, LinkedStore store, Case? known)
    {
        IReadOnlyList<SentRound> earlier = EarlierRounds.Of(opened.Paths, known, _reader, store.Messages);
        Diagnosis notice = NoticeChoice.ToAnswer(store.Messages, Arrivals.Since(earlier, store.Messages))!;
        AnswerSheet answers = opened.Paths.Store is null ? opened.Answers : InterviewCase.AnswersOf(opened.Paths);
        return new CaseWork
        {
            Paths = opened.Paths,
            Record = Brought(known ?? Case.Opened(_clock), store.Messages, notice, answers),
            Contents = opened.Contents,
            Stores = opened.Stores,
            Messages = store.Messages,
            Notice = notice,
            Corrections = [.. opened.Corrections.Where(one => one.Notice == notice.Sha256)],
            Earlier = earlier,
            Answers = answers,
            Unreadable = opened.Unreadable,
        };
    }

    /// <summary>Where there is no other message, a notice that was photographed or printed into a PDF.</summary>
    private List<Diagnosis> AmongPapers(
        string folder,
        IReadOnlyList<string> papers,
        CorrectedReading corrected,
        CancellationToken cancel
    ) => [.. Read(folder, [.. papers.Take(MostPapers)], corrected, [], cancel).Where(IsNotice)];

    /// <summary>An invoice that asks for something reads much like a request for information; Amazon's names its store.</summary>
    private static bool IsNotice(Diagnosis message) =>
        message.Kind is not (NoticeKind.NotAmazon or NoticeKind.OtherAmazonMail)
        && (message.Kind != NoticeKind.InfoRequest || message.Marketplace is not null);

    private List<Diagnosis> Read(
        string folder,
        IReadOnlyList<string> files,
        CorrectedReading corrected,
        List<UnreadableFile> unreadable,
        CancellationToken cancel
    )
    {
        List<Diagnosis> read = [];
        foreach (ReadResult result in files.SelectMany(file => MessageReader.Read(Path.Combine(folder, file), Pdf)))
        {
            cancel.ThrowIfCancellationRequested();
            string shown = Path.GetRelativePath(folder, result.Source).Replace('\\', '/');
            if (result.Message is { } message)
            {
                read.Add(corrected.After(_reader.Read(corrected.Before(message with { Source = shown }))));
            }
            else
            {
                unreadable.Add(new UnreadableFile(shown, result.Error ?? ""));
            }
        }

        return read;
    }

    /// <summary>The record, brought up to what the folder says now.</summary>
    private Case Brought(Case record, IReadOnlyList<Diagnosis> messages, Diagnosis notice, AnswerSheet answers)
    {
        record = record with
        {
            Seller = answers.Seller,
            Marketplace = notice.Marketplace ?? record.Marketplace,
            Notices = [.. messages.Select(CaseNotice.Of)],
        };
        return record.AppendIfNew(
            _clock,
            Timeline.Reprieve,
            "notice_read",
            new Dictionary<string, string>
            {
                ["sha256"] = notice.Sha256,
                ["kind"] = notice.Kind.Code(),
                ["verdict"] = notice.Authenticity.Verdict.Code(),
            }
        );
    }

    private static string NothingToRead(CasePaths paths, FolderContents contents, List<UnreadableFile> unreadable)
    {
        UnreadableFile? message = unreadable.FirstOrDefault(u =>
            contents.Messages.Any(m => u.Source.StartsWith(m, StringComparison.Ordinal))
        );
        return message is null
            ? Say.Texts.Get("No_Notice", paths.Folder)
            : Say.Texts.Get("No_Readable_Notice", message.Source, message.Error);
    }

    private static CaseException NoStore(CasePaths paths, IReadOnlyList<LinkedStore> stores) =>
        new(
            stores.Count < 2
                ? Say.Texts.Get("No_Linked", paths.Store)
                : Say.Texts.Get(
                    "No_Store",
                    paths.Store,
                    string.Join(", ", stores.Select(store => store.Key).OfType<string>())
                )
        );

    /// <summary>A folder whose messages were read and sorted by store.</summary>
    private sealed record OpenedFolder(
        CasePaths Paths,
        FolderContents Contents,
        IReadOnlyList<LinkedStore> Stores,
        IReadOnlyList<Correction> Corrections,
        AnswerSheet Answers,
        IReadOnlyList<UnreadableFile> Unreadable
    );
}
