using System.Text;
using CsCheck;

namespace Reprieve.Notices.Tests;

public sealed class HostileInputTests
{
    /// <summary>Far more than is needed on a slow, busy machine, and far less than anything worse than linear takes.</summary>
    private static readonly string[] Pieces =
    [
        "Your account",
        "has been",
        "deactivated",
        "may be",
        "if",
        "?",
        ".",
        "\n",
        "\n\n",
        "> ",
        "within 17 days",
        "B0C4TQ7M2K",
        "您的账户",
        "已被停用",
        "innerhalb von",
        "30. Mai",
        "https://",
        "@",
        "a@b",
        "plan of action",
        "On",
        "wrote:",
        "114-5560021-7789034",
        "\u200B",
        "\uD83D",
        "é",
        "…",
        "5月",
        "月日",
        "//",
        "w",
        "www.",
        ":",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    [Fact]
    public void Any_text_is_read_and_every_quote_is_its_slice() =>
        Gen.OneOf(
                Gen.String,
                Words.Array[0, 60].Select(words => string.Join(" ", words)),
                Words.Array[0, 60].Select(string.Concat)
            )
            .Sample(
                text =>
                {
                    Diagnosis read = Some.Read(
                        text,
                        subject: text.Length > 40 ? text[..40] : text,
                        date: DateTimeOffset.UnixEpoch
                    );
                    read.Text.ShouldBe(text);
                    foreach (Evidence evidence in EvidenceOf.All(read))
                    {
                        string part = evidence.In == "subject" ? read.Subject! : text;
                        part.Substring(evidence.Start, evidence.Length).ShouldBe(evidence.Quote);
                    }

                    DiagnosisJson.Serialize(read, withText: true).ShouldNotBeEmpty();
                },
                iter: 2000
            );

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Gen
            .Byte.Array[0, 400]
            .Sample(
                bytes =>
                {
                    byte[] mail =
                    [
                        .. "From: a@amazon.com\r\nSubject: x\r\nContent-Type: text/html\r\nDKIM-Signature: "u8,
                        .. bytes,
                    ];
                    foreach (ReadResult result in MessageReader.ReadStream(new MemoryStream(mail), "x"))
                    {
                        (result.Message is null).ShouldBe(result.Error is not null);
                        if (result.Message is not null)
                        {
                            Some.Reader.Read(result.Message);
                        }
                    }
                },
                iter: 1000
            );

    [Theory]
    [InlineData("<div>", 2_000_000)]
    [InlineData("<b>", 1_000_000)]
    [InlineData("<a href='https://x.example/'>y</a>", 250_000)]
    [InlineData("<table><tr><td>", 600_000)]
    [InlineData("&amp;", 2_000_000)]
    public void Ten_megabytes_of_hostile_html_are_read_to_their_end(string piece, int times)
    {
        byte[] page = Encoding.UTF8.GetBytes(
            "<html>" + string.Concat(Enumerable.Repeat(piece, times)) + "Your account has been deactivated."
        );
        ReadResult result = MessageReader.ReadStream(new MemoryStream(page), "x").Single();
        Some.Reader.Read(result.Message.ShouldNotBeNull());
    }

    [Theory]
    [InlineData("your account has been ")]
    [InlineData("deactivated ")]
    [InlineData("http://a.b ")]
    [InlineData("a@b.c ")]
    [InlineData("@")]
    [InlineData("w")]
    [InlineData("已被停用")]
    [InlineData("1. ")]
    [InlineData("> ")]
    [InlineData("\n")]
    [InlineData("B0C4TQ7M2K ")]
    [InlineData("after reviewing ")]
    public void Megabytes_of_the_same_words_are_read_to_their_end(string piece)
    {
        Some.Read(string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length)));
    }
}
