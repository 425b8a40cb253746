using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests.Requests;

/// <summary>How many appeals are left is read where a message says it, in its own words.</summary>
public sealed class AttemptTests
{
    private static readonly NoticeReader Reader = new(KnowledgeLoader.BuiltIn);

    [Theory]
    [InlineData("en", "You have one attempt left.", "one attempt left", 1, false)]
    [InlineData("en", "You have 2 appeals remaining for this decision.", "2 appeals remaining", 2, false)]
    [InlineData("en", "This is your last opportunity to appeal this decision.", "last opportunity to appeal", 1, false)]
    [InlineData("en", "After two unsuccessful appeals we may not respond.", "After two unsuccessful appeals", 2, true)]
    [InlineData("en", "You can appeal only once.", "appeal only once", 1, true)]
    [InlineData("de", "Sie haben noch zwei Versuche.", "noch zwei Versuche", 2, false)]
    [InlineData("de", "Sie können nur einmal Einspruch einlegen.", "nur einmal Einspruch", 1, true)]
    [InlineData("zh-Hans", "您还剩2次申诉机会。", "还剩2次申诉机会", 2, false)]
    [InlineData("zh-Hans", "这是您最后一次申诉机会。", "最后一次申诉机会", 1, false)]
    [InlineData("zh-Hans", "您只能申诉一次。", "只能申诉一次", 1, true)]
    [InlineData("ja", "あと1回の申し立てが可能です。", "あと1回の申し立て", 1, false)]
    [InlineData("ja", "申し立ては2回までです。", "申し立ては2回まで", 2, true)]
    public void A_number_of_appeals_is_read_with_its_exact_words(
        string language,
        string sentence,
        string quote,
        int count,
        bool inAll
    )
    {
        Diagnosis read = Read(language, sentence);

        StatedAttempts stated = read.Attempts.ShouldNotBeNull();
        (stated.Count, stated.InAll, stated.Evidence.Quote).ShouldBe((count, inAll, quote));
        read.Text!.Substring(stated.Evidence.Start, stated.Evidence.Length).ShouldBe(quote);
    }

    [Theory]
    [InlineData("en", "We reviewed your last appeal.")]
    [InlineData("en", "We attempted to reach you by phone.")]
    [InlineData("en", "Please submit an appeal within 17 days.")]
    [InlineData("de", "Wir haben Ihren Einspruch geprüft.")]
    [InlineData("zh-Hans", "我们已审核您最后一次申诉。")]
    [InlineData("ja", "申し立てを確認しました。")]
    public void What_counts_no_appeals_states_no_number(string language, string sentence) =>
        Read(language, sentence).Attempts.ShouldBeNull();

    /// <summary>A deactivation in the language with the sentence in it.</summary>
    private static Diagnosis Read(string language, string sentence) =>
        Reader.Read(
            new Message
            {
                Source = "pasted.txt",
                Text = Deactivated[language] + "\n\n" + sentence,
                DeclaredLanguage = language,
                Sha256 = new string('a', 64),
            }
        );

    private static readonly Dictionary<string, string> Deactivated = new(StringComparer.Ordinal)
    {
        ["en"] =
            "Hello, your Amazon selling account has been deactivated because your late shipment rate is above our target.",
        ["de"] =
            "Guten Tag, Ihr Verkäuferkonto bei Amazon wurde deaktiviert, weil Ihre Rate an verspäteten Sendungen zu hoch ist.",
        ["zh-Hans"] = "您好，您的亚马逊销售账户已被停用，因为您的迟发率高于我们的目标。",
        ["ja"] = "お客様のAmazon出品用アカウントは、出荷遅延率が目標を上回ったため停止されました。",
    };
}
