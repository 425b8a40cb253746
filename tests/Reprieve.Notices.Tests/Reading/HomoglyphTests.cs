using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

public sealed class HomoglyphTests
{
    [Theory]
    [InlineData("Аmаzоn", "amazon")]
    [InlineData("ассоunt", "account")]
    [InlineData("dеαctivаted", "deactivated")]
    [InlineData("a\u200Bcc\u00ADount", "account")]
    [InlineData("Ｄｅactivated", "deactivated")]
    [InlineData("привет", "привет")]
    [InlineData("λόγος", "λόγος")]
    public void Letters_that_only_look_Latin_are_read_as_Latin_within_a_Latin_word(string word, string folded)
    {
        Span<char> buffer = stackalloc char[2 * Letters.MaxWord];
        buffer[..Letters.Fold(word, buffer)].ToString().ShouldBe(folded);
    }

    [Fact]
    public void Offsets_stay_those_of_the_given_text()
    {
        const string Text = "Your Amazon seller ac\u200Bcоunt has been deаctivated. Listing: B0C4\u200BTQ7M2K";
        Diagnosis read = Some.Read(Text);
        read.Kind.ShouldBe(NoticeKind.Deactivation);
        read.Asins.ShouldBe(["B0C4TQ7M2K"]);
        read.Text.ShouldBe(Text);
        foreach (Evidence evidence in EvidenceOf.All(read))
        {
            Text.Substring(evidence.Start, evidence.Length).ShouldBe(evidence.Quote);
        }
    }
}
