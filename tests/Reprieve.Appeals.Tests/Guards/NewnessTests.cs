using Reprieve.Appeals.Guards;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;

namespace Reprieve.Appeals.Tests.Guards;

public class NewnessTests
{
    [Fact]
    public void An_answer_in_another_language_is_not_new()
    {
        IsNew(Said("17:00", "5:00 p.m."), Said("17:00", "17:00")).ShouldBeFalse();
        IsNew(Said("17:00", "5:00 p.m."), Said("18:00", "18:00")).ShouldBeTrue();
    }

    [Fact]
    public void Translated_words_are_not_new_and_changed_ones_are()
    {
        Fact english = Said("", "The label printer was out of order.");
        Fact german = Said("", "Der Etikettendrucker war defekt.", original: english.Value);
        IsNew(english, german).ShouldBeFalse();
        IsNew(english, Said("", "Nobody checked the printer at the start of a shift.")).ShouldBeTrue();
    }

    [Fact]
    public void A_ledger_of_an_earlier_version_is_held_by_its_words() =>
        IsNew(Said("5:00 p.m.", "5:00 p.m."), Said("17:00", "5:00 p.m.")).ShouldBeFalse();

    [Fact]
    public void What_a_paper_that_went_out_says_is_not_new_under_another_name()
    {
        IsNew(Paper("bill", "01-bill.pdf"), Paper("bill", "02-bill.pdf")).ShouldBeFalse();
        IsNew(Paper("bill", "01-bill.pdf"), Paper("other", "02-bill.pdf")).ShouldBeTrue();
    }

    private static bool IsNew(Fact before, Fact now) =>
        Newness
            .Since(
                [now],
                [],
                new SentRound
                {
                    Number = 1,
                    Text = "",
                    Facts =
                    [
                        before with
                        {
                            Id = before.Source.Origin == FactOrigin.Document ? "attachment.1.name" : "x",
                        },
                    ],
                    Sent = new SentAppeal(
                        1,
                        new DateTimeOffset(2026, 10, 6, 9, 0, 0, TimeSpan.Zero),
                        "Mei Lin",
                        RouteChannel.AccountHealth,
                        "aa",
                        [new PackedFile("attachments/01-bill.pdf", "bill")],
                        []
                    ),
                }
            )
            .Any;

    private static Fact Said(string code, string value, string? original = null) =>
        new(
            "x",
            value,
            code,
            new FactSource
            {
                Origin = FactOrigin.Statement,
                Person = "Mei Lin",
                Original = original,
            }
        );

    private static Fact Paper(string hash, string name) =>
        new("attachment.2.name", name, name, new FactSource { Origin = FactOrigin.Document, Sha256 = hash });
}
