using System.Net;
using System.Text;
using System.Text.Json;
using Reprieve.Cases;
using Reprieve.Server.Tests.Api;

namespace Reprieve.Server.Tests.Actions;

/// <summary>An answer that resembles one sent for another client is said before it is sent.</summary>
public sealed class ResemblanceTests
{
    private const string Warning = "This answer resembles one that was sent for another client";

    /// <summary>What another seller says to the same questions.</summary>
    private static readonly (string Was, string Now)[] Elsewhere =
    [
        ("warehouse supervisor", "shift lead"),
        ("operations manager", "purchasing agent"),
        ("every working day at 1 pm", "twice a day"),
        ("every Monday", "on the first of each month"),
        ("ShipStation", "Veeqo"),
        ("Google Sheets", "Airtable"),
        ("carrier_pickup", "staffing"),
        ("second_pickup", "second_packer"),
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_text_for_two_clients_warns_on_the_page_and_in_the_api_and_names_nobody()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await SentAsync(server, "late-shipment", "Harbor Trade");
        string path = await OpenAsync(server, "late-shipment", "Lark Goods");

        string page = WebUtility.HtmlDecode(await server.PageAsync(path + "/send"));
        JsonElement told = await ToldAsync(server, path);

        page.ShouldContain(Warning);
        page.ShouldContain("About 100 %");
        page.ShouldNotContain("Harbor Trade");
        told.GetProperty("percent").GetInt32().ShouldBe(100);
        told.GetProperty("warns").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("late-shipment", "inauthentic")]
    [InlineData("late-shipment", "second-round")]
    public async Task Texts_of_unlike_cases_do_not_warn(string sent, string present)
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await SentAsync(server, sent, "Harbor Trade");
        string path = await OpenAsync(server, present, "Lark Goods");

        JsonElement told = await ToldAsync(server, path);

        told.GetProperty("warns").GetBoolean().ShouldBeFalse(told.ToString());
        (await server.PageAsync(path + "/send")).ShouldNotContain(Warning);
    }

    [Fact]
    public async Task Another_sellers_answers_to_the_same_questions_are_told_apart_by_their_share()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await SentAsync(server, "late-shipment", "Harbor Trade");
        DirectoryInfo other = Directory.CreateTempSubdirectory("reprieve-alike-");
        foreach (string file in Directory.GetFiles(RunningServer.Sample("late-shipment")))
        {
            File.Copy(file, Path.Combine(other.FullName, Path.GetFileName(file)));
        }

        string answers = Path.Combine(other.FullName, "answers.yaml");
        string said = await File.ReadAllTextAsync(answers, Cancel);
        foreach ((string was, string now) in Elsewhere)
        {
            said.ShouldContain(was);
            said = said.Replace(was, now, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(answers, said, Cancel);
        string path = await server.OpenCaseAsync(Directory.GetFiles(other.FullName));
        other.Delete(recursive: true);
        await OwnAsync(server, path, "Lark Goods");

        JsonElement told = await ToldAsync(server, path);
        told.GetProperty("percent").GetInt32().ShouldBeInRange(40, 65);
        told.GetProperty("warns").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_client_or_none_is_not_another()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        await SentAsync(server, "late-shipment", "Harbor Trade");
        string same = await OpenAsync(server, "late-shipment", "Harbor Trade");
        string none = await server.OpenSampleAsync();

        (await ToldAsync(server, same)).GetProperty("percent").GetInt32().ShouldBe(0);
        (await ToldAsync(server, none)).GetProperty("percent").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task What_was_sent_is_forgotten_with_its_case()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string sent = await SentAsync(server, "late-shipment", "Harbor Trade");
        string path = await OpenAsync(server, "late-shipment", "Lark Goods");
        (await ToldAsync(server, path)).GetProperty("warns").GetBoolean().ShouldBeTrue();

        await server.Store.DeleteAsync(CaseId.Parse(sent.Split('/')[^1]), "Dana", Cancel);

        (await ToldAsync(server, path)).GetProperty("percent").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task No_word_of_a_sent_text_stands_in_the_database()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        string path = await SentAsync(server, "late-shipment", "Harbor Trade");
        CaseId id = CaseId.Parse(path.Split('/')[^1]);
        await using Stream plan = await server.Store.OpenFileAsync(id, "rounds/1/plan.txt", cancel: Cancel);
        using var reader = new StreamReader(plan);
        string text = await reader.ReadToEndAsync(Cancel);
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        await server.DownAsync();

        byte[] database =
        [
            .. Directory.EnumerateFiles(server.DataFolder, "reprieve.db*").SelectMany(File.ReadAllBytes),
        ];
        await server.UpAsync();

        words.Length.ShouldBeGreaterThan(100);
        for (int at = 0; at + 5 <= words.Length; at++)
        {
            byte[] group = Encoding.UTF8.GetBytes(string.Join(' ', words[at..(at + 5)]));
            database.AsSpan().IndexOf(group).ShouldBe(-1, Encoding.UTF8.GetString(group));
        }
    }

    private static async Task<string> OpenAsync(RunningServer server, string sample, string client)
    {
        string path = await server.OpenSampleAsync(sample);
        await OwnAsync(server, path, client);
        return path;
    }

    private static async Task OwnAsync(RunningServer server, string path, string client)
    {
        using HttpResponseMessage owned = await server.PostAsync(
            path + "/client",
            ("client", client),
            ("store", client + " Store"),
            ("was", "")
        );
        owned.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> SentAsync(RunningServer server, string sample, string client)
    {
        string path = await OpenAsync(server, sample, client);
        using HttpResponseMessage sent = await server.PostAsync(path + "/sent", ("by", "Dana"), ("sure", "yes"));
        sent.RequestMessage!.RequestUri!.AbsolutePath.ShouldEndWith("/decision");
        return path;
    }

    private static async Task<JsonElement> ToldAsync(RunningServer server, string path)
    {
        using Asking program = await Asking.OfMachineAsync(server);
        return await program.JsonAsync("GET", $"/api/v1{path}/resemblance");
    }
}
