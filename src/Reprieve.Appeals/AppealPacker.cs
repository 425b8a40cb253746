using Reprieve.Appeals.Guards;
using Reprieve.Appeals.Packing;
using Reprieve.Appeals.Routes;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Export;

namespace Reprieve.Appeals;

/// <summary>
/// Puts a package together: the answer, its papers under the names the text cites, and the pages that tell the seller
/// what to do, in the screen's language. All or nothing: a failure leaves the folder as it was.
/// </summary>
public sealed class AppealPacker(KnowledgeBase knowledge, TimeProvider clock)
{
    /// <summary>Stops or looks before each move: for tests.</summary>
    internal Action<int>? BeforeMove { get; init; }

    /// <summary>Writes the package.</summary>
    /// <param name="request">What it is made from.</param>
    /// <param name="record">
    /// Called with the result when the files are in place, to store it in the case; when it throws, the files are
    /// put back, so that the record and the folder never disagree.
    /// </param>
    /// <param name="cancel">Looked at until the files are moved in.</param>
    /// <exception cref="AppealException">The package could not be written; nothing was changed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was changed.</exception>
    public Appeal Pack(PackRequest request, Action<Appeal>? record, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(request.Directory) || request.Directory.Contains('\0', StringComparison.Ordinal))
        {
            throw new AppealException(Say.Texts.Get("Write_NoFolder", request.Directory.Replace('\0', '?')));
        }

