using System.Text.RegularExpressions;
using CsCheck;
using Reprieve.Documents;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Tests.Writing;

/// <summary>A fact that changes or goes changes exactly the sentences that rest on it.</summary>
public sealed class FactTests
{
    private static readonly KnowledgeBase Knowledge = KnowledgeLoader.BuiltIn;

    public static TheoryData<ResponseMode, string, string> Cases
    {
        get
        {
            TheoryData<ResponseMode, string, string> all = [];
            foreach ((ResponseMode mode, string reason, string cause) in AllCases())
            {
                all.Add(mode, reason, cause);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void One_fact_that_goes_or_changes_changes_the_sentences_that_rest_on_it(
        ResponseMode mode,
        string reason,
        string cause
    )
    {
        ResponseRequest full = Full(mode, reason, cause);
        WrittenResponse whole = Write(full);
        foreach (Answer answer in full.Answers.Answers)
        {
            Compare(whole, Write(With(full, answer, null)), [answer.Id]);
            Compare(whole, Write(With(full, answer, Other(answer))), [answer.Id]);
        }
    }

    [Fact]
    public void So_do_several_at_once()
    {
        (ResponseMode, string, string)[] cases = [.. AllCases()];
        Gen.Select(Gen.Int[0, cases.Length - 1], Gen.ULong, Gen.ULong)
            .Sample(
                (at, gone, changed) =>
                {
                    (ResponseMode mode, string reason, string cause) = cases[at];
                    ResponseRequest full = Full(mode, reason, cause);
                    ResponseRequest other = full;
                    List<string> ids = [];
                    for (int i = 0; i < full.Answers.Answers.Count; i++)
                    {
                        Answer answer = full.Answers.Answers[i];
                        bool drop = (gone >> (i % 64) & 1) == 1;
                        if (drop || (changed >> (i % 64) & 1) == 1)
                        {
                            other = With(other, answer, drop ? null : Other(answer));
                            ids.Add(answer.Id);
                        }
                    }

                    Compare(Write(full), Write(other), ids);
                },
                iter: 300
            );
    }

    /// <summary>What rests on none of the facts is there before and after, and no sentence that names one stays.</summary>
    private static void Compare(WrittenResponse before, WrittenResponse after, IReadOnlyList<string> ids)
    {
        HashSet<string> then = [.. before.Sentences.Select(Unnumbered)];
        HashSet<string> now = [.. after.Sentences.Select(Unnumbered)];
        foreach (LedgerSentence sentence in before.Sentences.Where(s => s.Facts.Count > 0 && !ListsPapers(s)))
        {
            string says = Unnumbered(sentence);
            if (!sentence.Facts.Any(ids.Contains))
            {
                now.ShouldContain(says, $"changed with {string.Join(", ", ids)}");
            }
            else if (Names(sentence, ids))
            {
                now.ShouldNotContain(says, $"stays without {string.Join(", ", ids)}");
            }
        }

        // A wording that a playbook keeps for a gap ("!fact") rests on the gap; all others on what changed.
        foreach (LedgerSentence sentence in after.Sentences.Where(s => s.Facts.Count > 0 && !ListsPapers(s)))
        {
            if (!then.Contains(Unnumbered(sentence)))
            {
                (sentence.Facts.Any(ids.Contains) || StandsForAGap(sentence, ids)).ShouldBeTrue(sentence.Text);
            }
        }
    }

    /// <summary>A paper that is no longer cited is no longer listed either, and those after it move up by one.</summary>
    private static bool ListsPapers(LedgerSentence sentence) =>
        sentence.Facts.Any(fact => fact.StartsWith("attachment", StringComparison.Ordinal));

    private static string Unnumbered(LedgerSentence sentence) =>
        Regex.Replace(sentence.Text, "Attachment-[0-9]+", "Attachment", RegexOptions.NonBacktracking);

    private static bool Names(LedgerSentence sentence, IReadOnlyList<string> ids) =>
        Template.Names(Source(sentence).Say.In("en")).Any(ids.Contains);

    private static bool StandsForAGap(LedgerSentence sentence, IReadOnlyList<string> ids) =>
        Source(sentence)
            .When.Select(Condition.Parse)
            .Any(condition => condition.Is == Condition.Kind.Unknown && ids.Contains(condition.Fact));

    /// <summary>The sentence of knowledge that was said; of playbooks read as one, the first lends its code.</summary>
    private static PlaybookSentence Source(LedgerSentence sentence)
    {
        string[] id = sentence.Id.Split('.', 2);
        Playbook playbook = Knowledge.Playbooks.First(p => p.Code == id[0]);
        return Knowledge
            .Playbooks.Where(p => p == playbook || p.Reasons.Intersect(playbook.Reasons).Any())
            .Where(p => p.Modes.Intersect(playbook.Modes).Any())
            .OrderBy(p => p == playbook ? 0 : 1)
            .SelectMany(p => p.Sentences)
            .First(s => s.Id == id[1]);
    }

    private static IEnumerable<(ResponseMode Mode, string Reason, string Cause)> AllCases()
    {
        ResponseMode[] modes =
        [
            ResponseMode.Plan,
            ResponseMode.Documents,
            ResponseMode.Questionnaire,
            ResponseMode.Acknowledge,
            ResponseMode.Dispute,
        ];
        foreach (Reason reason in Knowledge.Reasons)
        {
            foreach (ResponseMode mode in modes)
            {
                Question? cause = PlaybookChoice
                    .Of(reason.Code, mode, null, Knowledge)!
                    .Questions.FirstOrDefault(q =>
                        q.Slot == Slot.Pick && q.Id.EndsWith(".cause", StringComparison.Ordinal)
                    );

                // The other modes say no other sentences than the plan: one cause of each is enough.
                IEnumerable<string> causes = cause?.Choices.Select(c => c.Code) ?? [""];
                foreach (string code in mode == ResponseMode.Plan ? causes : causes.Take(1))
                {
                    yield return (mode, reason.Code, code);
                }
            }
        }
    }

    private static ResponseRequest Full(ResponseMode mode, string reason, string cause)
    {
        ResponseRequest full = FullCases.Request(reason, cause, mode);
        return full with { Documents = [.. full.Documents, SampleCases.Paper("second.pdf", DocumentKind.Unknown)] };
    }

    private static WrittenResponse Write(ResponseRequest request) =>
        (WrittenResponse)new ResponseWriter(Knowledge).Write(request);

    private static ResponseRequest With(ResponseRequest request, Answer answer, string? value) =>
        request with
        {
            Answers = request.Answers with
            {
                Answers =
                [
                    .. request
                        .Answers.Answers.Where(a => a.Id != answer.Id || value is not null)
                        .Select(a => a.Id == answer.Id ? a with { Value = value, Values = [value!] } : a),
                ],
            },
        };

    /// <summary>Another answer that the question takes.</summary>
    private static string Other(Answer answer)
    {
        Question question = Knowledge.Playbooks.SelectMany(p => p.Questions).First(q => q.Id == answer.Id);
        return question.Slot switch
        {
            Slot.Pick or Slot.PickSeveral => question.Choices.First(choice => choice.Code != answer.Value).Code,
            Slot.YesNo => "no",
            Slot.Who => "accountant",
            Slot.Date => "2026-09-30",
            Slot.Count => "97",
            Slot.Percent => "1.75%",
            Slot.HowOften => "every Friday at 16:00",
            Slot.Tool => "Kingdee",
            Slot.Document => "second.pdf",
            _ => "Hollowgate",
        };
    }
}
