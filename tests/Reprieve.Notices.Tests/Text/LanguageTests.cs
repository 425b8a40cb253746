using System.Text.Json.Nodes;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests.Text;

public sealed class LanguageTests
{
    private const int Window = 200;

    [Fact]
    public void Two_hundred_characters_of_any_notice_tell_its_language()
    {
        var languages = new LanguageIdentifier(KnowledgeLoader.BuiltIn.Book);
        List<string> wrong = [];
        int windows = 0;
        foreach (string folder in Directory.GetDirectories(Path.Combine(Some.Fixtures, "Notices")))
        {
            JsonNode expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
            string language = expected["language"]!.GetValue<string>();
            string text = MessageReader.Read(Directory.GetFiles(folder, "message.*").Single()).Single().Message!.Text;
            for (int at = 0; at + Window <= text.Length && at < 5 * Window; at += Window)
            {
                windows++;
                string told = languages.Identify(NoticeText.Cut(text.Substring(at, Window)), declared: null);
                if (told != language)
                {
                    wrong.Add($"{Path.GetFileName(folder)} at {at}: {told}");
                }
            }
        }

        windows.ShouldBeGreaterThan(500);
        // Lists of addresses and product names are in no language; nothing else may be told wrongly.
        ((double)wrong.Count / windows).ShouldBeLessThan(0.005, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("L'été, l'après-midi, d'où, qu'à, n'était, c'était déjà à côté.", "fr")]
    [InlineData("Für/über/können/müssen: würde—für—über—können", "de")]
    [InlineData("(the)https://example.org/the/your/and/you", "en")]
    public void Words_joined_to_others_tell_the_language_too(string text, string language) =>
        new LanguageIdentifier(KnowledgeLoader.BuiltIn.Book)
            .Identify(NoticeText.Cut(text), declared: null)
            .ShouldBe(language);

    [Fact]
    public void English_little_words_mean_nothing_in_other_languages()
    {
        // "no" is "in the" in Portuguese, and denies nothing there.
        Diagnosis read = Some.Read(
            "Olá, sua conta de vendedor foi desativada. Envie o plano de ação no Seller Central, na página Integridade da conta."
        );

        read.Language.ShouldBe("pt-BR");
        read.Kind.ShouldBe(NoticeKind.Deactivation);
        read.Asks.ShouldContain(ask => ask.What == "plan_of_action");
    }
}
