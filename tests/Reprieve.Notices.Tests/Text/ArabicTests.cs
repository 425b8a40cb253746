using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

public sealed class ArabicTests
{
    [Theory]
    [InlineData("حِسَابُكَ", "حسابك")]
    [InlineData("حســـاب", "حساب")]
    [InlineData("أموال", "اموال")]
    [InlineData("إلغاء", "الغاء")]
    [InlineData("آخر", "اخر")]
    [InlineData("فاتورة", "فاتوره")]
    [InlineData("على", "علي")]
    [InlineData("‏حساب‏", "حساب")]
    [InlineData("١٧", "17")]
    [InlineData("۱۷", "17")]
    public void Signs_and_forms_of_letters_do_not_matter(string word, string folded) => Fold(word).ShouldBe(folded);

    [Theory]
    [InlineData("الحساب", "حساب")]
    [InlineData("والحساب", "حساب")]
    [InlineData("بالحساب", "حساب")]
    [InlineData("للحساب", "حساب")]
    [InlineData("وللحساب", "حساب")]
    [InlineData("الإلغاء", "الغاء")]
    [InlineData("للإلغاء", "الغاء")]
    public void The_article_is_taken_off(string word, string folded) => Fold(word).ShouldBe(folded);

    [Theory]
    [InlineData("إلى", "الي")]
    [InlineData("التي", "التي")]
    [InlineData("الآن", "الان")]
    [InlineData("الغاء", "الغاء")]
    [InlineData("التزام", "التزام")]
    [InlineData("والد", "والد")]
    [InlineData("بائع", "بايع")]
    public void What_only_looks_like_the_article_stays(string word, string folded) => Fold(word).ShouldBe(folded);

    [Fact]
    public void A_particle_is_taken_off_only_where_the_word_is_not_known_with_it()
    {
        var lexicon = new Lexicon();
        int account = lexicon.Learn(Fold("حسابك"), isBeginning: false);
        int bills = lexicon.Learn(Fold("فواتير"), isBeginning: false);
        int restore = lexicon.Learn(Fold("إعادة"), isBeginning: false);
        lexicon.Close();
        Find("حسابك", lexicon).ShouldBe(account);
        Find("وبحسابك", lexicon).ShouldBe(account);
        Find("لإعادة", lexicon).ShouldBe(restore);
        Find("وَالفواتير", lexicon).ShouldBe(bills);
        Find("فواتير", lexicon).ShouldBe(bills);
        Find("واتير", lexicon).ShouldBe(0);
        Find("و", lexicon).ShouldBe(0);
    }

    [Theory]
    [InlineData("يرجى إرسال خطة عمل خلال ١٧ يومًا.")]
    [InlineData("يُرجى إرسال خطة عمل خلال 17 يوما.")]
    [InlineData("\u202Bيرجى إرسال خطة عمل خلال ۱۷ يوماً.\u202C")]
    [InlineData("يرجى إرسال خطة عمل\u200F خلال ١٧يومًا\u200F.")]
    public void Digits_of_either_kind_are_numbers(string text) =>
        Some.Read(text).Deadlines.ShouldHaveSingleItem().Amount.ShouldBe(17);

    [Fact]
    public void A_question_mark_ends_a_heading_and_a_comma_parts_clauses()
    {
        Diagnosis read = Some.Read("هل تم إلغاء تنشيط حسابك عن طريق الخطأ؟ إذا تكررت المخالفة، فقد نلغي تنشيط حسابك.");
        read.Kind.ShouldNotBe(NoticeKind.Deactivation);
        read.AccountStatus.ShouldNotBe(AccountStatus.Deactivated);
    }

    [Theory]
    [InlineData("تم إلغاء تنشيط حسابك", NoticeKind.Deactivation)]
    [InlineData("وقد تم إلغاء تنشيط حسابك على أمازون", NoticeKind.Deactivation)]
    [InlineData("قد يتم إلغاء تنشيط حسابك بسبب معدل الإلغاء", NoticeKind.AtRiskWarning)]
    public void What_was_done_is_told_from_what_may_be(string text, NoticeKind kind) =>
        Some.Read(text).Kind.ShouldBe(kind);

    private static int Find(string word, Lexicon lexicon) =>
        ArabicLetters.Find(word, lexicon, new char[2 * Letters.MaxWord]);

    private static string Fold(string word)
    {
        Span<char> folded = new char[2 * Letters.MaxWord];
        return folded[..Letters.Fold(word, folded)].ToString();
    }
}
