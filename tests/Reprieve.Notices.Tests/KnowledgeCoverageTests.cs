using System.Text.Json.Nodes;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>Whatever knowledge says of notices is said by at least one invented notice, so that it was seen to work.</summary>
public sealed class KnowledgeCoverageTests
{
    private static readonly List<JsonObject> Expected =
    [
        .. Directory
            .GetFiles(Path.Combine(Some.Fixtures, "Notices"), "expected.json", SearchOption.AllDirectories)
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject()),
    ];

    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.BuiltIn;

    [Fact]
    public void Every_reason_is_stated_by_a_notice() =>
        Knowledge.Reasons.Select(reason => reason.Code).Except(All("reasons")).ShouldBeEmpty();

    [Fact]
    public void Every_answer_to_an_appeal_is_given_by_a_notice() =>
        Knowledge.Replies.Select(reply => reply.Decision.Code()).Except(All("decision")).ShouldBeEmpty();

    [Fact]
    public void Every_language_has_a_notice_of_each_common_kind()
    {
        string[] common =
        [
            "deactivation",
            "listing_removal",
            "verification_request",
            "appeal_more_info",
            "appeal_denied",
            "reinstated",
        ];
        foreach (string language in Knowledge.Wordings.Select(wording => wording.Code).Where(code => code != "any"))
        {
            IEnumerable<string> kinds = Expected
                .Where(e => Text(e, "language") == language)
                .Select(e => Text(e, "kind"));
            common.Except(kinds).ShouldBeEmpty(language);
        }
    }

    [Fact]
    public void Every_kind_mode_thing_asked_for_and_route_is_in_a_notice()
    {
        Codes(wording => wording.Kinds.Keys).Except(All("kind")).ShouldBeEmpty();
        Codes(wording => wording.Modes.Keys).Except(All("responseMode")).ShouldBeEmpty();
        Codes(wording => wording.Asks.Keys).Except(All("asks")).ShouldBeEmpty();
        Codes(wording => wording.Routes.Keys).Except(All("route").Select(route => route.Split(' ')[0])).ShouldBeEmpty();
        Codes(wording => wording.Statuses.Keys).Except(All("accountStatus")).ShouldBeEmpty();
        Codes(wording => wording.Sections.Keys).Except(All("requestGrid").Select(AfterColon)).ShouldBeEmpty();
        // Four complaints are reasons of their own, and stand in the grid as these.
        string[] reasons = ["used", "not_as_described", "not_authentic", "late_delivery"];
        Codes(wording => wording.BuyerCauses.Keys)
            .Except(reasons)
            .Except(All("requestGrid").Select(BeforeColon))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Codes(Func<Wording, IEnumerable<string>> of) =>
        Knowledge.Wordings.SelectMany(of).Distinct(StringComparer.Ordinal);

    private static string AfterColon(string cell) => cell.Split(": ")[1];

    private static string BeforeColon(string cell) => cell.Split(": ")[0];

    private static string Text(JsonObject expected, string field) => expected[field]?.GetValue<string>() ?? "";

    private static HashSet<string> All(string field) =>
        [
            .. Expected.SelectMany(e =>
                e[field] is JsonArray list ? list.Select(item => item!.GetValue<string>()) : [Text(e, field)]
            ),
        ];
}
