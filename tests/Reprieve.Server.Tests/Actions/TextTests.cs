using System.Net;
using System.Net.Http.Headers;
using Reprieve.Cases;

namespace Reprieve.Server.Tests.Actions;

/// <summary>The text as a Word file, and its versions.</summary>
public sealed class TextTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_file_goes_out_and_comes_back_changed()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        byte[] word = await server.Browser.GetByteArrayAsync(Of(path + "/answer/plan.docx"), Cancel);

        using HttpResponseMessage page = await BackAsync(
            server,
            path,
            Changed(word),
            Was(await server.PageAsync(path + "/answer"))
        );

        (await page.Content.ReadAsStringAsync(Cancel)).ShouldContain("We will keep the shipping log open.");
    }

    [Fact]
    public async Task A_word_file_does_not_overwrite_what_another_wrote_meanwhile()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        byte[] word = await server.Browser.GetByteArrayAsync(Of(path + "/answer/plan.docx"), Cancel);

        using HttpResponseMessage page = await BackAsync(server, path, Changed(word), "0123456789abcdef");

        (await page.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("We will keep the shipping log open.");
        (await server.Store.TimelineAsync(IdOf(path), cancel: Cancel)).ShouldNotContain(e => e.What == "text_edited");
    }

    [Theory]
    [InlineData("this is no Word file")]
    [InlineData("")]
    public async Task What_is_no_word_file_is_told_and_the_text_stays(string content)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string was = Was(await server.PageAsync(path + "/answer"));

        using HttpResponseMessage page = await BackAsync(
            server,
            path,
            System.Text.Encoding.UTF8.GetBytes(content),
            was
        );

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync(Cancel)).ShouldContain("Word");
        Was(await server.PageAsync(path + "/answer")).ShouldBe(was);
    }

    [Fact]
    public async Task Versions_show_the_sentence_that_changed_and_an_older_one_can_be_had_again()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await server.OpenSampleAsync();
        string before = Was(await server.PageAsync(path + "/answer"));
        byte[] word = await server.Browser.GetByteArrayAsync(Of(path + "/answer/plan.docx"), Cancel);
        using HttpResponseMessage changed = await BackAsync(server, path, Changed(word), before);

        string page = await server.PageAsync(path + "/answer/versions");
        await server.PostAsync(
            path + "/answer/text",
            ("was", Was(page)),
            (
                "text",
                WebUtility.HtmlDecode(RunningServer.Between(page, "<textarea hidden name=\"text\">", "</textarea>"))
            )
        );

        page[page.IndexOf("<ins>", StringComparison.Ordinal)..].ShouldContain("We will keep the shipping log open.");
        (await server.PageAsync(path + "/answer")).ShouldNotContain("We will keep the shipping log open.");
        (await server.PageAsync(path + "/answer/versions")).Split("<option").Length.ShouldBe(7);
    }

    private static async Task<HttpResponseMessage> BackAsync(RunningServer server, string path, byte[] word, string was)
    {
        using var file = new ByteArrayContent(word);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await server.TokenAsync()), "__RequestVerificationToken" },
            { file, "files", "plan.docx" },
        };
        return await server.Browser.PostAsync(Of($"{path}/answer/word?was={was}"), form, Cancel);
    }

    /// <summary>The file with one more paragraph at its end.</summary>
    private static byte[] Changed(byte[] word)
    {
        var stream = new MemoryStream();
        stream.Write(word);
        using (
            var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, true)
        )
        {
            System.IO.Compression.ZipArchiveEntry entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
            {
                xml = reader.ReadToEnd();
            }

            int at = xml.LastIndexOf("<w:sectPr", StringComparison.Ordinal);
            at = at < 0 ? xml.LastIndexOf("</w:body>", StringComparison.Ordinal) : at;
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(xml.Insert(at, "<w:p><w:r><w:t>We will keep the shipping log open.</w:t></w:r></w:p>"));
        }

        return stream.ToArray();
    }

    private static Uri Of(string path) => new(path, UriKind.Relative);

    private static string Was(string page) => RunningServer.Between(page, "name=\"was\" value=\"", "\"");

    private static CaseId IdOf(string path) => CaseId.Parse(path.Split('/')[2]);
}
