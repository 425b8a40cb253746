using Reprieve.Appeals.Guards;
using Reprieve.Appeals.Packing;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;

namespace Reprieve.Appeals;

/// <summary>What is needed to record that an answer was sent.</summary>
public sealed record SendRequest
{
    /// <summary>The notice that is answered.</summary>
    public required Diagnosis Notice { get; init; }

    /// <summary>The answer; null when there was none to write.</summary>
    public required Response? Response { get; init; }

    /// <summary>The verdict on the text; null when there is no text.</summary>
    public required CheckReport? Check { get; init; }

    /// <summary>The package's folder.</summary>
    public required string Directory { get; init; }

    /// <summary>The package as it was made, from the case's record.</summary>
    public required IReadOnlyList<PackedFile> Files { get; init; }

    /// <summary>What Amazon would object to in the papers that go out.</summary>
    public IReadOnlyList<DocumentFinding> PaperFindings { get; init; } = [];

    /// <summary>Rounds that went out before, oldest first.</summary>
    public IReadOnlyList<SentRound> Earlier { get; init; } = [];

    /// <summary>How many appeals are left, as Amazon says; null where it does not.</summary>
    public AttemptsLeft? Attempts { get; init; }

    /// <summary>Who sent it.</summary>
    public required string By { get; init; }

    /// <summary>The mail it goes out as; null where a person sent it by hand.</summary>
    public AppealLetter? Letter { get; init; }

    /// <summary>Whether a mail with an answer is on its way, or may be.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>Rules that are set aside.</summary>
    public IReadOnlyList<RuleOverride> Overrides { get; init; } = [];
}

/// <summary>Sending was refused; <see cref="Refused"/> says by which guards, and which may be set aside.</summary>
public sealed class SendRefusedException : Exception
{
    internal SendRefusedException(IReadOnlyList<GuardResult> refused)
        : base(string.Join(Environment.NewLine, refused.Select(guard => $"{guard.Rule}: {guard.Sentence}"))) =>
        Refused = refused;

    /// <summary>The guards that refuse and were not set aside.</summary>
    public IReadOnlyList<GuardResult> Refused { get; }
}

/// <summary>Says what goes out, exactly, after the guards have looked at it. Nothing is mailed.</summary>
public sealed class AppealSender(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>All that the guards say now, warnings too; to be shown before a person decides.</summary>
    /// <exception cref="AppealException">The package cannot be read.</exception>
    public IReadOnlyList<GuardResult> Look(SendRequest request) => SendGuards.Look(Context(request, OnDisk(request)));

    /// <summary>What goes out now: the files as they lie there, with their hashes; as a mail, the text and its papers.</summary>
    /// <exception cref="SendRefusedException">A guard refuses and was not, or may not be, set aside.</exception>
    /// <exception cref="AppealException">There is nothing to send, a file is gone, or nobody says who sent it.</exception>
    public SentAppeal Cleared(SendRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.By))
        {
            throw new AppealException(Say.Texts.Get("WhoSent"));
        }

        List<PackedFile> files = OnDisk(request);
        List<GuardResult> refusing =
        [
            .. SendGuards.Look(Context(request, files)).Where(guard => guard.Effect == GuardEffect.Refuse),
        ];
        List<GuardResult> standing = [.. refusing.Where(guard => Given(guard, request.Overrides) is null)];
        if (standing.Count > 0)
        {
            throw new SendRefusedException(standing);
        }

        if (request.Response is not WrittenResponse || files.Count == 0)
        {
            throw new AppealException(Say.Texts.Get("NothingToRecord"));
        }

        return new SentAppeal(
            request.Earlier.Count == 0 ? 1 : request.Earlier.Max(round => round.Number) + 1,
            TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Moment.Zone(request.Notice.Marketplace, knowledge)),
            request.By.Trim(),
            (request.Letter?.Route ?? Routes.RouteFinder.Find(request.Notice, knowledge)).Channel,
            files.FirstOrDefault(file => PackageFiles.IsText(file.Path))?.Sha256,
            files,
            // Only what was really in the way is set aside; an override to no purpose is not on record.
            [.. refusing.DistinctBy(guard => guard.Rule).Select(guard => Given(guard, request.Overrides)!)]
        );
    }

    /// <summary>By whom and why a guard is set aside, under the guard's own rule; null where it is not, or may not be.</summary>
    private static RuleOverride? Given(GuardResult guard, IReadOnlyList<RuleOverride> overrides) =>
        guard.MayOverride
        && overrides.FirstOrDefault(own =>
            own.Rule.Equals(guard.Rule, StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrWhiteSpace(own.Because)
            && !string.IsNullOrWhiteSpace(own.By)
        )
            is { } given
            ? given with
            {
                Rule = guard.Rule,
            }
            : null;

    private static bool GoesOut(string path, AppealLetter? letter) =>
        letter is null
            ? PackageFiles.GoesOut(path)
            : PackageFiles.IsText(path) || letter.Attachments.Contains(path, StringComparer.Ordinal);

    private static List<PackedFile> OnDisk(SendRequest request)
    {
        try
        {
            return
            [
                .. request
                    .Files.Where(file => GoesOut(file.Path, request.Letter))
                    .Select(file =>
                        PackageFolder.HashOf(Path.Combine(request.Directory, file.Path)) is { } hash
                            ? file with
                            {
                                Sha256 = hash,
                            }
                            : throw new AppealException(Say.Texts.Get("FileGone", file.Path, request.Directory))
                    ),
            ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AppealException(Say.Texts.Get("CannotRead", request.Directory, fault.Message), fault);
        }
    }

    private SendContext Context(SendRequest request, IReadOnlyList<PackedFile> files) =>
        new()
        {
            Notice = request.Notice,
            Knowledge = knowledge,
            Now = clock.GetUtcNow(),
            Response = request.Response,
            Check = request.Check,
            Papers = [.. files.Where(file => PackageFiles.IsAttachment(file.Path)).Select(file => file.Sha256)],
            PaperFindings = request.PaperFindings,
            Earlier = request.Earlier,
            Attempts = request.Attempts,
            Address = request.Letter?.To,
            IsLeaving = request.IsLeaving,
            ChangedFiles =
            [
                .. files
                    .Where(file => request.Files.All(made => made.Path != file.Path || made.Sha256 != file.Sha256))
                    .Select(file => file.Path),
            ],
        };
}
