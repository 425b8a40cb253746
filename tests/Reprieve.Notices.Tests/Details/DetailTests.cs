namespace Reprieve.Notices.Tests;

public sealed class DetailTests
{
    [Theory]
    [InlineData("ASIN: B0C4TQ7M2K", "B0C4TQ7M2K")]
    [InlineData("https://www.amazon.com/dp/B0C4TQ7M2K?x=1", "B0C4TQ7M2K")]
    [InlineData("ASIN：B0C4TQ7M2K、B0C4TQ7M2K", "B0C4TQ7M2K")]
    public void An_asin_is_found_once(string text, string asin) => Some.Read(text).Asins.ShouldBe([asin]);

    [Theory]
    [InlineData("ASIN: B00XXXXXX1")]
    [InlineData("ASIN: B0SSSSSS3K")]
    [InlineData("ASIN: B0C4TQ****")]
    [InlineData("ASIN: B0C4TQ7M2K9")]
    [InlineData("ASIN: b0c4tq7m2k")]
    [InlineData("ASIN: ********")]
    public void A_masked_asin_is_not_an_asin(string text) => Some.Read(text).Asins.ShouldBeEmpty();

    [Fact]
    public void Order_ids_have_three_seven_and_seven_digits() =>
        Some.Read("Orders 114-5560021-7789034 and 1114-5560021-7789034, 114-5560021-778903.")
            .OrderIds.ShouldBe(["114-5560021-7789034"]);

    [Theory]
    [InlineData("Complaint ID: 15588321471")]
    [InlineData("Beschwerde-ID: 15588321471")]
    [InlineData("投诉编号：15588321471")]
    public void A_complaint_id_follows_its_label(string text) => Some.Read(text).ComplaintIds.ShouldBe(["15588321471"]);

    [Theory]
    [InlineData("Your Amazon.co.uk account. See https://sellercentral-europe.amazon.com/x", "amazon.co.uk")]
    [InlineData("Ihr Amazon.de-Konto: https://sellercentral.amazon.com/x", "amazon.de")]
    [InlineData("See https://sellercentral-europe.amazon.com/x", null)]
    [InlineData("See https://sellercentral.amazon.ae/x", "amazon.ae")]
    [InlineData("Nothing named here.", null)]
    public void The_store_is_the_one_named_in_words(string text, string? store) =>
        Some.Read(text).Marketplace.ShouldBe(store);

    [Theory]
    [InlineData("Your account has been deactivated and we have removed the listings.", "en")]
    [InlineData("Ihr Verkäuferkonto wurde deaktiviert, weil wir Beschwerden erhalten haben.", "de")]
    [InlineData("您的卖家账户已被停用，请提交行动计划。", "zh-Hans")]
    [InlineData("您的賣家帳戶已被停用，請提交行動計畫。我們會審核。", "zh-Hant")]
    [InlineData("出品者様のアカウントは停止されています。", "ja")]
    [InlineData("Sua conta de vendedor foi desativada porque você não enviou os pedidos no prazo.", "pt-BR")]
    [InlineData("تم إلغاء تنشيط حساب البائع الخاص بك لأن معدل الإلغاء مرتفع.", "ar")]
    [InlineData("Votre compte vendeur a été désactivé et vos offres ne sont pas actives.", "fr")]
    [InlineData("Il tuo account di vendita è stato disattivato e non è attivo.", "it")]
    [InlineData("Su cuenta de vendedor ha sido desactivada por la siguiente razón.", "es")]
    [InlineData("12345", "und")]
    public void The_language_is_told(string text, string language) => Some.Read(text).Language.ShouldBe(language);
}
