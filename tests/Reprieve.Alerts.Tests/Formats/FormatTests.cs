using System.Security.Cryptography;
using System.Text;
using Reprieve.Alerts.Formats;
using Reprieve.Testing;

namespace Reprieve.Alerts.Tests.Formats;

public sealed class FormatTests
{
    private const string Webhook =
        """{"version":1,"alerts":[{"event":"case-7/3f2a/decision","at":"2026-11-27T01:59:30+00:00","urgent":false,"title":"Amazon asks for more","text":"Case 7 <amazon.de>: an invoice is missing.","do":"Send the invoice within 3 days.","link":"https://reprieve.example/cases/7?tab=a&b=1"}]}""";

    // printf '1795744800.%s' "$BODY" | openssl dgst -sha256 -hmac 'a secret of the receiver'
    private const string WebhookSignature = "e528fdccd5801ec951ccf815b030f4184d420748ace9021f4fd90e4d35b68be6";

    private static readonly Encoding Utf8 = Encoding.UTF8;

    [Fact]
    public void A_webhook_gets_the_alerts_as_they_are_with_a_signature_over_time_and_body()
    {
        AlertRequest request = Make(AlertKind.Webhook);
        request.Body.ShouldBe(Webhook);
        request.Headers.ShouldBe([
            ("Reprieve-Timestamp", "1795744800"),
            ("Reprieve-Signature", "sha256=" + WebhookSignature),
        ]);
    }

