using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Responses.Tests.Evidence;

public sealed class SalutationTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.BuiltIn;

    [Theory]
    [InlineData("en", "Hello Larkmoor Supply,\n\nYour account", "Larkmoor Supply")]
    [InlineData("en", "\n\nDear Quillbrook Home:\nYour account", "Quillbrook Home")]
    [InlineData("en", "Your account\nHi 3M Trading Co., Ltd.,\n", "3M Trading Co., Ltd")]
    [InlineData("de", "Guten Tag Ahornwerk GmbH,\nIhr Konto", "Ahornwerk GmbH")]
    [InlineData("fr", "Bonjour Atelier Brumeval,\nVotre compte", "Atelier Brumeval")]
    [InlineData("ja", "青葉雑貨様\n\nアカウント", "青葉雑貨")]
    [InlineData("zh-Hans", "尊敬的 Quillbrook Home：\n您的账户", "Quillbrook Home")]
    public void The_name_a_notice_greets_is_found(string language, string text, string name) =>
        Read(language, text).ShouldBe(name);

    [Theory]
    [InlineData("en", "Hello,\nYour account")]
    [InlineData("en", "Dear Seller,\nYour account")]
    [InlineData("en", "Dear Selling Partner,\nYour account")]
    [InlineData("en", "Hello from Amazon,\nYour account")]
    [InlineData("en", "Hello <my name>,\nYour account")]
    [InlineData("en", "Dear owner@larkmoor.example,\nYour account")]
    [InlineData("en", "Dear ****,\nYour account")]
    [InlineData("en", "Dearborn Tools is a store.\nYour account")]
    [InlineData("en", "Your account\nis closed\nand\nso\non\nand\nso\non\nHello Larkmoor Supply,")]
    [InlineData("de", "Lieber Verkäufer,\nIhr Konto")]
    [InlineData("ja", "出品者様\nアカウント")]
    [InlineData("ja", "ご担当者様、\nアカウント")]
    [InlineData("zh-Hans", "尊敬的卖家：\n您的账户")]
    public void Who_is_nobody_in_particular_is_no_name(string language, string text) =>
        Read(language, text).ShouldBeNull();

    [Fact]
    public void A_line_of_any_length_is_no_name() => Read("en", "Hello " + new string('x', 100_000)).ShouldBeNull();

    private static string? Read(string language, string text) =>
        Salutation.NameIn(text, Knowledge.PlanWords.Single(words => words.Code == language));
}
