using System.Net;
using System.Text.RegularExpressions;

namespace Reprieve.Server.Tests.People;

public sealed partial class SignInTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_opens_an_account_once()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string token = await Visitor.LinkAsync(server, "Mara", "editor");
        using var mara = new Visitor(server.Address);
        using var other = new Visitor(server.Address);

        (await mara.PageAsync($"/welcome?token={token}")).ShouldContain("mara@example.com");
        using HttpResponseMessage first = await mara.WelcomeAsync(token, "Mara Lind");
        using HttpResponseMessage second = await other.WelcomeAsync(token, "Somebody");

        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        second.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await mara.PageAsync("/")).ShouldContain("Mara Lind");
        using HttpResponseMessage closed = await other.GetAsync("/");
        closed.Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/sign-in");
    }

    [Fact]
    public async Task An_invitation_is_over_after_a_week_and_when_a_new_one_was_made()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string old = await Visitor.LinkAsync(server, "Mara", "viewer");
        using var mara = new Visitor(server.Address);
        string person = Person().Match(await server.PageAsync("/people")).Groups["id"].Value;
        using HttpResponseMessage again = await server.PostAsync($"/people/{person}/invite");
        string newer = RunningServer.Between(await again.Content.ReadAsStringAsync(Cancel), "/welcome?token=", "<");

        using HttpResponseMessage replaced = await mara.GetAsync($"/welcome?token={old}");
        using HttpResponseMessage stands = await mara.GetAsync($"/welcome?token={newer}");
        server.Clock.Advance(TimeSpan.FromDays(7));
        using HttpResponseMessage late = await mara.GetAsync($"/welcome?token={newer}");
        using HttpResponseMessage lateForm = await mara.WelcomeAsync(newer, "Mara");

        replaced.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        stands.StatusCode.ShouldBe(HttpStatusCode.OK);
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        lateForm.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("short words", "short words", "12 to 200")]
    [InlineData("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "repeats")]
    [InlineData("my name is mara lind", "my name is mara lind", "Your name or address")]
    [InlineData("four plain words here", "four plain words hero", "differ")]
    public async Task A_weak_password_is_refused_and_says_why(string password, string again, string why)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string token = await Visitor.LinkAsync(server, "Mara", "viewer");

        using HttpResponseMessage refused = await server.PostAsync(
            "/welcome",
            ("token", token),
            ("name", "Mara Lind"),
            ("password", password),
            ("again", again)
        );

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain(why);
    }

    [Fact]
    public async Task Two_people_never_have_one_name_or_one_address()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");

        using HttpResponseMessage name = await InviteAsync(server, "MARA", "other@example.com");
        using HttpResponseMessage address = await InviteAsync(server, "Jonas", "Mara@Example.com");
        using HttpResponseMessage none = await InviteAsync(server, "Jonas", "jonas at example");

        foreach (HttpResponseMessage refused in new[] { name, address, none })
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        string token = await Visitor.LinkAsync(server, "Jonas", "viewer");
        using var jonas = new Visitor(server.Address);
        using HttpResponseMessage taken = await jonas.WelcomeAsync(token, "Mara");
        (await taken.Content.ReadAsStringAsync(Cancel)).ShouldContain("has this name already");
    }

    [Fact]
    public async Task A_person_signs_in_comes_back_to_the_page_and_signs_out()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");
        using var laptop = new Visitor(server.Address);

        using HttpResponseMessage asked = await laptop.GetAsync("/knowledge?q=late");
        using HttpResponseMessage signed = await laptop.SignInAsync("MARA");
        string page = await laptop.PageAsync("/knowledge?q=late");
        using HttpResponseMessage left = await laptop.PostAsync("/sign-out");
        using HttpResponseMessage after = await laptop.GetAsync("/");

        asked.Headers.Location.ShouldNotBeNull().ToString().ShouldBe("/sign-in?back=%2Fknowledge%3Fq%3Dlate");
        signed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        page.ShouldContain("Mara");
        left.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        after.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await mara.PageAsync("/")).ShouldContain("Mara", Shouldly.Case.Sensitive, "the other browser stays in");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_the_same()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");
        using var stranger = new Visitor(server.Address);

        using HttpResponseMessage wrong = await stranger.SignInAsync("Mara", "four other words here");
        using HttpResponseMessage unknown = await stranger.SignInAsync("Nora", "four other words here");

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.StatusCode.ShouldBe(wrong.StatusCode);
        Anonymous(await unknown.Content.ReadAsStringAsync(Cancel))
            .ShouldBe(Anonymous(await wrong.Content.ReadAsStringAsync(Cancel)));
    }

    [Fact]
    public async Task Whoever_knows_the_key_of_a_session_has_nothing_of_the_next_one()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor shared = await Visitor.InvitedAsync(server, "Mara", "viewer");
        using Visitor jonas = await Visitor.InvitedAsync(server, "Jonas", "owner");
        using Visitor thief = shared.Copy(server.Address);

        (await shared.SignInAsync("Jonas")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await shared.PageAsync("/account")).ShouldContain("jonas@example.com");
        (await thief.PageAsync("/account")).ShouldContain("mara@example.com");
    }

    [Theory]
    [InlineData("/knowledge?q=late", "/knowledge?q=late")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    public async Task Signing_in_leads_back_within_the_workbench_alone(string back, string expected)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");

        using HttpResponseMessage signed = await mara.PostFromAsync(
            "/sign-in",
            "/sign-in",
            ("email", "mara@example.com"),
            ("password", Visitor.Password),
            ("back", back)
        );

        signed.Headers.Location.ShouldNotBeNull().ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_a_new_link_opens_it()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");
        using var stranger = new Visitor(server.Address);
        for (int tries = 0; tries < 5; tries++)
        {
            (await stranger.SignInAsync("Mara", "four other words here")).Dispose();
        }

        using HttpResponseMessage right = await stranger.SignInAsync("Mara");
        right.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await right.Content.ReadAsStringAsync(Cancel)).ShouldContain("locked for 10 minutes");
        (await server.PageAsync("/people")).ShouldContain("Locked after wrong passwords");

        string person = Person().Match(await server.PageAsync("/people")).Groups["id"].Value;
        using HttpResponseMessage link = await server.PostAsync($"/people/{person}/invite");
        string token = RunningServer.Between(await link.Content.ReadAsStringAsync(Cancel), "/welcome?token=", "<");
        using HttpResponseMessage welcome = await stranger.WelcomeAsync(token, "Mara", "another four words");
        using HttpResponseMessage again = await stranger.GetAsync("/account");

        welcome.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage before = await mara.GetAsync("/account");
        before.StatusCode.ShouldBe(HttpStatusCode.Found, "a new password ends every session");
    }

    [Fact]
    public async Task Whoever_tries_too_often_has_to_wait()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using var stranger = new Visitor(server.Address);
        HttpStatusCode last = HttpStatusCode.OK;
        for (int tries = 0; tries <= Server.People.Limits.SignIns; tries++)
        {
            using HttpResponseMessage answer = await stranger.AskAsync("POST", "/sign-in");
            last = answer.StatusCode;
        }

        last.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("/new/files")]
    [InlineData("/cases/0199a000-0000-7000-8000-000000000000/files")]
    [InlineData("/cases/0199a000-0000-7000-8000-000000000000/answer/word?was=")]
    public async Task Whoever_sends_files_too_often_has_to_wait(string path)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        HttpStatusCode before = HttpStatusCode.OK;
        HttpStatusCode last = HttpStatusCode.OK;
        for (int tries = 0; tries <= Server.People.Limits.UploadsAMinute; tries++)
        {
            before = last;
            using HttpResponseMessage answer = await server.Browser.PostAsync(
                new Uri(path, UriKind.Relative),
                null,
                TestContext.Current.CancellationToken
            );
            last = answer.StatusCode;
        }

        before.ShouldNotBe(HttpStatusCode.TooManyRequests);
        last.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData(false, "{}")]
    [InlineData(true, "{}")]
    [InlineData(true, "")]
    [InlineData(true, "nonsense")]
    [InlineData(true, """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"AAAA"}}""")]
    public async Task Nonsense_for_a_passkey_lets_nobody_in(bool isAsked, string credential)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");
        using var stranger = new Visitor(server.Address);
        if (isAsked)
        {
            using HttpResponseMessage asked = await stranger.PostFromAsync("/sign-in/passkey/options", "/sign-in");
            (await asked.Content.ReadAsStringAsync(Cancel)).ShouldContain("challenge");
        }

        using HttpResponseMessage tried = await stranger.PostFromAsync(
            "/sign-in/passkey",
            "/sign-in",
            ("credential", credential)
        );
        using HttpResponseMessage kept = await mara.PostAsync(
            "/account/passkeys",
            ("name", "Pocket key"),
            ("credential", credential)
        );

        tried.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        kept.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using HttpResponseMessage closed = await stranger.GetAsync("/");
        closed.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await mara.PageAsync("/account")).ShouldNotContain("Pocket key");
    }

    /// <summary>A page without what is new in each.</summary>
    private static string Anonymous(string page) =>
        Changing().Replace(page, "").Replace("nora", "mara", StringComparison.Ordinal);

    private static Task<HttpResponseMessage> InviteAsync(RunningServer server, string name, string email) =>
        server.PostAsync("/people", ("name", name), ("email", email), ("client", "all"), ("role", "viewer"));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Changing();

    [GeneratedRegex("action=\"/people/(?<id>[0-9a-f-]{36})/role\"", RegexOptions.NonBacktracking)]
    private static partial Regex Person();
}
