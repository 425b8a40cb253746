using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>A reader remembers sentences; what it says of a mail hangs on that mail alone.</summary>
public sealed class SentenceMemoryTests
{
    private static readonly Message[] Notices =
    [
        .. Directory
            .GetFiles(Path.Combine(Some.Fixtures, "Notices"), "message.*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => MessageReader.Read(file).Single().Message!),
    ];

    [Fact]
    public void A_notice_reads_the_same_whatever_was_read_before_it()
    {
        var reader = new NoticeReader(KnowledgeLoader.BuiltIn);
        string[] first = [.. Notices.Select(notice => Read(reader, notice))];
        var backward = new NoticeReader(KnowledgeLoader.BuiltIn);

        // Met, kept, known.
        for (int time = 1; time <= 3; time++)
        {
            Notices.Select(notice => Read(reader, notice)).ShouldBe(first);
            Notices.Reverse().Select(notice => Read(backward, notice)).Reverse().ShouldBe(first);
        }
    }

    [Fact]
    public void Many_threads_that_share_a_reader_read_the_same()
    {
        string[] alone = [.. Notices.Select(notice => Read(Some.Reader, notice))];
        var shared = new NoticeReader(KnowledgeLoader.BuiltIn);
        Parallel.For(
            0,
            8 * Notices.Length,
            i => Read(shared, Notices[i % alone.Length]).ShouldBe(alone[i % alone.Length])
        );
    }

    [Theory]
    [InlineData("17 days", 17)]
    [InlineData("30 days", 30)]
    [InlineData("72 hours", 72)]
    public void A_sentence_that_differs_in_its_figures_alone_keeps_its_own(string period, int amount)
    {
        const string Sentence = "Please send us a plan of action within {0} to reactivate your account.";
        const string Hello = "Hello,\n\nyour Amazon seller account has been deactivated.\n\n";
        foreach (string before in new[] { "", Hello, "", Hello })
        {
            string text = before + string.Format(null, Sentence, period);
            Deadline limit = Some.Read(text).Deadlines.ShouldHaveSingleItem();
            limit.Amount.ShouldBe(amount);
            limit.Evidence.Quote.ShouldContain(period);
            text.Substring(limit.Evidence.Start, limit.Evidence.Length).ShouldBe(limit.Evidence.Quote);
        }
    }

    private static string Read(NoticeReader reader, Message notice) =>
        DiagnosisJson.Serialize(reader.Explain(notice), withText: true);
}
