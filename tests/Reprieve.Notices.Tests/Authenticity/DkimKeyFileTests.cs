namespace Reprieve.Notices.Tests;

public sealed class DkimKeyFileTests
{
    [Fact]
    public void A_name_in_the_file_is_found_and_any_other_does_not_exist()
    {
        using var folder = new TemporaryFolder();
        DkimKeyFile keys = DkimKeyFile.Load(
            folder.File("keys.txt", "# keys\nS1._domainkey.Amazon.com\tv=DKIM1; p=AA\n")
        );
        keys.Find("s1", "amazon.com").Record.ShouldBe("v=DKIM1; p=AA");
        keys.Find("s2", "amazon.com").State.ShouldBe(DkimKeyState.Missing);
    }

    [Fact]
    public void A_record_in_pieces_is_joined()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("keys.txt", "s._domainkey.a.example.\t\"v=DKIM1; \" \"p=AA\"\n");
        DkimKeyFile.Load(path).Find("s", "a.example").Record.ShouldBe("v=DKIM1; p=AA");
    }

    [Fact]
    public void A_line_without_tab_is_named()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("keys.txt", "a\tb\nno tab here\n");
        Should.Throw<FormatException>(() => DkimKeyFile.Load(path)).Message.ShouldContain("2");
    }
}
