using System.Globalization;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Responses.Checking;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Export;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Writing;

public sealed class LanguageTests(ITestOutputHelper output)
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.BuiltIn;

    /// <summary>Every reason and mode whose playbook is said in a further language.</summary>
    public static TheoryData<string, ResponseMode, string> Translated
    {
        get
        {
            TheoryData<string, ResponseMode, string> all = [];
            foreach (Translation translation in Knowledge.Translations.Where(t => t.Sentences.Count > 0))
            {
                Playbook playbook = Knowledge.Playbooks.First(p => p.Code == translation.Playbook);
                foreach (string reason in playbook.Reasons)
                {
                    all.Add(translation.Language, playbook.Modes[0], reason);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void What_is_translated_is_whole_and_passes_the_check(string language, ResponseMode mode, string reason)
    {
        ResponseRequest request = Full(reason, mode) with { Language = language };

        var written = (WrittenResponse)new ResponseWriter(Knowledge).Write(request);

        CheckReport check = new ResponseChecker(Knowledge).Check(
            written.Text,
            new CheckRequest
            {
                Notice = request.Notice with { Language = language },
                Mode = written.Mode,
                Language = language,
                Today = request.Today,
            }
        );
        output.WriteLine(written.Text);
        check.Findings.ToList().ForEach(f => output.WriteLine($"{f.Rule} {f.Severity} {f.Message} [{f.Quote}]"));
        written.Language.ShouldBe(language);
        written.Text.ShouldNotContain("{");
        written.Questions.Where(q => !q.Question.Optional).Select(q => q.Question.Id + q.Problem).ShouldBeEmpty();
        check.Findings.Where(f => f.Severity == Severity.Block).Select(f => $"{f.Message} [{f.Quote}]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("de")]
    [InlineData("ja")]
    public void Every_playbook_is_said_in_each_language_of_the_answers(string language)
    {
        foreach (Playbook playbook in Knowledge.Playbooks.Where(p => p.Topic is not null && p.Sentences.Count > 0))
        {
            Knowledge
                .Translations.Where(t => t.Language == language && t.Playbook == playbook.Code)
                .ShouldNotBeEmpty(playbook.Code);
        }
    }

    [Theory]
    [MemberData(nameof(FactTests.Cases), MemberType = typeof(FactTests))]
    public void The_mirror_stands_beside_the_text_and_no_foreign_script_is_sent(
        ResponseMode mode,
        string reason,
        string cause
    )
    {
        WrittenResponse written = InChinese(() => Write(FullCases.Request(reason, cause, mode)));

        written.Language.ShouldBe("en");
        written.Text.EnumerateRunes().Where(IsForeign).ShouldBeEmpty();
        written.Attachments.SelectMany(a => a.SendAs.EnumerateRunes()).ShouldAllBe(rune => rune.IsAscii);
        string[] lines = written.Mirror.ShouldNotBeNull().Split('\n');
        foreach (LedgerSentence sentence in written.Sentences)
        {
            int at = Array.IndexOf(lines, sentence.Text);
            at.ShouldBeGreaterThan(0, sentence.Text);
            if (!sentence.Id.EndsWith(".attachment", StringComparison.Ordinal))
            {
                lines[at + 1].EnumerateRunes().Any(IsForeign).ShouldBeTrue($"{sentence.Id}: {lines[at + 1]}");
            }
        }
    }

    [Fact]
    public void The_mirror_is_a_file_of_its_own_and_gone_when_the_text_is_the_sellers_own()
    {
        WrittenResponse written = InChinese(() => Write(FullCases.Request("late_shipment", "carrier_pickup")));

        ResponseFiles.For(written).Select(file => file.Name).ShouldContain(ResponseFiles.MirrorFile);
        EditedPlan.TakeIn(null, "Our own words.", written).Mirror.ShouldBeNull();
        Write(FullCases.Request("late_shipment", "carrier_pickup")).Mirror.ShouldBeNull();
    }

    private static ResponseRequest Full(string reason, ResponseMode mode)
    {
        string cause =
            PlaybookChoice
                .Of(reason, mode, null, Knowledge)!
                .Questions.FirstOrDefault(q => q.Slot == Slot.Pick && q.Id.EndsWith(".cause", StringComparison.Ordinal))
                ?.Choices[0]
                .Code
            ?? "";
        return FullCases.Request(reason, cause, mode);
    }

    private static WrittenResponse Write(ResponseRequest request) =>
        (WrittenResponse)new ResponseWriter(Knowledge).Write(request);

    private static bool IsForeign(Rune rune) => Rune.IsLetter(rune) && rune.Value >= 0x250;

    private static T InChinese<T>(Func<T> write)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
        try
        {
            return write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
