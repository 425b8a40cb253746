namespace Reprieve.Server.Tests.Actions;

/// <summary>The notice as it was laid out, in a frame that may do nothing.</summary>
public sealed class NoticePageTests
{
    private const string Mail =
        "From: Amazon <no-reply@amazon.com>\r\nTo: s@example.com\r\nSubject: Your account\r\nDate: Mon, 28 Sep 2026 10:00:00 +0000\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><h1>Your account</h1>"
        + "<p onclick='alert(1)'>Your Amazon.com account has been deactivated. Your late shipment rate is above 4%.</p>"
        + "<img src='http://evil.example/p.gif'><script>alert(1)</script><a href='http://evil.example'>Appeal</a></body></html>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_page_is_shown_harmless_and_under_a_policy_that_allows_nothing()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string file = Path.Combine(Directory.CreateTempSubdirectory("reprieve-mail-").FullName, "notice.eml");
        await File.WriteAllTextAsync(file, Mail, Cancel);
        string path = await server.OpenCaseAsync(file);

        string why = await server.PageAsync(path + "/why");
        using HttpResponseMessage frame = await server.Browser.GetAsync(
            new Uri(path + "/notice.html", UriKind.Relative),
            Cancel
        );
        string page = await frame.Content.ReadAsStringAsync(Cancel);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        why.ShouldContain("<iframe class=\"mail\" sandbox ");
        page.ShouldContain("<h1>Your account</h1>");
        page.ShouldNotContain("evil");
        page.ShouldNotContain("alert");
        string policy = string.Join(";", frame.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("sandbox");
        policy.ShouldContain("default-src 'none'");
    }

    [Fact]
    public async Task A_notice_without_a_page_has_no_frame()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using HttpResponseMessage opened = await server.PostAsync(
            "/new/text",
            ("text", "Hello, your Amazon.com seller account has been deactivated. Your late shipment rate is above 4%.")
        );

        (await server.PageAsync(opened.RequestMessage!.RequestUri!.AbsolutePath + "/why")).ShouldNotContain("<iframe");
    }
}
