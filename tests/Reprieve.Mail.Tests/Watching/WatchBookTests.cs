using System.Security.Cryptography;
using Reprieve.Mail.Watching;

namespace Reprieve.Mail.Tests.Watching;

public sealed class WatchBookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-book-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "book");

    [Fact]
    public void What_was_saved_is_there_again_and_what_was_not_is_not()
    {
        using (WatchBook book = WatchBook.Open(Path, Seal(7)))
        {
            book.Take(1);
            book.Note(At("INBOX") with { Handled = 9, PutOff = [new PutOffMail(4, 2)] });
            book.Note(At("Gone"));
            book.Keep(["INBOX"]);
            book.Save();
            book.Take(2);
        }

        using WatchBook again = WatchBook.Open(Path, Seal(7));
        again.WasTaken(1).ShouldBeTrue();
        again.WasTaken(2).ShouldBeFalse();
        FolderPosition position = again.Find("INBOX").ShouldNotBeNull();
        position.Handled.ShouldBe(9u);
        position.PutOff.ShouldBe([new PutOffMail(4, 2)]);
        again.Find("Gone").ShouldBeNull();
    }

    [Fact]
    public void It_stays_within_its_size()
    {
        using WatchBook book = WatchBook.Open(Path);
        for (int i = 0; i < WatchBook.MostTaken + 10; i++)
        {
            book.Take((UInt128)i);
        }

        book.Save();
        book.WasTaken(9).ShouldBeFalse();
        book.WasTaken(10).ShouldBeTrue();
        new FileInfo(Path).Length.ShouldBeLessThan(2_200_000);
    }

    [Fact]
    public void One_process_has_it_at_a_time()
    {
        using WatchBook book = WatchBook.Open(Path);
        Should.Throw<MailException>(() => WatchBook.Open(Path)).Message.ShouldContain("watched by another process");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no book")]
    [InlineData("null")]
    [InlineData("""{"form":1,"folders":null,"taken":null}""")]
    [InlineData("""{"form":2,"folders":[],"taken":""}""")]
    [InlineData("""{"form":1,"folders":[],"taken":"AAAA"}""")]
    public void What_is_no_book_is_said_and_the_lock_let_go(string content)
    {
        File.WriteAllText(Path, content);
        Should.Throw<MailException>(() => WatchBook.Open(Path)).Message.ShouldContain(Path);
        File.Delete(Path);
        WatchBook.Open(Path).Dispose();
    }

    [Fact]
    public void One_that_another_key_closed_is_said()
    {
        using (WatchBook book = WatchBook.Open(Path, Seal(7)))
        {
            book.Take(1);
            book.Save();
        }

        File.ReadAllText(Path).ShouldNotContain("folders");
        Should.Throw<MailException>(() => WatchBook.Open(Path, Seal(8)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static FolderPosition At(string name) => new() { Name = name, UidValidity = 1 };

    /// <summary>A seal that tells what was closed by another.</summary>
    private static MailSeal Seal(byte key) =>
        new(
            (plain, place) => [key, (byte)place.Length, .. plain.Select(one => (byte)(one ^ key))],
            (closed, place) =>
                closed[0] == key && closed[1] == place.Length
                    ? [.. closed[2..].Select(one => (byte)(one ^ key))]
                    : throw new CryptographicException("closed by another key")
        );
}
