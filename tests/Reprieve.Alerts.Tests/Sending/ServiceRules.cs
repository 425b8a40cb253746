using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Reprieve.Alerts.Tests.Sending;

/// <summary>How a service takes requests, as its own document says; written without a look at our formats.</summary>
internal abstract class ServiceRules
{
    public const string Secret = "SEC-our-stand-in-secret";

    /// <summary>The services' time: 2026-11-27 02:00 UTC, 1795744800 seconds after 1970.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);

    public List<string> Taken { get; } = [];

    public abstract string Path { get; }

    public bool Signed { get; init; }

    public string? Keyword { get; init; }

    public static ServiceRules Of(AlertKind kind, bool signed = false, string? keyword = null) =>
        kind switch
        {
            AlertKind.Webhook => new OwnProgram(),
            AlertKind.Slack => new Slack(),
            AlertKind.Feishu => new Feishu { Signed = signed, Keyword = keyword },
            AlertKind.DingTalk => new DingTalk { Signed = signed, Keyword = keyword },
            _ => new WeCom(),
        };

    public StandInAnswer Answer(HttpListenerRequest request, string body)
    {
        if (
            request.HttpMethod != "POST"
            || request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true
        )
        {
            return new StandInAnswer(400, "invalid_payload");
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            return Take(request, json.RootElement, body);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return Malformed(fault.Message);
        }
    }

    protected static string Mac(string key, string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    protected static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    protected abstract StandInAnswer Take(HttpListenerRequest request, JsonElement json, string body);

    protected abstract StandInAnswer Malformed(string why);

    private sealed class OwnProgram : ServiceRules
    {
        public override string Path => "alerts";

        protected override StandInAnswer Take(HttpListenerRequest request, JsonElement json, string body)
        {
            string time = request.Headers["Reprieve-Timestamp"] ?? "";
            byte[] mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
            if (request.Headers["Reprieve-Signature"] != "sha256=" + Convert.ToHexStringLower(mac))
            {
                return new StandInAnswer(401, "bad signature");
            }

            Taken.AddRange(
                json.GetProperty("alerts").EnumerateArray().Select(one => one.GetProperty("event").GetString()!)
            );
            return new StandInAnswer(204, "");
        }

        protected override StandInAnswer Malformed(string why) => new(400, why);
    }

    private sealed class Slack : ServiceRules
    {
        public override string Path => "services/T000/B000/XXXX";

        protected override StandInAnswer Take(HttpListenerRequest request, JsonElement json, string body)
        {
            if (request.RawUrl != "/" + Path)
            {
                return new StandInAnswer(404, "no_service");
            }

            Taken.Add(json.GetProperty("text").GetString()!);
            return new StandInAnswer(200, "ok");
        }

        protected override StandInAnswer Malformed(string why) => new(400, "invalid_payload");
    }

    private sealed class Feishu : ServiceRules
    {
        public override string Path => "open-apis/bot/v2/hook/token";

        protected override StandInAnswer Take(HttpListenerRequest request, JsonElement json, string body)
        {
            if (Bytes(body) > 20 * 1024 || json.GetProperty("msg_type").GetString() != "post")
            {
                return Malformed("Bad Request");
            }

            if (Signed)
            {
                string time = json.GetProperty("timestamp").GetString()!;
                long age = Now.ToUnixTimeSeconds() - long.Parse(time, CultureInfo.InvariantCulture);
                if (Math.Abs(age) > 3600 || json.GetProperty("sign").GetString() != Mac(time + "\n" + Secret, ""))
                {
                    return Code(19021, "sign match fail or timestamp is not within one hour from current time");
                }
            }

            JsonElement post = json.GetProperty("content").GetProperty("post").EnumerateObject().Single().Value;
            string text = post.GetProperty("title").GetString()!;
            foreach (
                JsonElement part in post.GetProperty("content")
                    .EnumerateArray()
                    .SelectMany(line => line.EnumerateArray())
            )
            {
                text +=
                    "|" + part.GetProperty(part.GetProperty("tag").GetString() == "a" ? "href" : "text").GetString();
            }

            if (Keyword is { } word && !text.Contains(word, StringComparison.Ordinal))
            {
                return Code(19024, "Key Words Not Found");
            }

            Taken.Add(text);
            return new StandInAnswer(
                200,
                """{"code":0,"msg":"success","data":{},"StatusCode":0,"StatusMessage":"success"}"""
            );
        }

        protected override StandInAnswer Malformed(string why) => Code(9499, "Bad Request");

        private static StandInAnswer Code(int code, string words) =>
            new(200, $$"""{"code":{{code}},"msg":"{{words}}"}""");
    }

    private abstract class Errcodes : ServiceRules
    {
        protected static StandInAnswer Code(int code, string words) =>
            new(200, $$"""{"errcode":{{code}},"errmsg":"{{words}}"}""");
    }

    private sealed class DingTalk : Errcodes
    {
        public override string Path => "robot/send?access_token=token";

        protected override StandInAnswer Take(HttpListenerRequest request, JsonElement json, string body)
        {
            if (request.QueryString["access_token"] != "token")
            {
                return Code(300001, "token is not exist");
            }

            string time = request.QueryString["timestamp"] ?? "";
            if (Signed && request.QueryString["sign"] != Mac(Secret, time + "\n" + Secret))
            {
                return Code(310000, "sign not match");
            }

            if (
                Signed
                && Math.Abs(long.Parse(time, CultureInfo.InvariantCulture) - Now.ToUnixTimeMilliseconds()) > 3_600_000
            )
            {
                return Code(310000, "invalid timestamp");
            }

            if (Bytes(body) > 20_000)
            {
                return Code(460101, "message too long, exceed 20000 bytes");
            }

            string text = json.GetProperty("text").GetProperty("content").GetString()!;
            if (Keyword is { } word && !text.Contains(word, StringComparison.Ordinal))
            {
                return Code(310000, "keywords not in content");
            }

            Taken.Add(text);
            return Code(0, "ok");
        }

        protected override StandInAnswer Malformed(string why) => Code(40035, "bad parameter");
    }

    private sealed class WeCom : Errcodes
    {
        public override string Path => "cgi-bin/webhook/send?key=token";

        protected override StandInAnswer Take(HttpListenerRequest request, JsonElement json, string body)
        {
            if (request.QueryString["key"] != "token")
            {
                return Code(93000, "invalid webhook url");
            }

            string text = json.GetProperty("text").GetProperty("content").GetString()!;
            if (Bytes(text) > 2048)
            {
                return Code(40058, "text.content exceed max length 2048");
            }

            if (body.Contains("\\u", StringComparison.Ordinal))
            {
                return Code(40033, "invalid charset");
            }

            Taken.Add(text);
            return Code(0, "ok");
        }

        protected override StandInAnswer Malformed(string why) => Code(40008, "invalid message type");
    }
}
