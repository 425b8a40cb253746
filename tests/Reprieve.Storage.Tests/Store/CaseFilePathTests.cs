using CsCheck;

namespace Reprieve.Storage.Tests.Store;

public sealed class CaseFilePathTests
{
    [Theory]
    [InlineData("")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("/a")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("C:a")]
    [InlineData("a/b/c/d/e")]
    [InlineData("nul.txt")]
    [InlineData("papers/COM1")]
    [InlineData("a.")]
    [InlineData("a ")]
    [InlineData("a\u0000b")]
    [InlineData("a\u202Eb")]
    [InlineData("appeal/case.json")]
    public void A_path_that_some_system_does_not_take_is_refused(string path) =>
        Should.Throw<StorageException>(() => CaseFilePath.Check(path));

    [Fact]
    public void Half_a_character_is_no_name() =>
        // An attribute cannot hold it.
        Should.Throw<StorageException>(() => CaseFilePath.Check("a" + (char)0xD800));

    [Theory]
    [InlineData("notice.eml")]
    [InlineData("发票 2026.pdf")]
    [InlineData("rounds/1/attachments/a.pdf")]
    [InlineData("console.txt")]
    public void Other_paths_are_taken_as_they_are(string path) => CaseFilePath.Check(path).ShouldBe(path);

    [Theory]
    [InlineData("C:\\Users\\Kim\\report: May?.txt", "report_ May_.txt")]
    [InlineData("../../..", "file")]
    [InlineData("aux.pdf", "_aux.pdf")]
    [InlineData("", "file")]
    public void Any_name_becomes_one_that_can_be_kept(string given, string kept) =>
        CaseFilePath.NameFor(given).ShouldBe(kept);

    [Fact]
    public void Whatever_a_browser_says_a_name_comes_out() =>
        Gen.String.Sample(given => CaseFilePath.Check(CaseFilePath.NameFor(given)).Length > 0);
}
