using System.Security.Cryptography;
using System.Text;
using Reprieve.Amazon.Notifications;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class NotificationBookTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("reprieve-book-").FullName;

    private string At => Path.Combine(_folder, "inner", "book");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Remembers_what_was_saved()
    {
        UInt128 one = NotificationBook.IdentityOf("n-1");
        using (NotificationBook book = NotificationBook.Open(At))
        {
            book.Take(one, Now);
            book.Refuse(NotificationBook.IdentityOf("n-2"), Now).Times.ShouldBe(1);
            book.Save();
        }

        using NotificationBook again = NotificationBook.Open(At);
        again.WasTaken(one).ShouldBeTrue();
        again.WasTaken(NotificationBook.IdentityOf("n-2")).ShouldBeFalse();
        again.Refuse(NotificationBook.IdentityOf("n-2"), Now).Times.ShouldBe(2);
    }

    [Fact]
    public void Forgets_what_is_older_than_a_month()
    {
        using NotificationBook book = NotificationBook.Open(At);
        book.Take(NotificationBook.IdentityOf("old"), Now);
        book.Take(NotificationBook.IdentityOf("young"), Now.AddDays(20));

        book.Take(NotificationBook.IdentityOf("new"), Now.AddDays(31));

        book.WasTaken(NotificationBook.IdentityOf("old")).ShouldBeFalse();
        book.WasTaken(NotificationBook.IdentityOf("young")).ShouldBeTrue();
    }

    [Fact]
    public void Of_very_many_the_oldest_give_way()
    {
        using NotificationBook book = NotificationBook.Open(At);
        for (int i = 0; i <= NotificationBook.MostTaken; i++)
        {
            book.Take(NotificationBook.IdentityOf($"n-{i}"), Now);
        }

        book.Save();

        book.WasTaken(NotificationBook.IdentityOf("n-0")).ShouldBeFalse();
        book.WasTaken(NotificationBook.IdentityOf("n-1")).ShouldBeTrue();
        new FileInfo(At).Length.ShouldBeLessThan(3_000_000);
    }

    [Fact]
    public void Keeps_a_bounded_number_of_messages_aside()
    {
        using NotificationBook book = NotificationBook.Open(At);
        for (int i = 0; i < SetAsideFolder.Most + 20; i++)
        {
            book.PutAside(
                NotificationBook.IdentityOf($"m-{i}"),
                new SetAsideMessage(Now.AddMinutes(i), "why", $"m-{i}")
            );
        }

        IReadOnlyList<SetAsideMessage> aside = book.SetAside();

        aside.Count.ShouldBe(SetAsideFolder.Most);
        aside[0].Body.ShouldBe($"m-{SetAsideFolder.Most + 19}");
    }

    [Fact]
    public void One_process_has_it_at_a_time()
    {
        using (NotificationBook.Open(At))
        {
            Should.Throw<AmazonException>(() => NotificationBook.Open(At)).Message.ShouldContain(At);
        }

        NotificationBook.Open(At).Dispose();
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("""{"form":9,"taken":"","refused":[]}""")]
    [InlineData("""{"form":1,"taken":"AAAA","refused":[]}""")]
    public void What_is_no_book_is_refused_and_left(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At)!);
        File.WriteAllText(At, content);

        Should.Throw<AmazonException>(() => NotificationBook.Open(At)).Message.ShouldContain(At);

        File.ReadAllText(At).ShouldBe(content);
    }

    [Fact]
    public void A_sealed_book_shows_nothing_and_is_tied_to_its_place()
    {
        NotificationSeal seal = Seal();
        using (NotificationBook book = NotificationBook.Open(At, seal))
        {
            book.PutAside(NotificationBook.IdentityOf("m"), new SetAsideMessage(Now, "why", "a buyer's address"));
            book.Save();
        }

        string[] files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        files
            .Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)))
            .ShouldAllBe(text => !text.Contains("buyer"));
        using (NotificationBook again = NotificationBook.Open(At, seal))
        {
            again.SetAside().Single().Body.ShouldBe("a buyer's address");
        }

        File.Move(At, At + "2");
        Should.Throw<AmazonException>(() => NotificationBook.Open(At + "2", seal));
    }

    private static NotificationSeal Seal()
    {
        byte[] key = new byte[32];
        byte[] nonce = new byte[12];
        return new NotificationSeal(
            (plain, place) =>
            {
                using var cipher = new AesGcm(key, 16);
                byte[] closed = new byte[plain.Length + 16];
                cipher.Encrypt(nonce, plain, closed.AsSpan(16), closed.AsSpan(0, 16), Encoding.UTF8.GetBytes(place));
                return closed;
            },
            (closed, place) =>
            {
                using var cipher = new AesGcm(key, 16);
                byte[] plain = new byte[closed.Length - 16];
                cipher.Decrypt(nonce, closed.AsSpan(16), closed.AsSpan(0, 16), plain, Encoding.UTF8.GetBytes(place));
                return plain;
            }
        );
    }
}
