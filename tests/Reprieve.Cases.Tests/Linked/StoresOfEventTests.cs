using Reprieve.Cases.Linked;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Interview;
using Reprieve.Testing;

namespace Reprieve.Cases.Tests.Linked;

public sealed class StoresOfEventTests
{
    private static readonly Diagnosis Larkmoor = Notice('1', "amazon.com", "Hello Larkmoor Supply,\n\nText.");
    private static readonly Diagnosis Petrel = Notice('2', "amazon.com", "Hello Petrel Lane,\n\nText.");
    private static readonly Diagnosis German = Notice('3', "amazon.de", "Guten Tag Larkmoor Supply,\n\nText.");

    [Fact]
    public void Notices_of_two_domains_are_about_two_stores() =>
        Sorted([Larkmoor, German]).ShouldBe(["own amazon.de: 3", "amazon.com amazon.com: 1"]);

    [Fact]
    public void Two_names_on_one_domain_are_two_stores() =>
        Sorted([Larkmoor, Petrel]).ShouldBe(["own amazon.com: 2", "amazon.com-2 amazon.com: 1"]);

    [Fact]
    public void Two_names_that_are_the_sellers_are_one_store() =>
        Sorted([Larkmoor, Petrel], new Seller("Petrel Lane", "Larkmoor Supply")).ShouldBe(["own amazon.com: 1 2"]);

    [Fact]
    public void A_notice_that_greets_nobody_goes_with_the_store_of_its_domain() =>
        Sorted([Larkmoor, Notice('4', "amazon.com", "Hello,\n\nText.")]).ShouldBe(["own amazon.com: 1 4"]);

    [Fact]
    public void An_answer_never_begins_a_store()
    {
        Diagnosis denied = Notice('5', "amazon.co.uk", "Hello,\n\nText.") with
        {
            Kind = NoticeKind.AppealDenied,
            Decision = Decision.Denied,
        };

        Sorted([Larkmoor, denied]).ShouldBe(["own amazon.com: 1 5"]);
        Sorted([Larkmoor, German, denied]).ShouldBe(["own amazon.de: 3 5", "amazon.com amazon.com: 1"]);
    }

    [Fact]
    public void A_forged_notice_begins_no_store_and_stays_with_the_cases_own()
    {
        Diagnosis forged = Notice('6', "amazon.fr", "Bonjour Larkmoor Supply,\n\nText.") with
        {
            Authenticity = new Authenticity(AuthenticityVerdict.Forged, []),
        };

        Sorted([Larkmoor, German, forged]).ShouldBe(["own amazon.de: 3 6", "amazon.com amazon.com: 1"]);
    }

    [Fact]
    public void A_mail_without_a_store_goes_where_its_complaint_is_known()
    {
        Diagnosis noticed = Larkmoor with { ComplaintIds = ["8001234567"] };
        Diagnosis further = Notice('7', null, "Hello,\n\nText.") with { ComplaintIds = ["8001234567"] };

        Sorted([noticed, German, further])
            .ShouldBe(["own amazon.com: 1 7", "amazon.de amazon.de: 3"], "the newest is the case's own");
    }

    [Fact]
    public void Ever_new_names_open_no_more_stores_than_a_seller_has()
    {
        Diagnosis[] many =
        [
            .. Enumerable
                .Range(0, 500)
                .Select(number => Notice((char)('0' + (number % 10)), "amazon.com", $"Hello Store{number}x,\n\nText.")),
        ];

        IReadOnlyList<LinkedStore> stores = new StoresOfEvent(KnowledgeLoader.BuiltIn, new Seller()).Sort(
            many,
            null,
            new Dictionary<string, Case>()
        );

        stores.Count.ShouldBe(StoresOfEvent.MostStores);
        stores.Sum(store => store.Messages.Count).ShouldBe(500);
    }

    private static IEnumerable<string> Sorted(Diagnosis[] messages, Seller? seller = null) =>
        new StoresOfEvent(KnowledgeLoader.BuiltIn, seller ?? new Seller())
            .Sort(messages, null, new Dictionary<string, Case>())
            .Select(store =>
                $"{store.Key ?? "own"} {store.Marketplace}: {string.Join(' ', store.Messages.Select(one => one.Sha256[0]))}"
            );

    private static Diagnosis Notice(char hash, string? marketplace, string text) =>
        Diagnoses.LateShipment with
        {
            Sha256 = new string(hash, 64),
            Source = $"{hash}.eml",
            Marketplace = marketplace,
            Language = text.StartsWith("Guten", StringComparison.Ordinal) ? "de" : "en",
            Text = text,
            Date = Diagnoses.LateShipment.Date!.Value.AddHours(hash),
        };
}
