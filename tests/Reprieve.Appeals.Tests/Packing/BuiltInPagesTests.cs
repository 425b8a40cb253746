using Reprieve.Appeals.Routes;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Packing;

/// <summary>The pages with all the knowledge that ships: every reason and every way can be shown in both languages.</summary>
public sealed class BuiltInPagesTests : IDisposable
{
    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void Every_reason_makes_pages_in_both_languages()
    {
        foreach (Reason reason in KnowledgeLoader.BuiltIn.Reasons)
        {
            Diagnosis notice = Diagnoses.LateShipment with
            {
                Ground = reason.Ground,
                Reasons = [new StatedReason(reason.Code, 0.9, [Diagnoses.Quote("why")])],
            };
            AreReadable(notice, reason.Code, reason.Name);
        }
    }

    [Fact]
    public void Every_kind_and_channel_makes_pages_in_both_languages()
    {
        foreach (NoticeKind kind in Enum.GetValues<NoticeKind>())
        {
            foreach (RouteChannel channel in Enum.GetValues<RouteChannel>())
            {
                Diagnosis notice = Diagnoses.LateShipment with
                {
                    Kind = kind,
                    Route = new StatedRoute(channel, null, null),
                };
                Route route = RouteFinder.Find(notice, KnowledgeLoader.BuiltIn);
                AreReadable(notice, $"{kind} {channel}", route.Name);
            }
        }
    }

    private void AreReadable(Diagnosis notice, string what, LocalizedText shown)
    {
        foreach (string language in Screen.Languages)
        {
            string place = Path.Combine(_case.Root, "pages");
            var packer = new AppealPacker(KnowledgeLoader.BuiltIn, TestCase.Clock);
            Screen.In(
                language,
                () => packer.Pack(_case.Request(notice: notice) with { Directory = place }, CancellationToken.None)
            );
            string pages = string.Join('\n', Directory.GetFiles(place, "*.md").Order().Select(File.ReadAllText));
            pages.ShouldNotContain("{", Case.Sensitive, what);
            if (!Trust.IsRefused(notice))
            {
                pages.ShouldContain(shown.In(language), Case.Sensitive, what);
                pages.ShouldContain("attachments/01-carrier-contract.pdf", Case.Sensitive, what);
            }

            Directory.Delete(place, recursive: true);
        }
    }
}
