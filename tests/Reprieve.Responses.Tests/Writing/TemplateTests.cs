using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Writing;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("记入 {tool} 中。", "共享的表格", "记入共享的表格中。")]
    [InlineData("记入 {tool} 中。", "Excel", "记入 Excel 中。")]
    [InlineData("件は {day}に", "日曜日", "件は日曜日に")]
    [InlineData("{tool} で確認", "表", "表で確認")]
    [InlineData("bought from {tool} in May", "深圳 诺弗", "bought from 深圳 诺弗 in May")]
    public void A_space_for_latin_letters_goes_where_there_are_none(string say, string value, string filled) =>
        Template.Fill(say, _ => value).ShouldBe(filled);
}
