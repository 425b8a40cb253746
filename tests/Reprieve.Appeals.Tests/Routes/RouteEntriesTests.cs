using Reprieve.Knowledge;

namespace Reprieve.Appeals.Tests.Routes;

/// <summary>What must hold for every way that ships.</summary>
public class RouteEntriesTests
{
    public static TheoryData<string> Codes => [.. KnowledgeLoader.BuiltIn.Routes.Select(route => route.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_way_is_told_in_both_languages(string code)
    {
        Route route = Of(code);
        LocalizedText[] again = route.Again is { } text ? [text] : [];
        LocalizedText[] texts =
        [
            route.Name,
            .. route.Preconditions,
            .. route.Steps,
            .. route.Cautions,
            .. route.After,
            .. again,
        ];
        texts.ShouldAllBe(text => text.Has("zh-Hans"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_sellers_way_says_when_it_is_open_and_whether_one_may_send_twice(string code)
    {
        Route route = Of(code);
        if (route.For == RouteUser.Seller)
        {
            route.Preconditions.ShouldNotBeEmpty();
            route.Again.ShouldNotBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_address_is_asked_for_only_where_there_is_one(string code)
    {
        Route route = Of(code);
        bool asks = route.Steps.Any(step =>
            step.Texts.Values.Any(text => text.Contains("{address}", StringComparison.Ordinal))
        );
        bool has = route.Addresses.Count > 0 || code == "named_mailbox";
        asks.ShouldBe(has);
        route.Addresses.ShouldAllBe(address => address.Contains('@') && !address.Any(char.IsUpper));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_to_copy_is_a_path_below_the_store(string code) =>
        (
            Of(code).Path is not { } path || (path[0] != '/' && !path.Contains("://", StringComparison.Ordinal))
        ).ShouldBeTrue();

    [Fact]
    public void One_way_is_the_best_known() =>
        KnowledgeLoader.BuiltIn.Routes.Count(route => route.BestKnown).ShouldBe(1);

    private static Route Of(string code) => KnowledgeLoader.BuiltIn.Routes.First(route => route.Code == code);
}
