using System.Globalization;
using System.Net;
using System.Text;

namespace Reprieve.Throughput;

/// <summary>What surrounds the words of a mail: headers of the servers on the way, and the tables that a page is laid out with.</summary>
internal static class Delivery
{
    private const string Font = "font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;color:#333333";

    public static IEnumerable<(string Name, string Value)> Headers(int n) =>
        [
            ("Delivered-To", "seller@example.org"),
            (
                "Received",
                $"by 2002:a05:6a10:1234:b0:4ee:aaaa:{n:x4} with SMTP id k{n}csp1234567pxb; Tue, 29 Sep 2026 01:00:04 -0700 (PDT)"
            ),
            ("X-Google-Smtp-Source", $"AGHT+IF{Noise(n, 64)}"),
            (
                "X-Received",
                $"by 2002:a05:620a:4709:b0:7a9:{n:x4}:1c2f with SMTP id af79cd13be357-7ab8f9{n:x6}85a; Tue, 29 Sep 2026 01:00:03 -0700 (PDT)"
            ),
            ("Return-Path", $"<0100018f{n:x8}-7d1c2c0e-000000@bounces.amazon.com>"),
            (
                "Received",
                $"from a8-{n % 200}.smtp-out.amazonses.com (a8-{n % 200}.smtp-out.amazonses.com [54.240.8.{n % 250}]) by mx.example.org with ESMTPS id d75a77b69052e-45f{n:x6} for <seller@example.org> (version=TLS1_3 cipher=TLS_AES_128_GCM_SHA256 bits=128/128); Tue, 29 Sep 2026 01:00:02 -0700 (PDT)"
            ),
            (
                "Received-SPF",
                "pass (mx.example.org: domain of bounces.amazon.com designates 54.240.8.1 as permitted sender) client-ip=54.240.8.1;"
            ),
            ("X-AMAZON-MAIL-RELAY-TYPE", "notification"),
            ("Bounces-to", $"0100018f{n:x8}-7d1c2c0e-000000@bounces.amazon.com"),
            ("X-AMAZON-METADATA", $"CA=C3V1{n:D6}-CU=A2{Noise(n, 12)}-RI=A1{Noise(n + 1, 12)}"),
            ("X-Original-MessageID", $"<urn.rtn.msg.{Noise(n, 40)}@1727596800>"),
            ("Feedback-ID", $"::1.us-east-1.{Noise(n, 43)}=:AmazonSES"),
            ("X-SES-Outgoing", "2026.09.29-54.240.8.1"),
        ];

    /// <summary>A text as a page, a paragraph a row.</summary>
    public static string Page(string text)
    {
        var page = new StringBuilder(
            """
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1.0"/><title>Amazon Services</title>
            <style type="text/css">body{margin:0;padding:0;background-color:#f3f3f3}table{border-collapse:collapse}img{border:0;outline:none}a{color:#0066c0;text-decoration:none}@media only screen and (max-width:600px){.wrap{width:100%!important}.pad{padding:12px!important}}</style></head>
            <body style="margin:0;padding:0;background-color:#f3f3f3"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f3f3f3"><tr><td align="center" style="padding:20px 0">
            <table role="presentation" class="wrap" width="600" cellpadding="0" cellspacing="0" border="0" style="width:600px;background-color:#ffffff;border:1px solid #dddddd"><tr><td class="pad" style="padding:20px 30px;border-bottom:1px solid #dddddd"><img src="https://m.media-amazon.com/images/logo.png" width="140" height="40" alt="" style="display:block"/></td></tr>

            """
        );
        foreach (string paragraph in text.Split("\n\n"))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td class=\"pad\" style=\"padding:8px 30px;{Font}\"><p style=\"margin:0 0 12px 0;{Font}\">{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br/>\n", StringComparison.Ordinal)}</p></td></tr>\n"
            );
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <tr><td class="pad" style="padding:20px 30px;border-top:1px solid #dddddd;{Font}"><a href="https://sellercentral.amazon.com/performance/dashboard" style="color:#0066c0;text-decoration:none">Account Health</a></td></tr></table></td></tr></table>
            </body></html>
            """
        );
        return page.ToString();
    }

    /// <summary>Letters and figures that look like chance and are the same each time.</summary>
    private static string Noise(int seed, int length)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        var noise = new StringBuilder(length);
        uint state = ((uint)seed * 2654435761) + 1;
        for (int i = 0; i < length; i++)
        {
            state = (state * 1664525) + 1013904223;
            noise.Append(Letters[(int)((state >> 8) % 36)]);
        }

        return noise.ToString();
    }
}