        try
        {
            return Write(request, Context(request), record, cancel);
        }
        catch (Exception fault) when (WriteFault.Explains(fault))
        {
            throw new AppealException(WriteFault.Sentence(fault, request.Directory), fault);
        }
    }

    /// <inheritdoc cref="Pack(PackRequest, Action{Appeal}, CancellationToken)"/>
    public Appeal Pack(PackRequest request, CancellationToken cancel) => Pack(request, null, cancel);

    /// <summary>The package as it would be written, and its pages; nothing is left in the folder.</summary>
    /// <exception cref="AppealException">There is no room to put it together.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public AppealPreview Preview(PackRequest request, CancellationToken cancel)
    {
        try
        {
            using PackageFolder folder = PackageFolder.Open(request.Directory, request.Previous);
            (Appeal appeal, _) = Staged(folder, request, Context(request), cancel);
            return new AppealPreview(appeal, folder.StagedTexts(".md"));
        }
        catch (Exception fault) when (WriteFault.Explains(fault))
        {
            throw new AppealException(WriteFault.Sentence(fault, request.Directory), fault);
        }
    }

    private Appeal Write(PackRequest request, PackContext context, Action<Appeal>? record, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using PackageFolder folder = PackageFolder.Open(request.Directory, request.Previous, BeforeMove);
        (Appeal appeal, PackageChange change) = Staged(folder, request, context, cancel);
        cancel.ThrowIfCancellationRequested();
        folder.Commit(change, () => record?.Invoke(appeal));
        return appeal;
    }

    /// <summary>Puts all files of the package into the folder's staging place.</summary>
    private static (Appeal Appeal, PackageChange Change) Staged(
        PackageFolder folder,
        PackRequest request,
        PackContext context,
        CancellationToken cancel
    )
    {
        if (!context.IsRefused)
        {
            foreach (OutputFile file in request.ResponseFiles)
            {
                cancel.ThrowIfCancellationRequested();
                folder.Stage(file.Name, file.Content);
            }

            // What we made ourselves, the list of orders for instance, is among the answer's own files already.
            foreach (
                Attachment paper in (request.Response as WrittenResponse)?.Attachments.Where(a => a.Content is null)
                    ?? []
            )
            {
                cancel.ThrowIfCancellationRequested();
                Copy(folder, paper, request);
            }

            if (request.Response is WrittenResponse)
            {
                folder.StageArchive(PackageFiles.Archive, PackageFiles.IsHandedOn);
            }
        }

        IReadOnlyList<string> obstacles = [.. NextSteps.Obstacles(context), .. Displaced(folder, request)];
        PackageState state = State(context, obstacles);
        IReadOnlyList<string> next = NextSteps.Next(context, state);
        folder.Stage(PackageFiles.FirstHour, FirstHour.Write(context, next));
        if (state != PackageState.Refused)
        {
            folder.Stage(PackageFiles.HowToGet, HowToGet.Write(context));
        }

        if (state is PackageState.Ready or PackageState.Open)
        {
            folder.Stage(PackageFiles.HowToSend, HowToSend.Write(context, obstacles));
        }

        PackageChange change = folder.Preview(request.Previous);
        var appeal = new Appeal
        {
            Directory = request.Directory,
            State = state,
            Route = context.Route,
            Files = change.Result,
            Obstacles = obstacles,
            Next = [.. next, .. Kept(change)],
        };
        return (appeal, change);
    }

    private static PackageState State(PackContext context, IReadOnlyList<string> obstacles) =>
        context.IsRefused ? PackageState.Refused
        : context.Request.Response is null or NothingToSend ? PackageState.NothingToSend
        : obstacles.Count > 0 ? PackageState.Open
        : PackageState.Ready;

    private static void Copy(PackageFolder folder, Attachment paper, PackRequest request)
    {
        string root = Path.GetFullPath(request.CaseFolder);
        string source = Path.GetFullPath(Path.Combine(root, paper.Path));
        // A case folder may come from somebody else: its answers cannot make us pack files from outside it.
        if (
            Path.GetRelativePath(root, source) is var inside
            && (inside.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(inside))
        )
        {
            throw new AppealException(Say.Texts.Get("PaperOutside", paper.Path));
        }

        if (!File.Exists(source))
        {
            throw new AppealException(Say.Texts.Get("PaperGone", paper.Path));
        }

        if (paper.SendAs.AsSpan().ContainsAny('/', '\\'))
        {
            throw new AppealException(Say.Texts.Get("BadName", paper.SendAs));
        }

        if (folder.StageCopy($"{PackageFiles.Attachments}/{paper.SendAs}", source) != paper.Sha256)
        {
            throw new AppealException(Say.Texts.Get("PaperChanged", paper.Path));
        }
    }

    /// <summary>
    /// Files of the seller's that stand in the way: one with the name of a paper would go out in its place, and a text
    /// of theirs that is not the one that was checked would go out unchecked.
    /// </summary>
    private static IEnumerable<string> Displaced(PackageFolder folder, PackRequest request)
    {
        foreach (PackedFile own in folder.Preview(request.Previous).Result.Where(file => file.Edited))
        {
            if (PackageFiles.IsAttachment(own.Path))
            {
                yield return Say.Texts.Get("Obstacle_Displaced", own.Path);
            }
            else if (
                PackageFiles.IsText(own.Path)
                && request.Response is WrittenResponse written
                && !IsSame(File.ReadAllText(Path.Combine(request.Directory, own.Path)), written.Text)
            )
            {
                yield return Say.Texts.Get("Obstacle_Unchecked", own.Path);
            }
        }
    }

    /// <summary>Editors change line ends and the end of a file by themselves.</summary>
    private static bool IsSame(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimStart('\uFEFF').TrimEnd();

    private static IEnumerable<string> Kept(PackageChange change) =>
        change
            .Result.Where(file => file.Edited && !PackageFiles.IsAttachment(file.Path))
            .Select(file => Say.Texts.Get("Next_Kept", file.Path));

    private PackContext Context(PackRequest request)
    {
        DateTimeOffset now = TimeZoneInfo.ConvertTime(
            clock.GetUtcNow(),
            Moment.Zone(request.Notice.Marketplace, knowledge)
        );
        return new PackContext
        {
            Request = request,
            Knowledge = knowledge,
            Now = now,
            Here = clock.LocalTimeZone,
            Route = RouteFinder.Find(request.Notice, knowledge),
            Guards = SendGuards.Look(
                new SendContext
                {
                    Notice = request.Notice,
                    Knowledge = knowledge,
                    Now = now,
                    Response = request.Response,
                    Check = request.Check,
                    Papers =
                    [
                        .. (request.Response as WrittenResponse)?.Attachments.Select(paper => paper.Sha256) ?? [],
                    ],
                    PaperFindings = request.PaperFindings,
                    Earlier = request.Earlier,
                    Attempts = request.Attempts,
                }
            ),
        };
    }
}
