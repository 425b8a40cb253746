using Reprieve.Appeals.Packing;
using Reprieve.Appeals.Routes;
using Reprieve.Appeals.Tests.Routes;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses;
using Reprieve.Responses.Export;
using Reprieve.Testing;

namespace Reprieve.Appeals.Tests.Packing;

/// <summary>For every way that ships the page that shows it, as it was read through and accepted, in both languages.</summary>
public sealed class HowToSendTests : IDisposable
{
    private readonly TestCase _case = new();

    public void Dispose() => _case.Dispose();

    public static MatrixTheoryData<string, string> Ways =>
        new(KnowledgeLoader.BuiltIn.Routes.Select(route => route.Code), Screen.Languages);

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_way_is_told_click_by_click(string code, string language)
    {
        Route route = KnowledgeLoader.BuiltIn.Routes.First(one => one.Code == code);
        Diagnosis notice = NoticesOfRoutes.All.GetValueOrDefault(code).ShouldNotBeNull($"no notice leads to {code}");
        if (route.For == RouteUser.Seller)
        {
            RouteFinder.Find(notice, KnowledgeLoader.BuiltIn).Code.ShouldBe(code);
        }

        string page = Page(route, notice, language);
        page.ShouldContain(Screen.In(language, () => route.Name.In(UserTexts.Language)));
        page.ShouldNotContain("{");
        Golden.Matches(page, $"tests/Reprieve.Appeals.Tests/Fixtures/HowToSend/{code}.{language}.md");
    }

    /// <summary>A forged mail gets no page on sending: how to report it stands on the first page.</summary>
    private string Page(Route route, Diagnosis notice, string language)
    {
        PackRequest request = _case.Request(notice: notice) with { Response = Answer, ResponseFiles = Files };
        Screen.In(
            language,
            () =>
                new AppealPacker(KnowledgeLoader.BuiltIn, TestCase.Clock).Pack(
                    Trust.IsRefused(notice) ? request with { Response = null, Check = null } : request,
                    CancellationToken.None
                )
        );
        return _case.Read(route.For == RouteUser.Reporter ? PackageFiles.FirstHour : PackageFiles.HowToSend);
    }

    private static byte[] Contract { get; } = [.. Enumerable.Range(0, 900).Select(i => (byte)(i * 5))];

    private static PlanOfAction Answer { get; } =
        TestCase.Answer() with
        {
            Attachments =
            [
                new Attachment(
                    "Scan 01 (发票).pdf",
                    "01-invoice.pdf",
                    "Where the goods come from",
                    TestCase.Hash(TestCase.InvoiceBytes)
                ),
                new Attachment("made.pdf", "02-orders.pdf", "The orders, one by one", TestCase.Hash(Contract))
                {
                    Content = Contract,
                },
            ],
        };

    private static IReadOnlyList<OutputFile> Files { get; } =
    [
        new OutputFile("plan.txt", System.Text.Encoding.UTF8.GetBytes(TestCase.Plan)),
        new OutputFile("plan.docx", [1, 2, 3]),
        new OutputFile("attachments/02-orders.pdf", Contract),
    ];
}
