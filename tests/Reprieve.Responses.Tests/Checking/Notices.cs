using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Responses.Tests.Checking;

/// <summary>Notices as step 1 would have read them, made from the few fields a check looks at.</summary>
internal static class Notices
{
    public static Diagnosis Of(
        string? reasons = null,
        string language = "en",
        ResponseMode mode = ResponseMode.Plan,
        string? asins = null,
        string? grid = null,
        string? text = null,
        NoticeKind kind = NoticeKind.Deactivation,
        string? asks = null
    ) =>
        new()
        {
            Source = "notice.txt",
            Id = null,
            Language = language,
            Marketplace = language switch
            {
                "de" => "amazon.de",
                "fr" => "amazon.fr",
                "ja" => "amazon.co.jp",
                _ => "amazon.com",
            },
            Kind = kind,
            Ground = null,
            AccountStatus = AccountStatus.Deactivated,
            Reasons =
            [
                .. Split(reasons)
                    .Select(code => new StatedReason(
                        code,
                        0.95,
                        [new Reprieve.Notices.Evidence(code, 0, code.Length)]
                    )),
            ],
            ResponseMode = mode,
            Confidence = new ReadingConfidence(0.95, 0.95),
            Asks = [.. Split(asks).Select(what => new Ask(what, new Reprieve.Notices.Evidence(what, 0, what.Length)))],
            RequestGrid = [.. Split(grid).SelectMany(Cells)],
            Deadlines = [],
            Asins = [.. Split(asins)],
            OrderIds = [],
            ComplaintIds = [],
            Route = new StatedRoute(RouteChannel.AccountHealth, null, null),
            Decision = kind == NoticeKind.AppealDenied ? Decision.Denied : null,
            Authenticity = new Authenticity(AuthenticityVerdict.Unverifiable, []),
            Sha256 = new string('0', 64),
            Text = text,
        };

    private static IEnumerable<RequestCell> Cells(string cause) =>
        Enum.GetValues<PlanSection>()
            .Select(section => new RequestCell(cause, section, new Reprieve.Notices.Evidence("", 0, 0)));

    private static string[] Split(string? list) =>
        list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
