using Reprieve.Testing;

namespace Reprieve.Mail.Tests;

public sealed class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages() => BothLanguages.AreComplete("Reprieve.Mail");
}
