using System.Net;

namespace Reprieve.Server.Tests.Actions;

/// <summary>What a person writes in place of our text.</summary>
public sealed partial class CaseWayTests
{
    [Fact]
    public async Task An_own_text_is_kept_and_ours_can_be_had_again()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string page = await server.PageAsync(path + "/answer");
        string text = TextIn(page);

        await server.PostAsync(
            path + "/answer/text",
            ("text", text + "\n\nWe keep the shipping log open."),
            ("was", TextWas(page))
        );
        string edited = await server.PageAsync(path + "/answer");
        await server.PostAsync(path + "/answer/text", ("text", "x"), ("discard", "yes"), ("was", TextWas(edited)));

        edited.ShouldContain("We keep the shipping log open.");
        (await server.PageAsync(path + "/answer")).ShouldNotContain("We keep the shipping log open.");
    }

    [Fact]
    public async Task A_text_changed_elsewhere_meanwhile_is_not_overwritten()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string was = TextWas(await server.PageAsync(path + "/answer"));

        await server.PostAsync(path + "/answer/text", ("text", "First hand."), ("was", was));
        using HttpResponseMessage second = await server.PostAsync(
            path + "/answer/text",
            ("text", "Second hand."),
            ("was", was)
        );

        string page = await second.Content.ReadAsStringAsync(Cancel);
        page.ShouldContain("was changed elsewhere");
        page.ShouldContain("Second hand.");
        (await server.PageAsync(path + "/answer")).ShouldContain("First hand.");
    }

    [Fact]
    public async Task What_is_typed_is_checked_and_not_kept()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string text = TextIn(await server.PageAsync(path + "/answer"));
        const string Pleading = "\n\nPlease, please give us our account back. We beg you, our family depends on it.";

        using HttpResponseMessage before = await server.PostAsync(path + "/answer/check", ("text", text));
        using HttpResponseMessage after = await server.PostAsync(path + "/answer/check", ("text", text + Pleading));

        (await before.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("class=\"bad\"");
        (await after.Content.ReadAsStringAsync(Cancel)).ShouldContain("class=\"bad\"");
        (await server.PageAsync(path + "/answer")).ShouldNotContain("beg you");
    }

    private static string TextWas(string page) => RunningServer.Between(page, "name=\"was\" value=\"", "\"");

    private static string TextIn(string page)
    {
        string area = RunningServer.Between(page, " name=\"text\"", "</textarea>");
        return WebUtility.HtmlDecode(area[(area.IndexOf('>', StringComparison.Ordinal) + 1)..]).TrimStart('\n');
    }
}
