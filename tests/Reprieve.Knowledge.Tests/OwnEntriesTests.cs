using System.Text.Json.Nodes;
using Reprieve.Knowledge.Loading;

namespace Reprieve.Knowledge.Tests;

public sealed class OwnEntriesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reprieve-own-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_built_in_entry_reads_back_from_its_yaml_as_it_was()
    {
        Dictionary<string, string> all = KnowledgeLoader.BuiltIn.Entries.ToDictionary(
            entry => $"{entry.Folder}/{entry.Entry.Code}.yaml",
            entry => KnowledgeLoader.BuiltInYaml(entry.Folder, entry.Entry.Code)!
        );

        KnowledgeBase read = KnowledgeLoader.Load(null, all);

        read.Entries.Select(entry => KnowledgeLoader.ToJson(entry.Entry))
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                KnowledgeLoader
                    .BuiltIn.Entries.Select(entry => KnowledgeLoader.ToJson(entry.Entry))
                    .Order(StringComparer.Ordinal)
            );
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("- x")]
    [InlineData("a: b # c")]
    [InlineData("two\nlines\n")]
    [InlineData("'quoted' \"twice\"")]
    [InlineData("...")]
    [InlineData("A sentence.")]
    [InlineData("中文：说明")]
    public void A_text_stays_a_text(string text)
    {
        var entry = new JsonObject { ["list"] = new JsonArray(text, 1, true, null), ["text"] = text };
        using var reader = new StringReader(YamlText.Of(entry));

        YamlTree.Parse(reader).Root!.ToJsonString().ShouldBe(entry.ToJsonString());
    }

    [Fact]
    public void What_is_kept_is_a_folder_for_the_option_knowledge_too()
    {
        var own = new OwnEntries(_folder.FullName, below: null);

        own.Keep(Late("target: 0.06"));

        Metric metric = KnowledgeLoader.Load(_folder.FullName).Metric("late_shipment_rate_30d");
        metric.Target.ShouldBe(0.06);
        metric.Source.ShouldBe("Anna: a call: with Amazon");
        metric.Seen.ShouldBe(new DateOnly(2026, 10, 2));
        own.Find("metrics", "late_shipment_rate_30d").ShouldBe(Late("target: 0.06"));
        own.All.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_stands_in_between_holds_below_ones_own()
    {
        DirectoryInfo between = _folder.CreateSubdirectory("between");
        between.CreateSubdirectory("metrics");
        File.WriteAllText(
            Path.Combine(between.FullName, "metrics", "late.yaml"),
            "code: late_shipment_rate_30d\ntarget: 0.07\nwindowDays: 31\n"
        );
        var own = new OwnEntries(Path.Combine(_folder.FullName, "own"), between.FullName);

        Metric metric = own.Keep(Late("target: 0.06")).Metric("late_shipment_rate_30d");

        metric.Target.ShouldBe(0.06);
        metric.WindowDays.ShouldBe(31);
        own.Remove("metrics", "late_shipment_rate_30d").Metric("late_shipment_rate_30d").Target.ShouldBe(0.07);
    }

    [Fact]
    public void A_source_that_is_given_stands()
    {
        var own = new OwnEntries(_folder.FullName, below: null);

        Metric metric = own.Keep(Late("source: help page X\nseen: 2026-09-01\ntarget: 0.06"))
            .Metric("late_shipment_rate_30d");

        metric.Source.ShouldBe("help page X");
        metric.Seen.ShouldBe(new DateOnly(2026, 9, 1));
    }

    [Fact]
    public void A_broken_entry_does_not_keep_the_others_from_holding()
    {
        DirectoryInfo metrics = _folder.CreateSubdirectory("metrics");
        File.WriteAllText(Path.Combine(metrics.FullName, "broken.yaml"), "code: order_defect_rate\ntarget: [\n");
        var own = new OwnEntries(_folder.FullName, below: null);

        own.Keep(Late("target: 0.06")).Metric("late_shipment_rate_30d").Target.ShouldBe(0.06);

        (KnowledgeBase knowledge, IReadOnlyList<KnowledgeProblem> leftOut) = own.Load();
        knowledge.Metric("late_shipment_rate_30d").Target.ShouldBe(0.06);
        knowledge.Metric("order_defect_rate").Target.ShouldBe(0.01);
        leftOut.ShouldHaveSingleItem().File.ShouldBe("metrics/broken.yaml");
    }

    [Theory]
    [InlineData("../metrics", "late_shipment_rate_30d")]
    [InlineData("metrics", "../../outside")]
    [InlineData("metrics", "a/b")]
    [InlineData("metrics", ".hidden")]
    public void Nothing_is_written_outside_the_folder(string folder, string code)
    {
        var own = new OwnEntries(Path.Combine(_folder.FullName, "own"), below: null);

        Should.Throw<KnowledgeException>(() => own.Keep(Late("target: 0.06") with { Folder = folder, Code = code }));

        own.Find(folder, code).ShouldBeNull();
        _folder.EnumerateFiles("*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static OwnEntry Late(string fields) =>
        new("metrics", "late_shipment_rate_30d", fields, "Anna", "a call: with Amazon", new DateOnly(2026, 10, 2));
}
