using System.Net;
using System.Text.RegularExpressions;

namespace Reprieve.Server.Tests.People;

public sealed partial class AccountTests
{
    [Fact]
    public async Task A_person_sees_where_she_is_signed_in_and_ends_it_there()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");
        using var phone = new Visitor(server.Address, "Mozilla/5.0 (iPhone; CPU iPhone OS 18) MicroMessenger/8.0");
        (await phone.SignInAsync("Mara")).Dispose();

        string account = await mara.PageAsync("/account");
        account.ShouldContain("Chrome · Windows");
        account.ShouldContain("WeChat · iPhone");
        string session = Session().Match(account).Groups["id"].Value;
        (await mara.PostAsync($"/account/sessions/{session}/end")).Dispose();

        using HttpResponseMessage ended = await phone.GetAsync("/account");
        ended.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await mara.PageAsync("/account")).ShouldNotContain("WeChat");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");
        using Visitor jonas = await Visitor.InvitedAsync(server, "Jonas", "owner");
        using var second = new Visitor(server.Address);
        (await second.SignInAsync("Mara")).Dispose();
        string session = Session().Match(await mara.PageAsync("/account")).Groups["id"].Value;

        (await jonas.PostAsync($"/account/sessions/{session}/end")).Dispose();
        (await jonas.PostAsync("/account/sessions/end")).Dispose();

        (await second.PageAsync("/account")).ShouldContain("Mara");
    }

    [Fact]
    public async Task Another_password_ends_the_other_sessions_and_the_old_one_lets_nobody_in()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");
        using var second = new Visitor(server.Address);
        (await second.SignInAsync("Mara")).Dispose();
        const string another = "quite another set of words";

        using HttpResponseMessage wrong = await ChangeAsync(mara, "not the old one at all", another);
        using HttpResponseMessage changed = await ChangeAsync(mara, Visitor.Password, another);

        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        changed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await mara.PageAsync("/account")).ShouldContain("This one, now");
        using HttpResponseMessage ended = await second.GetAsync("/account");
        ended.StatusCode.ShouldBe(HttpStatusCode.Found);
        using HttpResponseMessage old = await second.SignInAsync("Mara");
        old.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using HttpResponseMessage newer = await second.SignInAsync("Mara", another);
        newer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_removed_person_is_out_at_once()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "owner");
        string person = Removal().Match(await server.PageAsync("/people")).Groups["id"].Value;

        using HttpResponseMessage self = await mara.PostAsync($"/people/{person}/remove");
        self.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody takes away her own place");
        (await server.PostAsync($"/people/{person}/remove")).Dispose();

        using HttpResponseMessage page = await mara.GetAsync("/knowledge");
        page.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await server.PageAsync("/people")).ShouldContain("Removed");
    }

    [Fact]
    public async Task A_removed_client_takes_the_rights_to_it_along_at_once()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        (await server.PostAsync("/clients", ("name", "Harbor Trade"))).Dispose();
        string client = Client().Match(await server.PageAsync("/clients")).Groups["id"].Value;
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer", client);
        (await server.PageAsync("/people")).ShouldNotContain("Sees nothing yet");

        (await server.PostAsync($"/clients/{client}/remove")).Dispose();

        (await server.PageAsync("/people")).ShouldContain("Sees nothing yet");
        using HttpResponseMessage gone = await mara.GetAsync($"/clients/{client}");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sessions_outlive_a_restart_and_end_after_two_weeks_of_rest()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using Visitor mara = await Visitor.InvitedAsync(server, "Mara", "viewer");
        await server.RestartAsync();
        using Visitor moved = mara.At(server.Address);

        (await moved.PageAsync("/account")).ShouldContain("Mara");
        server.Clock.Advance(TimeSpan.FromDays(15));

        using HttpResponseMessage late = await moved.GetAsync("/account");
        late.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    private static Task<HttpResponseMessage> ChangeAsync(Visitor visitor, string old, string password) =>
        visitor.PostAsync("/account/password", ("old", old), ("password", password), ("again", password));

    [GeneratedRegex("/account/sessions/(?<id>[0-9a-f-]{36})/end", RegexOptions.NonBacktracking)]
    private static partial Regex Session();

    [GeneratedRegex("/people/(?<id>[0-9a-f-]{36})/role", RegexOptions.NonBacktracking)]
    private static partial Regex Removal();

    [GeneratedRegex("href=\"/clients/(?<id>[0-9a-f-]{36})\"", RegexOptions.NonBacktracking)]
    private static partial Regex Client();
}
