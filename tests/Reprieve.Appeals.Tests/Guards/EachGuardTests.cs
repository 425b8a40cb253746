using Reprieve.Appeals.Guards;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Interview;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Guards;

/// <summary>Every guard there is has a case in which it speaks and a near one in which it must not.</summary>
public sealed class EachGuardTests
{
    private static readonly Finding Blocking = new("MET-01", Severity.Block, "The rate is missing.", 0, 0, "");
    private static readonly DocumentFinding Paper = new("PAP-01", Severity.Block, "The invoice is cut off.");

    private static readonly Question Needed = new()
    {
        Id = "late_shipment.check_who",
        Ask = new LocalizedText(new Dictionary<string, string> { ["en"] = "Who checks?" }),
        Slot = Slot.Who,
    };

    private static SendContext Context => SendGuardsTests.Context;

    private static Dictionary<string, (SendContext Speaks, SendContext Silent)> Cases =>
        new(StringComparer.Ordinal)
        {
            [nameof(ForgedNoticeGuard)] = (Context with { Notice = Diagnoses.Forged }, Context),
            [nameof(UnknownAddressGuard)] = (
                Context with
                {
                    Notice = SendGuardsTests.Unproven,
                    Address = "team-7@amazon.example",
                },
                Context with
                {
                    Address = "team-7@amazon.example",
                }
            ),
            [nameof(LeavingMailGuard)] = (Context with { IsLeaving = true }, Context),
            [nameof(OpenAppealGuard)] = (
                Context with
                {
                    Earlier = [SendGuardsTests.Round(null)],
                },
                Context with
                {
                    Earlier = [SendGuardsTests.Round(Diagnoses.MoreInformation)],
                }
            ),
            [nameof(UnchangedTextGuard)] = (
                Context with
                {
                    Earlier = [SendGuardsTests.Round(Diagnoses.Denied)],
                },
                Context with
                {
                    Earlier = [SendGuardsTests.Round(Diagnoses.Denied)],
                    Papers = ["a new paper"],
                }
            ),
            [nameof(BlockingFindingGuard)] = (
                Context with
                {
                    Check = TestCase.Passed with { Passed = false, Findings = [Blocking] },
                },
                Context with
                {
                    Check = TestCase.Passed with { Findings = [Blocking with { Severity = Severity.Warn }] },
                }
            ),
            [nameof(PaperFindingGuard)] = (
                Context with
                {
                    PaperFindings = [Paper],
                },
                Context with
                {
                    PaperFindings = [Paper with { Severity = Severity.Warn }],
                }
            ),
            [nameof(MissingPaperGuard)] = (
                Context with
                {
                    Notice = SendGuardsTests.AsksForInvoices,
                    Response = SendGuardsTests.WithoutInvoices,
                },
                Context with
                {
                    Notice = SendGuardsTests.AsksForInvoices,
                }
            ),
            [nameof(OpenQuestionGuard)] = (
                Context with
                {
                    Response = TestCase.Answer() with { Questions = [new OpenQuestion(Needed, null)] },
                },
                Context with
                {
                    Response = TestCase.Answer() with
                    {
                        Questions = [new OpenQuestion(Needed with { Optional = true }, null)],
                    },
                }
            ),
            [nameof(ChangedFileGuard)] = (Context with { ChangedFiles = ["plan.txt"] }, Context),
            [nameof(EarlyChaserGuard)] = (
                Context with
                {
                    Earlier = [SendGuardsTests.Round(null)],
                },
                Context with
                {
                    Earlier = [SendGuardsTests.Round(null)],
                    Now = Context.Now.AddDays(4),
                }
            ),
            [nameof(LastDayGuard)] = (
                Context with
                {
                    Now = DateTimeOffset.Parse("2026-10-18T00:30:00-07:00", null),
                },
                Context with
                {
                    Now = DateTimeOffset.Parse("2026-10-10T00:30:00-07:00", null),
                }
            ),
            [nameof(LastAttemptGuard)] = (
                Context with
                {
                    Attempts = new AttemptsLeft(1, "You have one attempt left."),
                },
                Context with
                {
                    Attempts = new AttemptsLeft(2, "You have two attempts left."),
                }
            ),
            [nameof(PanicGuard)] = (
                Context with
                {
                    Now = DateTimeOffset.Parse("2026-10-01T21:29:59-07:00", null),
                },
                Context with
                {
                    Now = DateTimeOffset.Parse("2026-10-01T21:30:00-07:00", null),
                }
            ),
            [nameof(RelatedAccountGuard)] = (
                Context with
                {
                    Notice = Diagnoses.LateShipment with { ResponseMode = ResponseMode.OtherAccountFirst },
                },
                Context with
                {
                    Notice = Diagnoses.LateShipment with { ResponseMode = ResponseMode.OtherAccountFirst },
                    Response = SendGuardsTests.Answer("Same.", "related.reactivated", "2026-10-05"),
                }
            ),
        };

    public static TheoryData<string> Guards =>
        [
            .. typeof(ISendGuard)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISendGuard)))
                .Select(type => type.Name),
        ];

    [Theory]
    [MemberData(nameof(Guards))]
    public void It_speaks_in_its_case_and_not_in_the_one_beside_it(string name)
    {
        Cases.ShouldContainKey(name, "a new guard needs a case in which it speaks and one in which it must not");
        var guard = (ISendGuard)
            Activator.CreateInstance(typeof(ISendGuard).Assembly.GetType($"Reprieve.Appeals.Guards.{name}")!)!;
        (SendContext speaks, SendContext silent) = Cases[name];

        Screen.In("en", () => guard.Look(speaks).ToList()).ShouldNotBeEmpty();
        Screen.In("en", () => guard.Look(silent).ToList()).ShouldBeEmpty();
        SendGuards.Look(speaks).ShouldContain(result => guard.Look(speaks).Any(own => own.Rule == result.Rule));
    }
}
