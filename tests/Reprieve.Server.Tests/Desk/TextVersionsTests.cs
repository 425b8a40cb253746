using CsCheck;
using Reprieve.Server.Design;
using Reprieve.Server.Desk;

namespace Reprieve.Server.Tests.Desk;

public sealed class TextVersionsTests
{
    [Fact]
    public void A_changed_word_shows_its_sentence_and_no_more()
    {
        IReadOnlyList<DiffLine> lines = TextVersions.Between(
            "We ship at 5 p.m. every day. We check all orders. We call the carrier.",
            "We ship at 5 p.m. every day. We check open orders. We call the carrier."
        );

        lines
            .Select(line => (line.Kind, line.Text))
            .ShouldBe([
                (DiffKind.Same, "We ship at 5 p.m. every day."),
                (DiffKind.Removed, "We check all orders."),
                (DiffKind.Added, "We check open orders."),
                (DiffKind.Same, "We call the carrier."),
            ]);
    }

    [Fact]
    public void Chinese_sentences_are_cut_too() =>
        TextVersions
            .Between("我们已退款。我们已更换承运商。", "我们已退款。我们已更换快递公司。")
            .Count(line => line.Kind == DiffKind.Same)
            .ShouldBe(1);

    [Fact]
    public void The_number_of_an_item_stays_with_its_item() =>
        TextVersions.Between("1. We refunded.", "1. We refunded.").Single().Text.ShouldBe("1. We refunded.");

    [Fact]
    public void A_text_differs_in_nothing_from_itself() =>
        Gen.String.Sample(text => TextVersions.Between(text, text).All(line => line.Kind == DiffKind.Same));
}
