namespace Reprieve.Cases.Tests.Record;

public sealed class RelatedAccountTests
{
    private const string Passage = "related to the account named \"Harbor Lights\", which was deactivated";

    [Theory]
    [InlineData("Harbor Lights", true)]
    [InlineData("HARBOR LIGHTS", true)]
    [InlineData("Harbor Light", false)]
    [InlineData("arbor Lights", false)]
    [InlineData("Northfold", false)]
    [InlineData("to", false)]
    [InlineData("", false)]
    public void A_letter_names_a_store_by_its_whole_name(string store, bool named) =>
        new RelatedAccount(null, Passage, true).Names(store).ShouldBe(named);

    [Fact]
    public void In_a_script_without_spaces_a_name_has_no_edges() =>
        new RelatedAccount(null, "您的账户与青枫贸易店铺相关联", true).Names("青枫贸易").ShouldBeTrue();

    [Theory]
    [InlineData("northfold ", true)]
    [InlineData("Harbor Lights", false)]
    public void What_the_seller_says_goes_before_the_letter(string store, bool named) =>
        new RelatedAccount("Northfold", Passage, true).Names(store).ShouldBe(named);
}
