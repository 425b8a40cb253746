using System.Globalization;
using System.Text;
using Reprieve.Practices.Listings;

namespace Reprieve.Practices.Tests.Listings;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Crème  BRÛLÉE", "creme brulee")]
    [InlineData("Ａｎｔｉ－bacterial", "anti bacterial")]
    [InlineData("snake_case–dash—dash", "snake case dash dash")]
    [InlineData("Alzheimer’s", "alzheimer's")]
    [InlineData("ﬁne ½ ㎏", "fine 1⁄2 kg")]
    [InlineData("ｶﾞﾝ", "カ\u3099ン")]
    [InlineData("ガン", "カ\u3099ン")]
    [InlineData("  抗菌  ", "抗菌")]
    [InlineData("\ud835\udc00BC", "abc")]
    public void Case_accents_width_and_dashes_fold_away(string written, string folded) =>
        FoldedText.Fold(written).ShouldBe(folded);

    [Theory]
    [InlineData("ガン", 0, 1, false, "the voicing mark belongs to the letter")]
    [InlineData("ハンガー", 0, 2, false, "a run of katakana is a word")]
    [InlineData("レンズ時計", 0, 4, true, "Han begins a word; the voicing mark counts")]
    [InlineData("USBケーブル", 0, 3, true, "another script begins a word")]
    [InlineData("抗菌まな板", 0, 2, true, "Han has no edges")]
    [InlineData("antibacterial", 0, 4, false, "letters go on")]
    [InlineData("anti-aging", 0, 4, true, "a dash parts")]
    public void A_word_ends_where_its_script_says(string written, int start, int length, bool edge, string why) =>
        new FoldedText(written).IsEdge(start + length).ShouldBe(edge, why);

    [Fact]
    public void Folding_is_what_folding_character_by_character_makes()
    {
        var text = new FoldedText();
        CsCheck.Check.Sample(
            CsCheck.Gen.OneOf(
                CsCheck.Gen.String[CsCheck.Gen.Char, 0, 60],
                CsCheck.Gen.String[CsCheck.Gen.Char["aB é–_ ﬁ抗ガｶﾞ\ud83d\ude00İß1 '’"], 0, 60]
            ),
            written =>
            {
                text.Set(written.AsMemory(), null);
                text.Text.ToString().ShouldBe(Slowly(written));
                for (int i = 0; i < text.Text.Length; i++)
                {
                    written.ShouldContain(text.Quote(i, text.Text.Length - i));
                }
            },
            iter: 5_000,
            threads: 1
        );
    }

    private static string Slowly(string written)
    {
        var folded = new StringBuilder();
        for (int i = 0; i < written.Length; )
        {
            Rune.DecodeFromUtf16(written.AsSpan(i), out Rune rune, out int length);
            i += length;
            foreach (char c in Decomposed(rune))
            {
                UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
                bool accent = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
                if (accent && c is not ('\u3099' or '\u309A'))
                {
                    continue;
                }

                bool gap = char.IsWhiteSpace(c) || c == '_' || category is UnicodeCategory.DashPunctuation;
                char kept =
                    gap ? ' '
                    : "‘’ʼ".Contains(c) ? '\''
                    : char.ToLowerInvariant(c);
                if (kept != ' ' || (folded.Length > 0 && folded[^1] != ' '))
                {
                    folded.Append(kept);
                }
            }
        }

        return folded.ToString();
    }

    private static string Decomposed(Rune rune)
    {
        try
        {
            return rune.ToString().Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return rune.ToString();
        }
    }
}
