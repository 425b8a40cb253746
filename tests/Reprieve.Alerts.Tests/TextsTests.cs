using Reprieve.Testing;

namespace Reprieve.Alerts.Tests;

public sealed class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages() => BothLanguages.AreComplete("Reprieve.Alerts");

    [Fact]
    public void Every_kind_of_channel_has_its_service_and_every_meaning_that_needs_a_person_its_words()
    {
        foreach (AlertKind kind in Enum.GetValues<AlertKind>())
        {
            Samples.Service(kind).Name.Has("zh-Hans").ShouldBeTrue(kind.ToString());
        }

        foreach (
            Knowledge.AlertMeaning meaning in Enum.GetValues<Knowledge.AlertMeaning>()
                .Where(one => one is not (Knowledge.AlertMeaning.Limited or Knowledge.AlertMeaning.Busy))
        )
        {
            Say.Texts.Has("Refused_" + meaning).ShouldBeTrue(meaning.ToString());
        }
    }
}
