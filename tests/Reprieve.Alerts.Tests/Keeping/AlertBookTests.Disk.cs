using System.Security.Cryptography;
using System.Text;

namespace Reprieve.Alerts.Tests.Keeping;

/// <summary>What lies on the disk, and a disk that fails.</summary>
public sealed partial class AlertBookTests
{
    [Fact]
    public async Task While_the_disk_does_not_take_what_was_sent_nothing_more_is_sent()
    {
        bool full = false;
        var post = new Post();
        using AlertBook book = Open(at: _ =>
        {
            if (full)
            {
                throw new IOException("no space left");
            }
        });
        book.Add(Event("a"), [_channel]);
        full = true;
        Should.Throw<AlertException>(() => book.Add(Event("b"), [_channel])).Message.ShouldContain("no space left");
        await Should.ThrowAsync<AlertException>(() => TickAsync(book, post));
        await Should.ThrowAsync<AlertException>(() => TickAsync(book, post));
        full = false;
        book.Add(Event("b"), [_channel]).ShouldBe(AlertAdded.Taken);
        await TickAsync(book, post);
        post.Messages.SelectMany(one => one).ShouldBe(["a", "b"]);
        book.Dispose();
        using AlertBook again = Open();
        again.All().ShouldAllBe(kept => kept.Deliveries[0].State == AlertState.Sent);
    }

    [Fact]
    public async Task A_digest_that_the_disk_did_not_take_does_not_come_again()
    {
        bool full = false;
        var post = new Post();
        AlertChannel channel = _channel with { DigestAt = new TimeOnly(2, 0) };
        using AlertBook book = Open(at: _ =>
        {
            if (full)
            {
                throw new IOException("no space left");
            }
        });
        foreach (string happened in new[] { "a", "b", "c" })
        {
            book.Add(Event(happened), [channel]);
        }

        full = true;
        await Should.ThrowAsync<AlertException>(() => TickAsync(book, post, channel));
        full = false;
        await TickAsync(book, post, channel);
        post.Messages.ShouldHaveSingleItem().ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void What_is_kept_can_be_sealed_and_opens_at_its_place_only()
    {
        byte[] key = RandomNumberGenerator.GetBytes(32);
        var seal = new AlertSeal(
            (bytes, place) => Crypt(bytes, place, open: false),
            (bytes, place) => Crypt(bytes, place, open: true)
        );
        using (AlertBook book = Open(seal))
        {
            book.Add(Event("a"), [_channel]);
            book.Add(Event("b"), [_channel]);
        }

        string[] files = Directory.GetFiles(Folder, "*.json");
        File.ReadAllText(files[0], Encoding.Latin1).ShouldNotContain("invoice");
        using (AlertBook book = Open(seal))
        {
            book.All().Select(kept => kept.Alert.Event).ShouldBe(["a", "b"], ignoreOrder: true);
        }

        File.Copy(files[0], files[1], overwrite: true);
        using AlertBook changed = Open(seal);
        changed.All().Count.ShouldBe(1);
        changed.Faults.ShouldHaveSingleItem().ShouldContain(files[1]);

        byte[] Crypt(byte[] bytes, string place, bool open)
        {
            using var aes = new AesGcm(key, 16);
            byte[] where = Encoding.UTF8.GetBytes(place);
            byte[] nonce = SHA256.HashData(where)[..12];
            byte[] made = new byte[open ? bytes.Length - 16 : bytes.Length + 16];
            if (open)
            {
                aes.Decrypt(nonce, bytes.AsSpan(16), bytes.AsSpan(0, 16), made, where);
            }
            else
            {
                aes.Encrypt(nonce, bytes, made.AsSpan(16), made.AsSpan(0, 16), where);
            }

            return made;
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_stops_nothing_and_is_named()
    {
        using (AlertBook book = Open())
        {
            book.Add(Event("a"), [_channel]);
        }

        File.WriteAllText(Path.Combine(Folder, "0000.json"), "{");
        File.WriteAllText(Path.Combine(Folder, "0001.json.tmp"), "{");
        using AlertBook again = Open();
        again.All().Count.ShouldBe(1);
        again.Faults.ShouldHaveSingleItem().ShouldContain("0000.json");
        File.Exists(Path.Combine(Folder, "0001.json.tmp")).ShouldBeFalse();
    }

    [Fact]
    public void One_process_has_the_book()
    {
        using AlertBook book = Open();
        Should.Throw<AlertException>(() => Open()).Message.ShouldContain("another program");
    }
}
