using System.Text.Json;
using Reprieve.Cli;

namespace Reprieve.Tests.Commands;

/// <summary>Several stores of one event, from the command line.</summary>
public sealed class LinkedStoreTests
{
    [Fact]
    public void Appeal_prepares_an_answer_for_every_store_and_says_which_is_whose()
    {
        using CaseCopy copy = Event("us-second.eml", "de.eml");

        CommandRun shown = CommandRun.Of("appeal", copy.Folder, "--offline");
        CommandRun json = CommandRun.Of("appeal", copy.Folder, "--offline", "--json");

        shown.Out.ShouldContain("The same event, another store: amazon.com · Petrel Lane");
        shown.Out.ShouldContain("reprieve send FOLDER --by-hand --store amazon.com");
        JsonElement own = JsonDocument.Parse(json.Out).RootElement;
        own.GetProperty("store").ValueKind.ShouldBe(JsonValueKind.Null);
        own.GetProperty("language").GetString().ShouldBe("de");
        JsonElement linked = own.GetProperty("linked").EnumerateArray().Single();
        linked.GetProperty("store").GetString().ShouldBe("amazon.com");
        linked.GetProperty("language").GetString().ShouldBe("en");
        linked.GetProperty("directory").GetString().ShouldBe(copy.Appeal + "-amazon.com");
    }

    [Fact]
    public void Send_records_one_store_and_leaves_the_others()
    {
        using CaseCopy copy = Event("us-second.eml", "de.eml");
        CommandRun.Of("appeal", copy.Folder, "--offline");

        CommandRun sent = CommandRun.Of("send", copy.Folder, "--by-hand", "--by", "Dana", "--store", "amazon.com");

        sent.ExitCode.ShouldBe(ExitCode.Done, sent.Error);
        sent.Out.ShouldContain("frozen in rounds-amazon.com/1");
        copy.Read("rounds-amazon.com/1/plan.txt").ShouldContain("Petrel Lane");
        Directory.Exists(Path.Combine(copy.Folder, "rounds")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("../x", ExitCode.WrongUsage)]
    [InlineData("amazon.com/../..", ExitCode.WrongUsage)]
    [InlineData("amazon.fr", ExitCode.Unreadable)]
    public void A_store_that_is_none_is_refused_and_nothing_is_written(string store, int code)
    {
        using CaseCopy copy = Event("us-second.eml", "de.eml");
        IReadOnlyDictionary<string, string> before = copy.Snapshot();

        CommandRun run = CommandRun.Of("appeal", copy.Folder, "--offline", "--store", store);

        run.ExitCode.ShouldBe(code);
        run.Error.ShouldContain(store);
        copy.Snapshot().ShouldBe(before);
    }

    private static CaseCopy Event(params string[] notices)
    {
        CaseCopy copy = CaseCopy.OfSample("inauthentic");
        File.Delete(Path.Combine(copy.Folder, "notice.eml"));
        string fixtures = Path.Combine(Repository.Root, "tests", "Reprieve.Cases.Tests", "Fixtures", "Linked");
        foreach (string name in notices)
        {
            copy.With(name, File.ReadAllBytes(Path.Combine(fixtures, name)));
        }

        return copy;
    }
}
