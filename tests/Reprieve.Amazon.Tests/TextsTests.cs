using Reprieve.Testing;

namespace Reprieve.Amazon.Tests;

public sealed class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages() => BothLanguages.AreComplete("Reprieve.Amazon");
}
