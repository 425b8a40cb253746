using System.Net;
using Reprieve.Server.Hosting;
using Reprieve.Server.Tests.People;
using Reprieve.Testing;

namespace Reprieve.Server.Tests.Mailing;

/// <summary>Who may begin a sign-in and end it, and where it comes back to.</summary>
public sealed partial class MailboxSignInTests
{
    [Fact]
    public async Task An_answer_with_another_state_is_nobodys()
    {
        _provider.Fault = OAuthFault.WrongState;
        Uri back = await GoAsync(await BeginAsync());
        using HttpResponseMessage answer = await _stranger.GetAsync(back, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Decoded(await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("not known any more");
        _provider.TokenRequests.ShouldBe(0);
    }

    [Fact]
    public async Task The_first_visit_without_cookies_does_nothing_but_lead_on_to_this_workbench()
    {
        Uri back = await GoAsync(await BeginAsync());
        using HttpResponseMessage first = await _stranger.GetAsync(back, Cancel);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.Contains("Set-Cookie").ShouldBeFalse();
        LeadOf(await first.Content.ReadAsStringAsync(Cancel)).Authority.ShouldBe(back.Authority);
        _provider.TokenRequests.ShouldBe(0);

        // Nor does the second for whoever has the address but not the session.
        using HttpResponseMessage stolen = await _stranger.GetAsync(new Uri(back + "&here=1"), Cancel);
        stolen.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _provider.TokenRequests.ShouldBe(0);
    }

    [Fact]
    public async Task Begun_by_another_name_of_this_machine_it_comes_back_to_that_name()
    {
        var root = new UriBuilder(_server.Browser.BaseAddress!) { Host = "localhost" }.Uri;
        Uri page = await BeginAsync(host: root.Authority);
        Uri back = await GoAsync(page);
        back.Host.ShouldBe("127.0.0.1");
        using HttpResponseMessage first = await _stranger.GetAsync(back, Cancel);
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        first.Headers.Location.ShouldNotBeNull().Authority.ShouldBe(root.Authority);
        first.Headers.Location.AbsolutePath.ShouldBe("/mailboxes/signed-in");
    }

    [Fact]
    public async Task A_form_of_another_site_begins_nothing()
    {
        using var form = new FormUrlEncodedContent([new("address", Address), new("oauthClient", OAuthStandIn.Client)]);
        using HttpResponseMessage refused = await _server.Browser.PostAsync(
            new Uri("/mailboxes/sign-in", UriKind.Relative),
            form,
            Cancel
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_owner_of_a_client_signs_in_for_that_client_and_another_person_cannot_end_it()
    {
        (await _server.PostAsync("/clients", ("name", "Harbor Trade"))).Dispose();
        Guid client = (await _server.Workbench.Clients.ClientsAsync(Cancel)).Single().Id;
        using Visitor owner = await Visitor.InvitedAsync(_server, "Olga", "owner", client.ToString());
        using Visitor other = await Visitor.InvitedAsync(_server, "Otto", "owner", client.ToString());
        using Visitor editor = await Visitor.InvitedAsync(_server, "Edda", "editor", client.ToString());
        string path = $"/clients/{client}/mailboxes";
        (string, string)[] fields =
        [
            ("address", Address),
            ("oauthClient", OAuthStandIn.Client),
            ("oauthSecret", OAuthStandIn.Secret),
        ];
        using HttpResponseMessage refused = await editor.PostAsync(path + "/sign-in", fields);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using HttpResponseMessage begun = await owner.PostAsync(path + "/sign-in", fields);
        Uri back = await GoAsync(LeadOf(await begun.Content.ReadAsStringAsync(Cancel)));
        using HttpResponseMessage theirs = await other.GetAsync(back.PathAndQuery + "&here=1");
        theirs.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _provider.TokenRequests.ShouldBe(0);
        using HttpResponseMessage ended = await owner.GetAsync(back.PathAndQuery + "&here=1");
        string result = ended.Headers.Location.ShouldNotBeNull().ToString();
        result.ShouldStartWith(path + "?signin=");
        (await owner.PageAsync(result)).ShouldContain("was tried");
        (await other.PageAsync(result)).ShouldNotContain("was tried");
        (await _server.Workbench.Mailboxes.OfAsync(client, Cancel)).ShouldHaveSingleItem().IsOAuth.ShouldBeTrue();
    }

    [Fact]
    public async Task By_the_public_address_the_provider_is_given_that_one()
    {
        PublicAddress.TryParse("https://desk.example.com", out PublicAddress? open, out _).ShouldBeTrue();
        await using RunningServer shared = await RunningServer.StartAsync(open: open, more: Prepare);
        string link = await Visitor.LinkAsync(shared, "Olga", "owner");
        using var elsewhere = new HttpClient(new BehindProxy())
        {
            BaseAddress = shared.Browser.BaseAddress,
            DefaultRequestHeaders = { Host = "desk.example.com" },
        };
        using HttpResponseMessage welcome = await PostAsync(
            elsewhere,
            "/welcome?token=" + link,
            "/welcome",
            ("token", link),
            ("name", "Olga"),
            ("password", Visitor.Password),
            ("again", Visitor.Password)
        );
        welcome.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await welcome.Content.ReadAsStringAsync(Cancel));
        using HttpResponseMessage begun = await PostAsync(
            elsewhere,
            "/account",
            "/mailboxes/sign-in",
            ("address", Address),
            ("oauthClient", OAuthStandIn.Client)
        );
        string page = await begun.Content.ReadAsStringAsync(Cancel);
        begun.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        LeadOf(page).Query.ShouldContain("redirect_uri=https%3A%2F%2Fdesk.example.com%2Fmailboxes%2Fsigned-in");
    }
}
