namespace Reprieve.Knowledge.Tests.Reading;

public sealed class NoticeBookTests
{
    private static readonly NoticeBook Compiled = KnowledgeLoader.BuiltIn.Book;

    /// <summary>The book as it is made from entries, as it is for knowledge of the user's own.</summary>
    private static readonly NoticeBook Made = NoticeBook.Of(KnowledgeLoader.BuiltIn);

    [Fact]
    public void The_compiled_book_says_what_the_entries_say()
    {
        Compiled.Languages.Select(Shown).ShouldBe(Made.Languages.Select(Shown));
        Compiled.Reasons.Select(Shown).ShouldBe(Made.Reasons.Select(Shown));
        Compiled.Replies.ShouldBe(Made.Replies);
        Compiled.Stores.Select(Shown).ShouldBe(Made.Stores.Select(Shown));
        Compiled.Senders.Select(Shown).ShouldBe(Made.Senders.Select(Shown));
    }

    [Fact]
    public void Every_wording_of_every_language_is_in_it()
    {
        foreach (BookLanguage language in Made.Languages)
        {
            IReadOnlyList<CueLine> cues = Made.Cues(language.Code);
            cues.ShouldNotBeEmpty(language.Code);
            Compiled.Cues(language.Code).Select(Shown).ShouldBe(cues.Select(Shown));
        }
    }

    [Fact]
    public void A_period_is_known_by_the_words_around_it() =>
        Compiled
            .Cues("en")
            .Where(cue => cue.Field == CueField.Period && cue.Say == "within")
            .ShouldHaveSingleItem()
            .Code.ShouldBe(CueLine.Before);

    [Fact]
    public void A_reason_of_the_users_own_is_in_the_book()
    {
        string folder = Directory.CreateTempSubdirectory("reprieve-book-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "reasons"));
            File.WriteAllText(
                Path.Combine(folder, "reasons", "late_tea.yaml"),
                """
                code: late_tea
                source: practice
                seen: 2026-11-25
                marketplaces: [all]
                sure: practice
                name: {en: Late tea, zh-Hans: 茶迟到}
                ground: performance
                cues: {en: [tea was late]}
                """
            );
            NoticeBook book = KnowledgeLoader.Load(folder).Book;

            book.Reason("late_tea").ShouldNotBeNull().Ground.ShouldBe(Ground.Performance);
            book.Cues("en").ShouldContain(cue => cue.Code == "late_tea" && cue.Say == "tea was late");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Shown(BookLanguage l) => $"{l.Code} {l.MarksDeeds} {string.Join('|', l.CommonWords)}";

    private static string Shown(BookReason r) => $"{r.Code} {r.Ground} {string.Join('|', r.GivesWayTo)}";

    private static string Shown(BookStore s) =>
        $"{s.Code} {s.TimeZone} {s.DateOrder} {string.Join('|', s.AlsoKnownAs)}";

    private static string Shown(BookSenders s) =>
        $"{s.Purpose} {string.Join('|', s.Domains)} {string.Join('|', s.Extensions)}";

    private static string Shown(CueLine c) => $"{c.Field} {c.Code} {c.Say} {c.Weight:R} {string.Join('|', c.Unless)}";
}
