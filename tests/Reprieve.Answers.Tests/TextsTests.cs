using Reprieve.Testing;

namespace Reprieve.Answers.Tests;

public class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages() => BothLanguages.AreComplete("Reprieve.Answers");
}
