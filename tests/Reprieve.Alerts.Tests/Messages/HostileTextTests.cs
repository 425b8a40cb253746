using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Reprieve.Alerts.Formats;
using Reprieve.Alerts.Messages;

namespace Reprieve.Alerts.Tests.Messages;

public sealed class HostileTextTests
{
    private const AlertKind Slack = AlertKind.Slack;

    public static TheoryData<AlertKind> Chats =>
        [AlertKind.Slack, AlertKind.Feishu, AlertKind.DingTalk, AlertKind.WeCom];

    [Theory]
    [MemberData(nameof(Chats))]
    public void Nobody_is_called_and_no_address_can_be_clicked(AlertKind kind)
    {
        const string hostile =
            "@all @所有人 <!channel> <@all> <at user_id=\"all\">x</at> <https://evil.example|Amazon> "
            + "[Amazon](http://evil.example) HTTPS://EVIL.EXAMPLE www.evil.example/pay evil.com \u202Emoc.live";
        foreach (
            Alert alert in new[]
            {
                Samples.Saying(hostile),
                Samples.Saying("t", hostile),
                Samples.Saying("t", "x", hostile),
            }
        )
        {
            string text = string.Concat(Strings(Body(kind, alert with { Link = null })));
            text.ShouldNotContain("@all");
            text.ShouldNotContain("@所有人");
            text.ShouldNotContain("<");
            text.ShouldNotContain("://");
            text.ShouldNotContain("evil.example");
            text.ShouldNotContain("EVIL.EXAMPLE");
            text.ShouldNotContain("evil.com");
            text.ShouldNotContain('\u202E');
            text.ShouldContain("Amazon");
        }
    }

    [Theory]
    [MemberData(nameof(Chats))]
    public void However_long_it_is_it_fits_and_still_says_what_to_do_and_where(AlertKind kind)
    {
        foreach (string sign in new[] { "字", "&", "\"", "\n x", "👨‍👩‍👧‍👦", "é" })
        {
            Alert alert = Samples.Saying(Many(sign, 9000), Many(sign, 9000), "Send it now. " + Many(sign, 9000));
            string body = Body(kind, alert);
            Encoding.UTF8.GetByteCount(body).ShouldBeLessThan(Samples.Service(kind).MessageBytes + 400);
            string text = string.Concat(Strings(body));
            Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(Samples.Service(kind).MessageBytes);
            text.ShouldContain("Send it now.");
            text.ShouldContain("https://reprieve.example/cases/7");
            text.ShouldContain("…");
        }
    }

    [Theory]
    [MemberData(nameof(Chats))]
    public void As_many_as_one_message_may_name_fit_in_it(AlertKind kind)
    {
        int most = AlertMessage.Most(Samples.Service(kind));
        Alert[] alerts =
        [
            .. Enumerable.Range(0, most).Select(i => Samples.Saying(Many("字", 900), "", Many("做", 900), "e" + i)),
        ];
        string body = AlertFormats
            .Of(kind)
            .Make(alerts, Samples.Channel(kind), Samples.Service(kind), Samples.Now)
            .Body;
        Encoding
            .UTF8.GetByteCount(string.Concat(Strings(body)))
            .ShouldBeLessThanOrEqualTo(Samples.Service(kind).MessageBytes);
        body.ShouldContain($"{most}. 字");
    }

    [Fact]
    public void A_cut_falls_between_two_signs_as_a_reader_sees_them()
    {
        const string family = "👨‍👩‍👧‍👦";
        int bytes = Encoding.UTF8.GetByteCount(family);
        Cut.To(family + family, 2 * bytes, sign => sign).ShouldBe(family + family);
        Cut.To(family + family, 2 * bytes - 1, sign => sign).ShouldBe(family + "…");
        Cut.To(family + family, bytes - 1, sign => sign).ShouldBe("…");
        Cut.To("abcdef", 5, sign => sign).ShouldBe("ab…");
        Cut.To("abc", 2, sign => sign).ShouldBe("");
    }

    [Fact]
    public void A_title_is_one_line_whatever_it_holds() =>
        InertText.Line("Good\r\n\n\u2028news\u0000\u001b[31m\t!").ShouldBe("Good news[31m !");

    [Fact]
    public void Half_a_surrogate_becomes_a_sign_that_can_be_written() => InertText.Of("a\uD83D!").ShouldBe("a\uFFFD!");

    [Fact]
    public void What_is_no_address_reads_as_it_did() =>
        InertText
            .Of("ODR 1.5 % at 12:30. Next: e.g.\nline two")
            .ShouldBe("ODR 1.5 % at 12:30. Next: e.\u2060g.\nline two");

    [Fact]
    public void A_megabyte_of_marks_on_one_letter_takes_no_long_time()
    {
        long start = Stopwatch.GetTimestamp();
        string body = Body(Slack, Samples.Saying("t", "a" + Many("\u0301", 500_000), "Go."));
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        body.ShouldContain("Go.");
    }

    private static string Many(string sign, int times) => string.Concat(Enumerable.Repeat(sign, times));

    private static string Body(AlertKind kind, Alert alert) =>
        AlertFormats.Of(kind).Make([alert], Samples.Channel(kind), Samples.Service(kind), Samples.Now).Body;

    /// <summary>Every text of a body, as the service reads it.</summary>
    private static IEnumerable<string> Strings(string body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        return [.. Of(json.RootElement)];

        static IEnumerable<string> Of(JsonElement element) =>
            element.ValueKind switch
            {
                JsonValueKind.String => [element.GetString()!],
                JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
                JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Of(one.Value)),
                _ => [],
            };
    }
}
