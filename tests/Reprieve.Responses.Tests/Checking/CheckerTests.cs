using System.Globalization;
using CsCheck;
using NJsonSchema;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;

namespace Reprieve.Responses.Tests.Checking;

public sealed class CheckerTests
{
    private static readonly ResponseChecker Checker = new(KnowledgeLoader.BuiltIn);

    private static readonly string[] Pieces =
    [
        "Root cause",
        "Actions taken:",
        "Prevention\n",
        "# ",
        "- ",
        "1. ",
        "一、",
        "**",
        "[your name]",
        "ASIN ** ",
        "xx产品",
        "……",
        "___",
        "We will close it. ",
        "On 31/02/2026 ",
        "2026年13月1日",
        "14. März ",
        "Please, please ",
        "Amazon's fault",
        "\"",
        "“",
        "\r\n",
        "\n\n",
        "6.8 % of 41 orders ",
        "://",
        "case ID 1234567890",
        "<",
        ">",
        "{{",
        "(",
        ")",
        "?",
        "!!!",
        ".",
        " ,",
        "\ud83d",
        "\ude00",
        "\ufeff",
        "\0",
        "’",
        "B0TEST0001",
        "damaged ",
        "late shipment ",
        "我们已经",
        "将",
        "wir haben ",
        "e.g. ",
        "٣",
        "\u0301",
        "：",
    ];

    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(parts => string.Concat(parts))),
        (1, Gen.String)
    );

    [Theory]
    [InlineData("#")]
    [InlineData("##")]
    [InlineData("We shipped late.\n#")]
    [InlineData("# **")]
    [InlineData("(")]
    [InlineData("-")]
    public void A_mark_with_nothing_behind_it_is_a_line_like_any_other(string text) =>
        Checker.Check(text, new CheckRequest()).Findings.ShouldNotBeNull();

    [Fact]
    public void Every_quote_is_its_slice_and_no_text_throws() =>
        Texts.Sample(
            text =>
            {
                CheckReport report = Checker.Check(
                    text,
                    new CheckRequest
                    {
                        Notice = Notices.Of("late_shipment", grid: "damaged,late_shipment", asins: "B0TEST0001"),
                        Today = new DateOnly(2026, 5, 20),
                        IncidentDate = new DateOnly(2026, 5, 1),
                    }
                );
                return report.Passed == report.Findings.All(finding => finding.Severity != Severity.Block)
                    && report.Findings.All(f => text.Substring(f.Start, f.Length) == f.Quote && f.Message.Length > 0)
                    && report.Edits.All(e => text.Substring(e.Start, e.Length) == e.Quote)
                    && report.Edits.Zip(report.Edits.Skip(1)).All(e => e.First.Start + e.First.Length <= e.Second.Start)
                    && SafeEdit.Apply(text, []) == text;
            },
            iter: 2000
        );

    [Fact]
    public void The_mode_is_the_requests_then_the_notices_then_a_plan()
    {
        var documents = Notices.Of("identity_verification", mode: ResponseMode.Documents);

        Checker.Check("a", new CheckRequest { Notice = documents }).ResponseMode.ShouldBe(ResponseMode.Documents);
        Checker
            .Check("a", new CheckRequest { Notice = documents, Mode = ResponseMode.Dispute })
            .ResponseMode.ShouldBe(ResponseMode.Dispute);
        Checker.Check("a", new CheckRequest()).ResponseMode.ShouldBe(ResponseMode.Plan);
        Checker
            .Check("a", new CheckRequest { Notice = Notices.Of(mode: ResponseMode.Unknown) })
            .ResponseMode.ShouldBe(ResponseMode.Plan);
    }

    [Fact]
    public void An_assumed_mode_is_said()
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Checker
            .Check("There is nothing here that you could read.", new CheckRequest())
            .Findings.ShouldContain(f => f.Rule == "STR-01" && f.Message.Contains("assumed"));
    }

    [Fact]
    public void Messages_are_in_the_screens_language()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            Checker
                .Check("Please, please do it for us.", new CheckRequest())
                .Findings.ShouldContain(f => f.Message.Contains("亚马逊"));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Every_message_of_a_check_has_a_chinese_form() =>
        KnowledgeLoader
            .BuiltIn.Checks.SelectMany(check =>
                check.Messages.Values.Append(check.Name).Select(text => (check.Code, text))
            )
            .ShouldAllBe(pair => pair.text.Has("zh-Hans"));

    [Theory]
    [InlineData("It's 9:30, and we've 41 orders - all late.", 8)]
    [InlineData("我们有41个订单，已发出。", 11)]
    [InlineData("", 0)]
    public void Words_are_counted_and_characters_where_there_are_no_spaces(string text, int words) =>
        Checker.Check(text, new CheckRequest()).Words.ShouldBe(words);

    [Fact]
    public void A_long_plan_is_told_to_be_long_and_a_grid_allows_more()
    {
        string text = string.Concat(
            Enumerable.Repeat("On 3 May we counted 41 orders and wrote each of them down. ", 60)
        );

        Checker.Check(text, new CheckRequest()).Findings.ShouldContain(f => f.Rule == "LEN-01");
        Checker
            .Check(text, new CheckRequest { Notice = Notices.Of(grid: "damaged,defective,no_response") })
            .Findings.ShouldNotContain(f => f.Rule == "LEN-01");
    }

    [Fact]
    public void A_book_is_refused_with_one_finding()
    {
        CheckReport report = Checker.Check(new string('a', 5_000_000), new CheckRequest());

        report.Passed.ShouldBeFalse();
        report.Findings.ShouldHaveSingleItem().Rule.ShouldBe("LEN-01");
    }

    [Theory]
    [InlineData("Actions taken\n- We will do it, and \"late\n")]
    [InlineData("[")]
    [InlineData("(((((")]
    [InlineData("please ")]
    [InlineData("1. 2. 3. ")]
    [InlineData("Root cause\n- damaged\nPrevention\n- giraffe\n")]
    public void A_long_text_of_one_piece_is_checked_to_its_end(string piece)
    {
        // A quadratic rule would take minutes here.
        string text = string.Concat(Enumerable.Repeat(piece, 240_000 / piece.Length));

        CheckReport report = Checker.Check(
            text,
            new CheckRequest { Notice = Notices.Of(grid: "damaged,late_shipment") }
        );

        report.Findings.ShouldAllBe(finding => finding.Quote == text.Substring(finding.Start, finding.Length));
    }

    [Fact]
    public async Task The_json_is_valid_by_its_schema()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(Fixture.Schemas, "check.schema.json"),
            TestContext.Current.CancellationToken
        );
        foreach (string name in new[] { "bad/taohua.zh.txt", "bad/generic.en.txt", "good/late-shipment.en.txt" })
        {
            CheckReport report = Checker.Check(Fixture.Text(name), new CheckRequest());

            string json = CheckJson.Serialize(report);

            schema.Validate(json).ShouldBeEmpty(name);
            json.ShouldNotContain('\n');
        }
    }

    [Fact]
    public void The_json_has_the_contracts_names()
    {
        CheckReport report = new()
        {
            Passed = false,
            ResponseMode = ResponseMode.OtherAccountFirst,
            Words = 3,
            Findings = [new Finding("TON-02", Severity.Block, "mend it", 4, 2, "“x")],
            Coverage = [new Coverage(null, PlanSection.RootCause, true)],
            Edits = [new SafeEdit("LNG-01", 1, 2, "!!", "!", "one")],
        };

        CheckJson
            .Serialize(report)
            .ShouldBe(
                """{"passed":false,"responseMode":"other_account_first","words":3,"findings":[{"rule":"TON-02","severity":"block","message":"mend it","start":4,"length":2,"quote":"“x"}],"coverage":[{"cause":null,"section":"root_cause","answered":true}],"edits":[{"rule":"LNG-01","start":1,"length":2,"quote":"!!","replacement":"!","message":"one"}]}"""
            );
    }
}
