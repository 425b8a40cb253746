using Reprieve.Appeals;
using Reprieve.Appeals.Packing;
using Reprieve.Cases.Linked;
using Reprieve.Knowledge;
using Reprieve.Responses.Export;

namespace Reprieve.Cases.Workflow;

/// <summary>Step 4: writes the package, the record of the case, and the questions that are open.</summary>
public sealed class PackCase(KnowledgeBase knowledge, TimeProvider clock)
{
    private readonly AppealPacker _packer = new(knowledge, clock);
    private readonly CaseCalendar _calendar = new(knowledge, clock);

    /// <summary>
    /// Writes all of it, or nothing when it fails or is stopped. Questions are added to <c>answers.yaml</c> only when
    /// there are new ones; what a person wrote there stays as it is.
    /// </summary>
    /// <exception cref="AppealException">The package could not be written.</exception>
    public CaseWork Pack(CaseWork work, CancellationToken cancel = default)
    {
        Case record = work.Record;
        Appeal appeal = _packer.Pack(
            Request(work),
            packed =>
            {
                record = Recorded(work, packed);
                InterviewCase.Ask(work, work.Response?.Questions ?? []);
                CaseRecordFile.Write(work.Paths, record);
            },
            cancel
        );
        return work with { Appeal = appeal, Record = record };
    }

    /// <summary>The case with the package as it would be, and its pages; nothing is written.</summary>
    /// <exception cref="AppealException">There is no room to put it together.</exception>
    public (CaseWork Work, IReadOnlyDictionary<string, string> Pages) Preview(
        CaseWork work,
        CancellationToken cancel = default
    )
    {
        AppealPreview preview = _packer.Preview(Request(work), cancel);
        return (work with { Appeal = preview.Appeal }, preview.Pages);
    }

    private PackRequest Request(CaseWork work) =>
        new()
        {
            CaseFolder = work.Paths.Folder,
            Directory = work.Paths.Output,
            Notice = work.Notice,
            Review = work.Review,
            Response = work.Response,
            Check = work.Check,
            Documents = work.Documents,
            PaperFindings = CasePapers.Findings(work, knowledge),
            FileTypes = [.. StoreReports.Possible(work).Select(report => report.Type).Distinct()],
            Earlier = work.Earlier,
            Attempts = AttemptsLeft.Of(work.Messages, work.Earlier),
            ResponseFiles =
            [
                .. work.Response is { } response
                    ? [.. ResponseFiles.For(response, work.Record.Marketplace), .. ChaseList.Files(work, knowledge)]
                    : Array.Empty<OutputFile>(),
                .. _calendar.Files(work),
            ],
            Opened = work.Record.Timeline is [var first, ..] ? first.At : null,
            Previous = work.Record.Package,
            Store = work.Store,
        };

    private Case Recorded(CaseWork work, Appeal packed)
    {
        string text = packed.Files.FirstOrDefault(file => PackageFiles.IsText(file.Path))?.Sha256 ?? "";
        return (work.Record with { Package = packed.Files, Stage = CaseStages.Of(work, packed.State) }).AppendIfNew(
            clock,
            Timeline.Reprieve,
            "package_written",
            new Dictionary<string, string> { ["state"] = packed.State.Code(), ["text_sha256"] = text }
        );
    }
}
