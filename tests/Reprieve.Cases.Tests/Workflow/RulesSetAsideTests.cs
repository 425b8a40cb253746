using Microsoft.Extensions.Time.Testing;
using Reprieve.Appeals;
using Reprieve.Appeals.Guards;
using Reprieve.Cases.Workflow;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Interview;
using Reprieve.Testing;

namespace Reprieve.Cases.Tests.Workflow;

/// <summary>Whatever rule a person sets aside stands in the history of the case; for every guard there is.</summary>
public sealed class RulesSetAsideTests : IDisposable
{
    private const string Person = "Dana Reyes";

    /// <summary>They only warn: there is nothing to set aside.</summary>
    private static readonly string[] Warning = ["EarlyChaserGuard", "PanicGuard", "LastDayGuard", "LastAttemptGuard"];

    /// <summary>It looks at the address of a mail alone; what is sent by hand has none.</summary>
    private static readonly string[] ByMailAlone = ["UnknownAddressGuard"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reprieve-set-aside-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.Zero));

    /// <summary>A case in which a guard refuses, with the rule it names.</summary>
    private static Dictionary<string, (string Rule, Func<CaseWork, CaseWork> Stopped)> Cases { get; } =
        new(StringComparer.Ordinal)
        {
            ["ForgedNoticeGuard"] = ("SND-01", Judged),
            ["LeavingMailGuard"] = (
                "SND-05",
                work => work with { Record = work.Record with { Leaving = new LeavingMail("a mail", Sent(work)) } }
            ),
            ["OpenAppealGuard"] = ("PRC-01", work => work with { Earlier = [Round(work, null)] }),
            ["RelatedAccountGuard"] = (
                "PRC-09",
                work => work with { Notice = work.Notice with { ResponseMode = ResponseMode.OtherAccountFirst } }
            ),
            ["UnchangedTextGuard"] = ("PRC-02", work => work with { Earlier = [Round(work, Diagnoses.Denied)] }),
            ["BlockingFindingGuard"] = (
                "MET-01",
                work =>
                    work with
                    {
                        Check = work.Check! with
                        {
                            Findings = [new Finding("MET-01", Severity.Block, "The rate is missing.", 0, 0, "")],
                        },
                    }
            ),
            ["PaperFindingGuard"] = (
                "DOC-01",
                work =>
                    work with
                    {
                        Documents =
                        [
                            .. work.Documents.Select(paper =>
                                paper with
                                {
                                    Findings = [new DocumentFinding("DOC-01", Severity.Block, "It is cut off.")],
                                }
                            ),
                        ],
                    }
            ),
            ["MissingPaperGuard"] = (
                "SND-06",
                work =>
                    Answered(
                        work,
                        written =>
                            written with
                            {
                                Papers = [new PaperToChase("invoices", "your supplier", "It is asked for.", null)],
                            }
                    )
            ),
            ["OpenQuestionGuard"] = (
                "SND-03",
                work => Answered(work, written => written with { Questions = [new OpenQuestion(Needed, null)] })
            ),
            ["ChangedFileGuard"] = (
                "SND-04",
                work =>
                {
                    File.AppendAllText(Path.Combine(work.Paths.Output, "plan.txt"), "One more sentence.");
                    return work;
                }
            ),
        };

    private static IEnumerable<string> Refusing =>
        typeof(AppealSender)
            .Assembly.GetTypes()
            .Where(type =>
                type is { IsClass: true, IsAbstract: false }
                && type.GetInterfaces().Any(one => one.Name == "ISendGuard")
            )
            .Select(type => type.Name)
            .Except(Warning)
            .Except(ByMailAlone);

    public static TheoryData<string> Guards => [.. Refusing.Except(["ForgedNoticeGuard", "LeavingMailGuard"])];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Guards))]
    public void A_rule_set_aside_stands_in_the_history_with_the_person_and_the_reason(string guard)
    {
        Cases.ShouldContainKey(guard, "a new guard needs a case in which it refuses");
        (string rule, Func<CaseWork, CaseWork> stopped) = Cases[guard];
        CaseWork work = stopped(Packed());
        var send = new SendCase(KnowledgeLoader.BuiltIn, _clock);
        string[] rules = [.. Refused(send, work).Select(one => one.Rule).Distinct()];
        rules.ShouldContain(rule);

        Should.Throw<SendRefusedException>(() => send.RecordByHand(work, Person, []));
        Should.Throw<SendRefusedException>(() => send.RecordByHand(work, Person, [new(rule, " ", Person)]));
        Should.Throw<SendRefusedException>(() => send.RecordByHand(work, Person, [new(rule, "I know.", "")]));
        CaseRecordFile.Read(work.Paths)!.Rounds.ShouldBeEmpty("what is refused is not recorded");
        send.RecordByHand(work, Person, [.. rules.Select(one => new RuleOverride(one, Why(one), Person))]);

        TimelineEntry entry = CaseRecordFile
            .Read(work.Paths)!
            .Timeline.Where(e => e.What == "sent")
            .ShouldHaveSingleItem();
        entry.Who.ShouldBe(Person);
        rules.ShouldAllBe(one => entry.Details[$"override {one}"] == Why(one));
    }

    [Theory]
    [InlineData("ForgedNoticeGuard", "not proven to be Amazon's")]
    [InlineData("LeavingMailGuard", "on its way")]
    public void A_rule_that_nobody_may_set_aside_refuses_with_words(string guard, string words)
    {
        (string rule, Func<CaseWork, CaseWork> stopped) = Cases[guard];
        CaseWork work = stopped(Packed());
        var send = new SendCase(KnowledgeLoader.BuiltIn, _clock);

        SendRefusedException refused = Screen.In(
            "en",
            () =>
                Should.Throw<SendRefusedException>(() =>
                    send.RecordByHand(work, Person, [new RuleOverride(rule, "I want to.", Person)])
                )
        );

        GuardResult standing = refused.Refused.Single(one => one.Rule == rule);
        standing.MayOverride.ShouldBeFalse();
        standing.Sentence.ShouldContain(words);
        CaseRecordFile.Read(work.Paths)!.Rounds.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_not_in_the_way_is_not_said_to_be_set_aside_and_somebody_else_is_named()
    {
        CaseWork work = Cases["OpenQuestionGuard"].Stopped(Packed());

        new SendCase(KnowledgeLoader.BuiltIn, _clock).RecordByHand(
            work,
            Person,
            [new RuleOverride("snd-03", "The rest is not asked.", "Lin"), new RuleOverride("PRC-01", "Just so.", "Lin")]
        );

        TimelineEntry entry = CaseRecordFile.Read(work.Paths)!.Timeline.Single(e => e.What == "sent");
        entry.Details["override SND-03"].ShouldBe("The rest is not asked.");
        entry.Details["override SND-03 by"].ShouldBe("Lin");
        entry.Details.Keys.ShouldNotContain("override PRC-01");
    }

    private CaseWork Packed()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "inauthentic")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        CaseWork work = new WholeCase(KnowledgeLoader.BuiltIn, _clock).Write(CasePaths.Of(_folder.FullName));
        Refused(new SendCase(KnowledgeLoader.BuiltIn, _clock), work).ShouldBeEmpty();
        return work;
    }

    private static IEnumerable<GuardResult> Refused(SendCase send, CaseWork work) =>
        send.Look(work).Where(guard => guard.Effect == GuardEffect.Refuse);

    private static string Why(string rule) => $"There is a reason for {rule}.";

    private static CaseWork Judged(CaseWork work) =>
        work with
        {
            Notice = work.Notice with { Authenticity = new Authenticity(AuthenticityVerdict.Forged, []) },
        };

    private static CaseWork Answered(CaseWork work, Func<WrittenResponse, WrittenResponse> change) =>
        work with
        {
            Response = change((WrittenResponse)work.Response!),
        };

    private static SentRound Round(CaseWork work, Diagnosis? answer) =>
        new()
        {
            Number = 1,
            Text = ((WrittenResponse)work.Response!).Text,
            Sent = Sent(work),
            Facts = ((WrittenResponse)work.Response).Facts,
            Answer = answer,
        };

    private static SentAppeal Sent(CaseWork work) =>
        new(1, work.Notice.Date!.Value, Person, RouteChannel.AccountHealth, null, work.Record.Package, []);

    private static Question Needed =>
        new()
        {
            Id = "inauthentic.check_who",
            Ask = new LocalizedText(new Dictionary<string, string> { ["en"] = "Who checks?" }),
            Slot = Slot.Who,
        };
}
