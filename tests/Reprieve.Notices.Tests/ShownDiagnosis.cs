using System.Text.Json.Nodes;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>
/// What a notice says, as expected.json has it: everything but offsets and confidence, in a form that is easy to write
/// and to compare. The accuracy command reads the same files.
/// </summary>
internal static class ShownDiagnosis
{
    public static JsonObject Of(Diagnosis read) =>
        new()
        {
            ["language"] = read.Language,
            ["marketplace"] = read.Marketplace,
            ["kind"] = read.Kind.Code(),
            ["ground"] = read.Ground?.Code(),
            ["accountStatus"] = read.AccountStatus.Code(),
            ["reasons"] = List(read.Reasons.Select(r => r.Code)),
            ["responseMode"] = read.ResponseMode.Code(),
            ["asks"] = List(read.Asks.Select(a => a.What)),
            ["requestGrid"] = List(read.RequestGrid.Select(c => $"{c.Cause ?? "-"}: {c.Section.Code()}")),
            ["deadlines"] = List(
                read.Deadlines.Select(d =>
                    FormattableString.Invariant(
                        $"{d.For}: '{d.Quote}' {d.Amount}{d.Unit} {d.Due:yyyy-MM-dd'T'HH:mm:sszzz}"
                    )
                )
            ),
            ["asins"] = List(read.Asins),
            ["orderIds"] = List(read.OrderIds),
            ["complaintIds"] = List(read.ComplaintIds),
            ["route"] = $"{read.Route.Channel.Code()} {read.Route.Address}".Trim(),
            ["decision"] = read.Decision?.Code(),
            ["verdict"] = read.Authenticity.Verdict.Code(),
            ["checks"] = List(read.Authenticity.Checks.Select(c => $"{c.Name}: {c.Result}")),
        };

    private static JsonArray List(IEnumerable<string> items) => [.. items.Select(item => JsonValue.Create(item))];
}
