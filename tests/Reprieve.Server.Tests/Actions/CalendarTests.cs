using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Reprieve.Server.Tests.People;

namespace Reprieve.Server.Tests.Actions;

/// <summary>Deadlines go to calendar programs: as the file of a case, and by an address without a sign-in.</summary>
public sealed class CalendarTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_gives_its_days_as_a_file_with_the_words_of_the_notice()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();

        string page = await server.PageAsync(path);
        string calendar = Unfolded(await server.PageAsync(path + "/deadlines.ics"));

        page.ShouldContain(path + "/deadlines.ics");
        calendar.ShouldContain("BEGIN:VEVENT");
        calendar.ShouldContain("DTEND:20261007T065959Z");
        calendar.ShouldContain("within 7 days");
        Regex.Count(calendar, "BEGIN:VALARM", RegexOptions.NonBacktracking).ShouldBe(2);
    }

    [Fact]
    public async Task An_address_shows_what_its_person_sees_and_neither_words_nor_orders()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor mine = await Visitor.InvitedAsync(office.Server, "Vera", "viewer", office.Client);
        using Visitor other = await Visitor.InvitedAsync(office.Server, "Otto", "owner", office.OtherClient);
        using var nobody = new Visitor(office.Server.Address);

        string seen = Unfolded(await nobody.PageAsync(await AddressAsync(mine)));
        string elsewhere = Unfolded(await nobody.PageAsync(await AddressAsync(other)));

        seen.ShouldContain("BEGIN:VEVENT");
        seen.ShouldNotContain("within 7 days");
        Regex.IsMatch(seen, "[0-9]{3}-[0-9]{7}-[0-9]{7}", RegexOptions.NonBacktracking).ShouldBeFalse();
        elsewhere.ShouldContain("BEGIN:VCALENDAR");
        elsewhere.ShouldNotContain("BEGIN:VEVENT");
    }

    [Fact]
    public async Task An_address_ends_by_hand_and_with_its_person()
    {
        await using Office office = await Office.OpenAsync();
        using Visitor mine = await Visitor.InvitedAsync(office.Server, "Vera", "viewer", office.Client);
        using var nobody = new Visitor(office.Server.Address);
        string first = await AddressAsync(mine);
        string end = Regex
            .Match(await mine.PageAsync("/calendar"), "/calendar/[0-9a-f-]+/end", RegexOptions.NonBacktracking)
            .Value;

        (await mine.PostFromAsync(end, "/calendar")).Dispose();
        using HttpResponseMessage ended = await nobody.GetAsync(first);
        string second = await AddressAsync(mine);
        using HttpResponseMessage held = await nobody.GetAsync(second);
        string remove = Regex
            .Match(await office.Server.PageAsync("/people"), "/people/[0-9a-f-]+/remove", RegexOptions.NonBacktracking)
            .Value;
        (await office.Server.PostAsync(remove, ("sure", "yes"))).Dispose();
        using HttpResponseMessage gone = await nobody.GetAsync(second);

        ended.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        held.StatusCode.ShouldBe(HttpStatusCode.OK);
        held.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/calendar");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_address_opens_nothing_but_the_calendar_and_a_programs_token_opens_none()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await server.OpenSampleAsync();
        using HttpResponseMessage made = await server.PostAsync("/calendar", ("name", "Phone"));
        string token = RunningServer.Between(await made.Content.ReadAsStringAsync(Cancel), "/calendar/", ".ics");
        string programs = await server.Workbench.Tokens.MakeAsync(
            null,
            null,
            "Sheet",
            server.Clock.GetUtcNow().AddDays(30),
            cancel: Cancel
        );
        using var nobody = new Visitor(server.Address);
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using HttpResponseMessage asked = await http.GetAsync(new Uri("/api/v1/cases", UriKind.Relative), Cancel);
        using HttpResponseMessage other = await nobody.GetAsync($"/calendar/{programs}.ics");
        string own = await nobody.PageAsync($"/calendar/{token}.ics?language=zh-Hans");

        asked.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Unfolded(own).ShouldContain("截止时间");
    }

    private static async Task<string> AddressAsync(Visitor person)
    {
        using HttpResponseMessage made = await person.PostFromAsync("/calendar", "/calendar", ("name", "Phone"));
        string page = WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync(Cancel));
        return Regex.Match(page, "/calendar/[0-9a-f]{64}\\.ics\\?language=en", RegexOptions.NonBacktracking).Value;
    }

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);
}