    [Fact]
    public void The_documented_example_of_a_receiver_is_what_is_sent()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "alerts.md"));
        page.ShouldContain(Webhook);
        page.ShouldContain("Reprieve-Signature: sha256=" + WebhookSignature);
        page.ShouldContain("Reprieve-Timestamp: 1795744800");
    }

    [Fact]
    public void Slack_gets_its_control_characters_escaped_and_the_link_as_its_own() =>
        Make(AlertKind.Slack)
            .Body.ShouldBe(
                """{"text":"Reprieve: Amazon asks for more\n\nCase 7 &lt;amazon.⁠de&gt;: an invoice is missing.\n\nWhat to do: Send the invoice within 3 days.\n\n<https://reprieve.example/cases/7?tab=a&amp;b=1|Open in Reprieve>","mrkdwn":false,"unfurl_links":false,"unfurl_media":false}"""
            );

    [Fact]
    public void Feishu_gets_a_post_with_time_and_sign_in_the_body() =>
        Make(AlertKind.Feishu, "feishu-secret", "zh-Hans")
            .Body.ShouldBe(
                // printf '' | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf '1795744800\nfeishu-secret' | xxd -p) -binary | base64
                """{"timestamp":"1795744800","sign":"8plem9uswroMWLoQQCWlo6u1xxgLQuusGcee/s/xzy8=","msg_type":"post","content":{"post":{"zh_cn":{"title":"Reprieve: 亚马逊要求补充材料","content":[[{"tag":"text","text":"案件 7：缺少一张发票。"}],[{"tag":"text","text":"该做什么：请在 3 天内提交发票。"}],[{"tag":"a","text":"在 Reprieve 中打开","href":"https://reprieve.example/cases/7?tab=a&b=1"}]]}}}}"""
            );

    [Fact]
    public void Feishu_without_a_secret_is_not_signed() =>
        Make(AlertKind.Feishu).Body.ShouldStartWith("""{"msg_type":"post","content":{"post":{"en_us":{"title":""");

    [Fact]
    public void DingTalk_gets_plain_text_that_calls_nobody_with_time_and_sign_in_the_query()
    {
        AlertRequest request = Make(AlertKind.DingTalk, "SECding");
        // printf '1795744800000\nSECding' | openssl dgst -sha256 -hmac 'SECding' -binary | base64, then percent-encoded
        request.Address.AbsoluteUri.ShouldBe(
            "https://robot.example/hook?key=1&timestamp=1795744800000&sign=weukhoGKkiPsMaAYFYgU0ENJGFG%2Bk5xEgADXGkTIuwk%3D"
        );
        request.Body.ShouldBe(
            """{"msgtype":"text","text":{"content":"Reprieve: Amazon asks for more\n\nCase 7 ＜amazon.⁠de＞: an invoice is missing.\n\nWhat to do: Send the invoice within 3 days.\n\nOpen in Reprieve: https://reprieve.example/cases/7?tab=a&b=1"},"at":{"isAtAll":false}}"""
        );
    }

    [Fact]
    public void DingTalk_without_a_secret_is_asked_at_its_own_address() =>
        Make(AlertKind.DingTalk).Address.AbsoluteUri.ShouldBe("https://robot.example/hook?key=1");

    [Fact]
    public void WeCom_gets_plain_text_with_other_scripts_as_they_are() =>
        Make(AlertKind.WeCom, language: "zh-Hans")
            .Body.ShouldBe(
                """{"msgtype":"text","text":{"content":"Reprieve: 亚马逊要求补充材料\n\n案件 7：缺少一张发票。\n\n该做什么：请在 3 天内提交发票。\n\n在 Reprieve 中打开: https://reprieve.example/cases/7?tab=a&b=1"}}"""
            );

    [Theory]
    [InlineData(AlertKind.Slack)]
    [InlineData(AlertKind.Feishu)]
    [InlineData(AlertKind.DingTalk)]
    [InlineData(AlertKind.WeCom)]
    public void Emoji_and_rare_spaces_are_written_as_they_are(AlertKind kind) =>
        AlertFormats
            .Of(kind)
            .Make(
                [Samples.Saying("好\u3000\ud83d\udc68\u200d\ud83d\udc69 \\u0041\\")],
                Samples.Channel(kind),
                Samples.Service(kind),
                Samples.Now
            )
            .Body.ShouldContain("好\u3000\ud83d\udc68\u200d\ud83d\udc69 \\\\u0041\\\\");

    [Fact]
    public void Several_alerts_come_as_a_numbered_list_that_names_each()
    {
        Alert[] alerts = [Samples.Alert("a"), Samples.Saying("Second", "hidden", "Call them.", "b")];
        new WeComFormat()
            .Make(alerts, Samples.Channel(AlertKind.WeCom), Samples.Service(AlertKind.WeCom), Samples.Now)
            .Body.ShouldBe(
                """{"msgtype":"text","text":{"content":"Reprieve: 2 alerts\n\n1. Amazon asks for more – Send the invoice within 3 days.\n2. Second – Call them.\n\nOpen Reprieve and go through them, the first one first."}}"""
            );
    }

    [Theory]
    [InlineData(AlertKind.Slack, "ok", true)]
    [InlineData(AlertKind.Slack, "no_service", false)]
    [InlineData(AlertKind.Feishu, """{"code":0,"msg":"success","data":{},"Extra":null,"StatusCode":0}""", true)]
    [InlineData(AlertKind.Feishu, """{"code":19021,"msg":"sign match fail"}""", false)]
    [InlineData(AlertKind.Feishu, """{"StatusCode":0}""", false)]
    [InlineData(AlertKind.DingTalk, """{"errcode":0,"errmsg":"ok"}""", true)]
    [InlineData(AlertKind.DingTalk, """{"errcode":"0"}""", false)]
    [InlineData(AlertKind.WeCom, """{"errcode":0,"errmsg":"ok"}""", true)]
    [InlineData(AlertKind.WeCom, """{"errcode":93000,"errmsg":"invalid webhook url"}""", false)]
    [InlineData(AlertKind.WeCom, "<html>0</html>", false)]
    [InlineData(AlertKind.WeCom, "[0]", false)]
    public void Each_service_says_in_its_own_way_that_it_took_a_message(AlertKind kind, string body, bool taken) =>
        AlertFormats.Of(kind).Read(body).Taken.ShouldBe(taken);

    [Fact]
    public void A_receiver_that_follows_the_document_accepts_what_is_sent_and_refuses_what_was_changed()
    {
        AlertRequest request = Make(AlertKind.Webhook);
        Accepts(request.Body).ShouldBeTrue();
        Accepts(request.Body.Replace("3 days", "9 days", StringComparison.Ordinal)).ShouldBeFalse();

        bool Accepts(string body)
        {
            string time = request.Headers.Single(one => one.Name == "Reprieve-Timestamp").Value;
            string sign = request.Headers.Single(one => one.Name == "Reprieve-Signature").Value;
            byte[] mac = HMACSHA256.HashData(
                Utf8.GetBytes("a secret of the receiver"),
                Utf8.GetBytes($"{time}.{body}")
            );
            return sign == "sha256=" + Convert.ToHexStringLower(mac);
        }
    }

    private static AlertRequest Make(AlertKind kind, string? secret = null, string language = "en") =>
        AlertFormats
            .Of(kind)
            .Make(
                [Samples.Alert()],
                Samples.Channel(kind, secret: secret) with
                {
                    Language = language,
                },
                Samples.Service(kind),
                Samples.Now
            );
}
