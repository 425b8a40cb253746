using System.Security.Cryptography;
using CsCheck;
using Reprieve.Storage.Secrets;

namespace Reprieve.Storage.Tests.Secrets;

public sealed class SealedStreamTests
{
    private const int Coded = SealedStream.Chunk + SealedStream.TagLength;
    private const int Head = 4 + SealedStream.PrefixLength;
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedStream.Chunk - 1)]
    [InlineData(SealedStream.Chunk)]
    [InlineData(SealedStream.Chunk + 1)]
    [InlineData(3 * SealedStream.Chunk)]
    public async Task A_content_of_any_length_comes_back(int length)
    {
        byte[] plain = RandomNumberGenerator.GetBytes(length);

        (byte[] sealedBytes, string sha256) = await SealAsync(plain);

        sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(plain)));
        Read(sealedBytes, sha256).ShouldBe(plain);
    }

    [Fact]
    public async Task A_content_cut_short_anywhere_does_not_open()
    {
        (byte[] sealedBytes, string sha256) = await SealAsync(new byte[3 * SealedStream.Chunk]);

        foreach (int length in new[] { 0, 3, Head, Head + 5, Head + Coded, Head + (2 * Coded), sealedBytes.Length - 1 })
        {
            Should.Throw<CryptographicException>(() => Read(sealedBytes[..length], sha256), $"{length}");
        }
    }

    [Fact]
    public async Task Chunks_that_changed_places_do_not_open()
    {
        (byte[] sealedBytes, string sha256) = await SealAsync(new byte[3 * SealedStream.Chunk]);
        byte[] swapped =
        [
            .. sealedBytes[..Head],
            .. sealedBytes[(Head + Coded)..(Head + (2 * Coded))],
            .. sealedBytes[Head..(Head + Coded)],
            .. sealedBytes[(Head + (2 * Coded))..],
        ];

        Should.Throw<CryptographicException>(() => Read(swapped, sha256));
    }

    [Fact]
    public async Task A_changed_bit_anywhere_does_not_open()
    {
        (byte[] sealedBytes, string sha256) = await SealAsync(new byte[1000]);

        Gen.Int[0, (sealedBytes.Length * 8) - 1]
            .Sample(bit =>
            {
                byte[] changed = [.. sealedBytes];
                changed[bit / 8] ^= (byte)(1 << (bit % 8));
                return Should.Throw<CryptographicException>(() => Read(changed, sha256)) is not null;
            });
    }

    [Fact]
    public async Task The_same_content_is_never_encrypted_alike()
    {
        (byte[] one, _) = await SealAsync([1, 2, 3]);
        (byte[] two, _) = await SealAsync([1, 2, 3]);

        one.ShouldNotBe(two);
    }

    private static async Task<(byte[], string)> SealAsync(byte[] plain)
    {
        using var target = new MemoryStream();
        (long length, string sha256) = await SealedStream.WriteAsync(
            Key,
            new MemoryStream(plain),
            target,
            TestContext.Current.CancellationToken
        );
        length.ShouldBe(plain.Length);
        return (target.ToArray(), sha256);
    }

    private static byte[] Read(byte[] sealedBytes, string sha256)
    {
        using Stream content = SealedStream.Read(Key, new MemoryStream(sealedBytes), sha256);
        using var plain = new MemoryStream();
        content.CopyTo(plain);
        return plain.ToArray();
    }
}
