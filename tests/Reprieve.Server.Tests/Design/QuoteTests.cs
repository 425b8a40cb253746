using AngleSharp.Dom;
using CsCheck;
using Reprieve.Server.Design;

namespace Reprieve.Server.Tests.Design;

public class QuoteTests
{
    [Fact]
    public async Task Says_in_which_language_the_passage_is()
    {
        IDocument page = await Rendered.As<Quote>(
            "zh-Hans",
            ("Id", "q"),
            ("Lang", "ja"),
            ("Text", "出荷遅延"),
            ("Marks", Marks(0, 2))
        );

        page.QuerySelector("blockquote")!.GetAttribute("lang").ShouldBe("ja");
        page.QuerySelector("blockquote a")!.GetAttribute("lang").ShouldBe("zh-Hans");
    }

    [Fact]
    public async Task Marks_the_passage_and_leads_to_what_it_decides_and_back()
    {
        IDocument page = await Rendered.As<Quote>(
            "en",
            ("Id", "q"),
            ("Lang", "en"),
            ("Text", "send a plan now"),
            ("Marks", Marks(5, 6))
        );

        page.QuerySelector("mark")!.TextContent.ShouldBe("a plan");
        IElement there = page.QuerySelector("blockquote a")!;
        there.GetAttribute("aria-label").ShouldBe("1: what it decides");
        IElement key = page.GetElementById(there.GetAttribute("href")![1..])!;
        key.TextContent.ShouldContain("what it decides");
        page.GetElementById(key.QuerySelector("a")!.GetAttribute("href")![1..])!.LocalName.ShouldBe("sup");
    }

    [Fact]
    public void A_mark_within_a_mark_keeps_its_own_colour()
    {
        Marked[] marks = [new(0, 10, Tone.Info, "outer"), new(3, 4, Tone.Watch, "inner")];

        MarkedPiece
            .Cut("0123456789", marks)
            .Select(p => (p.Text, p.Mark))
            .ShouldBe([("012", 1), ("3456", 2), ("789", 1)]);
    }

    [Fact]
    public void No_character_is_lost_or_doubled_wherever_marks_lie() =>
        Gen.Select(Gen.String, Gen.Select(Gen.Int[-5, 40], Gen.Int[-5, 40]).Array[0, 6])
            .Sample(
                (text, spans) =>
                {
                    Marked[] marks = [.. spans.Select(s => new Marked(s.Item1, s.Item2, Tone.Bad, ""))];
                    IReadOnlyList<MarkedPiece> pieces = MarkedPiece.Cut(text, marks);
                    string.Concat(pieces.Select(p => p.Text)).ShouldBe(text);
                    int[] ends = [.. pieces.SelectMany(p => p.Ends)];
                    ends.ShouldBeUnique();
                    int[] inside = [.. Enumerable.Range(1, marks.Length).Where(n => Covers(text, marks[n - 1]))];
                    ends.Order().ShouldBe(inside);
                }
            );

    private static bool Covers(string text, Marked mark) =>
        Enumerable.Range(0, text.Length).Any(i => i >= mark.Start && i < mark.Start + mark.Length);

    private static Marked[] Marks(int start, int length) => [new(start, length, Tone.Watch, "what it decides")];
}
