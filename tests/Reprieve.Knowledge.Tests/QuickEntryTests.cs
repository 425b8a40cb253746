using System.Text.Json;
using Reprieve.Knowledge.Loading;

namespace Reprieve.Knowledge.Tests;

public sealed class QuickEntryTests
{
    /// <summary>An entry with a value in each of its fields.</summary>
    private static readonly Dictionary<string, string> Full = new()
    {
        ["marketplaces"] = """
            {"code":"amazon.example","source":"a page","seen":"2026-02-28","marketplaces":["all","amazon.example"],
             "sure":"unconfirmed","note":"a note","marketplaceId":"A1","country":"XX","timeZone":"Europe/Berlin",
             "sellerCentral":"https://sellercentral.amazon.example","dateOrder":"dmy","alsoKnownAs":["example"],
             "languages":["de","fr"]}
            """,
        ["columns"] = """
            {"code":"orders_xx","source":"practice","seen":"2026-11-01","marketplaces":["all"],"sure":"practice",
             "note":"a note","report":"all_orders","language":"xx","columns":{"sku":["Artikel","Art. Nr."],"asin":[]},
             "onlySuggested":true}
            """,
        ["metrics"] = """
            {"code":"some_rate","source":"a page","seen":"2026-11-01","marketplaces":["all"],"sure":"secondary",
             "note":"a note","name":{"en":"Some rate","zh-Hans":"某率"},"definition":"Some over all","programs":["amazon","merchant"],
             "windowDays":30,"lagDays":3,"target":0.025,"condition":"at_least",
             "assumptions":[{"code":"one","text":{"en":"One"},"unpublished":true},{"code":"two","text":"Two"}],
             "variants":[{"marketplaces":["amazon.example"],"source":"a page","windowDays":7,"lagDays":1,"target":0.1}]}
            """,
        ["voices"] = """
            {"code":"late","source":"practice","seen":"2026-11-01","marketplaces":["all"],"sure":"practice",
             "note":"a note","name":"Late","tag":"product_selection","about":"delivery","words":{"en":["too late"]},
             "otherwise":{"en":["not too late"]},"reasons":["LATE"]}
            """,
        ["voice-words"] = """
            {"code":"xx","source":"practice","seen":"2026-11-01","marketplaces":["all"],"sure":"practice",
             "note":"a note","negations":["a"],"fillers":["b"],"negationsAfter":["c"],"fillersAfter":["d"],
             "seller":["e"],"delivery":["f"],"obscene":["g"]}
            """,
        ["repairs"] = """
            {"code":"claim","source":"a page","seen":"2026-11-01","marketplaces":["all"],"sure":"confirmed",
             "note":"a note","name":"Claim","of":"feedback_own_delivery","statuses":["granted"],"days":30,
             "advice":{"en":"Appeal","zh-Hans":"申诉"},"caution":"Once"}
            """,
    };

    public static TheoryData<string> Folders => [.. QuickEntries.Folders];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_field_is_what_the_serialiser_makes_of_it(string folder)
    {
        JsonElement json = JsonElement.Parse(Full[folder]);
        KnowledgeEntry expected = EntryTypes.Read(folder, json);
        json.EnumerateObject()
            .Select(field => field.Name)
            .ShouldBe(
                expected.GetType().GetProperties().Select(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name)),
                ignoreOrder: true
            );
        KnowledgeLoader
            .ToJson(QuickEntries.Read(folder, new EntryFields(json))!)
            .ShouldBe(KnowledgeLoader.ToJson(expected));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_entry_is_what_the_serialiser_makes_of_it(string folder)
    {
        // With entries of the user's own, all are read by the serialiser.
        KnowledgeBase own = KnowledgeLoader.Load(
            null,
            new Dictionary<string, string> { ["marketplaces/own.yaml"] = Full["marketplaces"] }
        );
        string[] expected = [.. In(own).Where(json => !json.Contains("amazon.example", StringComparison.Ordinal))];
        expected.ShouldNotBeEmpty();
        In(KnowledgeLoader.BuiltIn).ShouldBe(expected);

        IEnumerable<string> In(KnowledgeBase knowledge) =>
            knowledge.Entries.Where(pair => pair.Folder == folder).Select(pair => KnowledgeLoader.ToJson(pair.Entry));
    }
}
