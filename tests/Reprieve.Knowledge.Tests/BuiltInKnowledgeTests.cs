namespace Reprieve.Knowledge.Tests;

public sealed class BuiltInKnowledgeTests
{
    private static readonly KnowledgeBase BuiltIn = KnowledgeLoader.BuiltIn;

    [Fact]
    public void Every_entry_says_where_and_when_it_was_read() =>
        BuiltIn.Entries.ShouldAllBe(pair => pair.Entry.Source.Length > 3 && pair.Entry.Seen > new DateOnly(2020, 1, 1));

    [Fact]
    public void Every_store_has_a_zone_and_an_address_to_copy() =>
        BuiltIn.Marketplaces.ShouldAllBe(store => store.SellerCentral.StartsWith("https://sellercentral"));

    [Fact]
    public void Everything_a_person_reads_is_there_in_chinese_too()
    {
        IEnumerable<(string Where, LocalizedText Text)> texts = BuiltIn
            .Reasons.Select(r => ($"reasons/{r.Code}", r.Name))
            .Concat(BuiltIn.Reasons.SelectMany(r => r.DoNot.Select(t => ($"reasons/{r.Code} doNot", t))))
            .Concat(
                BuiltIn.Metrics.SelectMany(m =>
                    new[] { ($"metrics/{m.Code}", m.Name), ($"metrics/{m.Code}", m.Definition) }
                )
            )
            .Concat(BuiltIn.Metrics.SelectMany(m => m.Assumptions.Select(a => ($"metrics/{m.Code} {a.Code}", a.Text))))
            .Concat(
                BuiltIn.Policies.SelectMany(p =>
                    new[] { ($"policies/{p.Code}", p.Name), ($"policies/{p.Code}", p.Advice) }
                )
            )
            .Concat(
                BuiltIn.Checks.SelectMany(c => c.Messages.Values.Append(c.Name).Select(t => ($"checks/{c.Code}", t)))
            )
            .Concat(
                BuiltIn.Routes.SelectMany(r =>
                    r.Steps.Concat(r.Cautions).Append(r.Name).Select(t => ($"routes/{r.Code}", t))
                )
            )
            .Concat(BuiltIn.Escalations.Select(way => ($"escalations/{way.Code}", way.Name)))
            .Concat(
                BuiltIn.Downloads.SelectMany(d => new[] { d.Name, d.Where }.Select(t => ($"downloads/{d.Code}", t)))
            )
            .Concat(BuiltIn.Voices.Select(v => ($"voices/{v.Code}", v.Name)))
            .Concat(
                BuiltIn.Repairs.SelectMany(r =>
                    new[] { r.Name, r.Advice, r.Caution ?? r.Name }.Select(t => ($"repairs/{r.Code}", t))
                )
            )
            .Concat(
                BuiltIn.MailProviders.SelectMany(p =>
                    p.AppCodeSteps.Append(p.Name).Select(t => ($"mail-providers/{p.Code}", t))
                )
            )
            .Concat(
                BuiltIn.AlertServices.SelectMany(service =>
                    service.Steps.Append(service.Name).Select(t => ($"alert-channels/{service.Code}", t))
                )
            )
            .Concat(
                BuiltIn.AmazonRegions.SelectMany(region =>
                    new[] { region.Name, region.Applications }.Select(t => ($"amazon-regions/{region.Code}", t))
                )
            )
            .Concat(
                BuiltIn.AmazonReports.SelectMany(report =>
                    new[] { report.Name, report.Role ?? report.Name }.Select(t => ($"amazon-reports/{report.Code}", t))
                )
            )
            .Concat(
                BuiltIn
                    .AmazonOperations.Where(operation => operation.Role is not null)
                    .Select(operation => ($"amazon-operations/{operation.Code}", operation.Role!))
            )
            .Concat(
                BuiltIn
                    .AmazonOperations.SelectMany(operation => operation.Notifications)
                    .SelectMany(one =>
                        new[] { one.Use, one.Role ?? one.Use }.Select(t => ($"amazon-operations/{one.Type}", t))
                    )
            )
            .Concat(
                BuiltIn.Warnings.SelectMany(rule =>
                    new[] { rule.Advice, rule.Name ?? rule.Advice }.Select(t => ($"warnings/{rule.Code}", t))
                )
            )
            .Concat(BuiltIn.Replies.Select(r => ($"replies/{r.Code}", r.Next)))
            .Concat(
                BuiltIn.Playbooks.SelectMany(p =>
                    p.Questions.SelectMany(q =>
                        q.Choices.Select(c => c.Label)
                            .Append(q.Ask)
                            .Append(q.Why ?? q.Ask)
                            .Select(t => ($"playbooks/{p.Code} {q.Id}", t))
                    )
                )
            );

        texts.Where(t => !t.Text.Has("zh-Hans")).Select(t => t.Where).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Entries_not_looked_at_for_a_year_are_named_and_no_others()
    {
        DateOnly newest = BuiltIn.Entries.Max(pair => pair.Entry.Seen);
        DateOnly oldest = BuiltIn.Entries.Min(pair => pair.Entry.Seen);

        KnowledgeAge.Old(BuiltIn, oldest.AddDays(365)).ShouldBeEmpty();
        KnowledgeAge.Old(BuiltIn, newest.AddDays(366)).Count.ShouldBe(BuiltIn.Entries.Count());
    }
}
