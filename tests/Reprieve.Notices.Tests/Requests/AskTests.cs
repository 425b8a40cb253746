namespace Reprieve.Notices.Tests;

public sealed class AskTests
{
    [Theory]
    [InlineData(
        "为什么会这样？\n您的包裹上有其他零售商的名称。\n为加快审核，请在卖家平台提供：\n- 妥投证明\n- 您的营业执照"
    )]
    [InlineData(
        "この措置が取られた理由\n配送に問題がありました。\n次の書類をご提出ください。\n・配達証明\n・登記事項証明書"
    )]
    [InlineData(
        "Was muss ich tun?\nBitte laden Sie Folgendes hoch:\na) Zustellnachweise,\nb) einen Handelsregisterauszug."
    )]
    [InlineData(
        "Why did this happen?\nYour parcels came late.\nPlease provide:\n- Proof of delivery\n- Your business license"
    )]
    public void A_request_among_the_reasons_and_the_list_below_it_ask(string text) =>
        Some.Read(text).Asks.Select(a => a.What).ShouldBe(["proof_of_delivery", "business_licence"]);

    [Theory]
    [InlineData("为什么会这样？\n我们无法核实您提供的发票。")]
    [InlineData("この措置が取られた理由\nご提出いただいた請求書を確認できませんでした。")]
    [InlineData("Why did this happen?\nWe could not verify your invoices.")]
    public void A_paper_named_among_the_reasons_is_not_asked_for(string text) => Some.Read(text).Asks.ShouldBeEmpty();
}
