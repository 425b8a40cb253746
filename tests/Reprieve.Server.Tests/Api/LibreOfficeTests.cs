using System.Text;
using System.Text.Json;

namespace Reprieve.Server.Tests.Api;

/// <summary>The Word file of an answer, edited in LibreOffice and brought back.</summary>
public sealed class LibreOfficeTests
{
    private const string Who =
        "<office:change-info><dc:creator>Dana</dc:creator><dc:date>2026-10-02T10:00:00</dc:date></office:change-info>";

    /// <summary>What LibreOffice keeps of changes that it marks: one insertion, one deletion.</summary>
    private const string Marks =
        "<text:tracked-changes>"
        + "<text:changed-region xml:id=\"c1\" text:id=\"c1\"><text:insertion>"
        + Who
        + "</text:insertion></text:changed-region>"
        + "<text:changed-region xml:id=\"c2\" text:id=\"c2\"><text:deletion>"
        + Who
        + "<text:p>, with the same access to ShipStation</text:p></text:deletion></text:changed-region>"
        + "</text:tracked-changes>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_edits_come_back_marked_ones_too_and_own_words_are_told_from_ours()
    {
        LibreOffice.Demand();
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        string answer = "/api/v1" + await server.OpenSampleAsync() + "/answer";
        JsonElement ours = await program.JsonAsync("GET", answer);

        using HttpResponseMessage word = await program.SendAsync("GET", answer + "/word");
        byte[] edited = await EditedAsync(await word.Content.ReadAsByteArrayAsync(Cancel));
        using HttpResponseMessage taken = await BackAsync(program, answer, ours, edited);
        ((int)taken.StatusCode).ShouldBe(204, await taken.Content.ReadAsStringAsync(Cancel));

        JsonElement mine = await program.JsonAsync("GET", answer);
        string text = mine.GetProperty("text").GetString()!;
        text.ShouldContain("We wrote to all 9 of these buyers");
        text.ShouldContain("trained 4 employees and one helper to read");
        text.ShouldContain("our operations manager does the check.");
        text.ShouldNotContain("same access");
        text.ShouldContain("We keep the shipping log open.");
        List<string> own =
        [
            .. mine.GetProperty("sentences")
                .EnumerateArray()
                .Where(sentence => sentence.GetProperty("id").GetString() == "own")
                .Select(sentence => sentence.GetProperty("text").GetString()!),
        ];
        own.Count.ShouldBe(4, string.Join('\n', own));
        Untouched(mine).ShouldBe(Untouched(ours) - 3);
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_nothing_is_lost()
    {
        LibreOffice.Demand();
        await using RunningServer server = await RunningServer.StartAsync();
        using Asking program = await Asking.OfMachineAsync(server);
        string answer = "/api/v1" + await server.OpenSampleAsync() + "/answer";
        JsonElement ours = await program.JsonAsync("GET", answer);
        using HttpResponseMessage word = await program.SendAsync("GET", answer + "/word");
        byte[] whole = await EditedAsync(await word.Content.ReadAsByteArrayAsync(Cancel));
        byte[] torn = [.. whole];
        Array.Clear(torn, torn.Length / 3, torn.Length / 3);

        foreach (byte[] damaged in new[] { whole[..(whole.Length / 2)], torn, whole[200..] })
        {
            using HttpResponseMessage refused = await BackAsync(program, answer, ours, damaged);
            ((int)refused.StatusCode).ShouldBe(422);
            (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("Word");
        }

        (await program.JsonAsync("GET", answer)).GetRawText().ShouldBe(ours.GetRawText());
    }

    /// <summary>Edits as a person makes them: a word, a marked insertion, a marked deletion, a paragraph.</summary>
    private static async Task<byte[]> EditedAsync(byte[] word)
    {
        string flat = Encoding.UTF8.GetString(await LibreOffice.SaveAsAsync(word, "docx", "fodt"));
        string edited = flat;
        Replace("We wrote to 9 of", "We wrote to all 9 of");
        Replace(
            "trained 4 employees",
            "trained 4 employees<text:change-start text:change-id=\"c1\"/> and one helper<text:change-end text:change-id=\"c1\"/>"
        );
        Replace(", with the same access to ShipStation", "<text:change text:change-id=\"c2\"/>");
        Replace("</office:text>", "<text:p>We keep the shipping log open.</text:p></office:text>");
        int body = edited.IndexOf('>', edited.IndexOf("<office:text", StringComparison.Ordinal)) + 1;
        return await LibreOffice.SaveAsAsync(Encoding.UTF8.GetBytes(edited.Insert(body, Marks)), "fodt", "docx");

        void Replace(string before, string after)
        {
            edited.ShouldContain(before);
            edited = edited.Replace(before, after, StringComparison.Ordinal);
        }
    }

    private static Task<HttpResponseMessage> BackAsync(Asking program, string answer, JsonElement seen, byte[] word)
    {
        var content = new ByteArrayContent(word);
        content.Headers.ContentType = new("application/octet-stream");
        return program.SendAsync("PUT", $"{answer}/word?was={seen.GetProperty("hash").GetString()}", content);
    }

    private static int Untouched(JsonElement answer) =>
        answer.GetProperty("sentences").EnumerateArray().Count(one => one.GetProperty("id").GetString() != "own");
}
