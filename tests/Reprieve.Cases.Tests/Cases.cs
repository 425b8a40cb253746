using Reprieve.Appeals;
using Reprieve.Knowledge;
using Reprieve.Responses.Interview;

namespace Reprieve.Cases.Tests;

/// <summary>Case records for tests.</summary>
internal static class Cases
{
    public static Case Empty(TimeProvider clock) =>
        new()
        {
            Format = Case.CurrentFormat,
            Id = CaseId.New(clock),
            Seller = new Seller(),
            Marketplace = null,
            Stage = CaseStage.Preparing,
            Notices = [],
            Rounds = [],
            Timeline = [],
        };

    public static Case Full(TimeProvider clock)
    {
        DateTimeOffset at = clock.GetUtcNow();
        var sent = new SentAppeal(
            1,
            at,
            "Dana Reyes",
            RouteChannel.AccountHealth,
            "aa",
            [new PackedFile("plan.txt", "aa")],
            [new RuleOverride("PRC-04", "the deadline is tomorrow", "Dana Reyes")]
        );
        var answer = new CaseNotice("answer.eml", "bb", NoticeKind.AppealMoreInfo, at, ["used_sold_as_new"]);
        return (
            Empty(clock) with
            {
                Seller = new Seller(
                    "Northfold Goods",
                    "深圳诺弗贸易有限公司",
                    "Shenzhen Nuofu Trading Co., Ltd.",
                    "Shenzhen",
                    "a@b.example"
                ),
                Marketplace = "amazon.com",
                Stage = CaseStage.MoreInformation,
                Notices = [new CaseNotice("notice.eml", "cc", NoticeKind.Deactivation, null, []), answer],
                Rounds = [new Round(1, sent, answer, Decision.MoreInformation)],
                Package = [new PackedFile("plan.docx", "dd")],
            }
        ).Append(clock, "Dana Reyes", "sent", new Dictionary<string, string> { ["round"] = "1", ["sha256"] = "aa" });
    }
}
