namespace Reprieve.Notices.Tests.Explaining;

public sealed class ExplainerTests
{
    private const string Notice = """
        Hello,

        Your Amazon seller account has been deactivated. If we find that you have engaged in deceptive, fraudulent, or illegal activity, we may withhold some or all funds in your account.

        Why is this happening?
        Your late shipment rate is above 4%.

        How do I reactivate my account?
        Send us a plan of action within 7 days.

        Has your account been deactivated in error?
        If you believe so, please contact us.
        """;

    private static readonly Explanation Read = Some.Reader.Explain(Some.Text(Notice));

    [Fact]
    public void The_diagnosis_is_the_one_that_is_read_without_an_explanation() =>
        DiagnosisJson.Serialize(Read.Diagnosis).ShouldBe(DiagnosisJson.Serialize(Some.Read(Notice)));

    [Fact]
    public void Every_passage_is_its_slice_and_stands_in_its_sentence()
    {
        foreach (ExplainedSentence sentence in Read.Sentences)
        {
            Notice.Substring(sentence.Text.Start, sentence.Text.Length).ShouldBe(sentence.Text.Quote);
            foreach (ExplainedPassage passage in sentence.Passages)
            {
                Notice.Substring(passage.Passage.Start, passage.Passage.Length).ShouldBe(passage.Passage.Quote);
                passage.Passage.Start.ShouldBeGreaterThanOrEqualTo(sentence.Text.Start);
            }
        }
    }

    [Fact]
    public void What_was_done_is_told_with_its_object_and_modality()
    {
        ExplainedPassage deed = Sentence("has been deactivated").Passages.First(p => p.Speaks == SpeaksFor.Deed);

        (deed.Code, deed.Target, deed.Modality).ShouldBe(("removed", "account", Modality.Fact));
    }

    [Fact]
    public void Reasons_requests_and_limits_are_marked_where_they_stand()
    {
        Sentence("late shipment rate").Passages.ShouldContain(p => p.Speaks == SpeaksFor.Reason);
        Sentence("plan of action").Passages.ShouldContain(p => p.Speaks == SpeaksFor.Ask);
        Sentence("plan of action").Passages.ShouldContain(p => p.Speaks == SpeaksFor.Deadline);
    }

    [Fact]
    public void What_is_left_out_says_why()
    {
        Sentence("deceptive").LeftOut.ShouldBe(LeftOut.Boilerplate);
        Sentence("If you believe so").LeftOut.ShouldBe(LeftOut.ErrorSection);
        Sentence("late shipment rate").LeftOut.ShouldBeNull();
    }

    private static ExplainedSentence Sentence(string words) =>
        Read.Sentences.First(s => s.Text.Quote.Contains(words, StringComparison.Ordinal));
}
