using Reprieve.Knowledge.Loading;
using Reprieve.Testing;
using YamlDotNet.Core;

namespace Reprieve.Knowledge.Tests;

/// <summary>A broken file of the user's own knowledge is a problem with file and line, never anything else.</summary>
public sealed class BrokenEntryTests
{
    private const string Sound = """
        - code: listing.brand_terms
          owned: [velcro, 'hello kitty']
          note: >-
            mine
          name: {en: "Brands", zh-Hans: 品牌}
        """;

    public static TheoryData<int> Each => [.. Enumerable.Range(0, BrokenYaml.Texts.Count)];

    [Theory]
    [MemberData(nameof(Each))]
    public void It_is_a_problem_with_its_line(int number)
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With("policies/mine.yaml", BrokenYaml.Texts[number]);
        KnowledgeProblem problem = folder.Problems()[0];
        problem.File.ShouldBe("policies/mine.yaml");
        problem.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_beginning_of_a_sound_one_and_every_slip_of_a_key_is_read_or_refused()
    {
        ReadOrRefused(Sound).ShouldBeTrue();
        BrokenYaml.Of(Sound).Count(text => !ReadOrRefused(text)).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_list_that_is_not_closed_is_told_where_it_stands()
    {
        using KnowledgeFolder folder = new KnowledgeFolder().With(
            "policies/mine.yaml",
            "code: listing.brand_terms\nowned: [a, b\n"
        );
        folder.Problems().ShouldHaveSingleItem().Line.ShouldBeInRange(2, 3);
    }

    private static bool ReadOrRefused(string text)
    {
        try
        {
            YamlTree.Parse(new StringReader(text));
            return true;
        }
        catch (YamlException fault)
        {
            fault.Message.ShouldNotBeEmpty();
            return false;
        }
    }
}
