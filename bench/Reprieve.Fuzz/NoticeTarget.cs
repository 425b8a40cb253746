using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Fuzz;

/// <summary>Reads an input as the command does.</summary>
internal sealed class NoticeTarget
{
    private readonly NoticeReader _reader = new(KnowledgeLoader.BuiltIn);

    /// <summary>What contradicts itself; null when the input was read or refused as it should be.</summary>
    public string? Read(byte[] input, string name)
    {
        int messages = 0;
        foreach (ReadResult result in MessageReader.ReadStream(new MemoryStream(input), name))
        {
            messages++;
            if ((result.Message is null) == (result.Error is null))
            {
                return "neither or both of message and error";
            }

            if (result.Message is { } message && Contradiction(message) is { } wrong)
            {
                return wrong;
            }
        }

        return messages == 0 ? "no result at all" : null;
    }

    private string? Contradiction(Message message)
    {
        Diagnosis read = _reader.Read(message);
        if (read.Authenticity.Verdict == AuthenticityVerdict.Genuine)
        {
            return "genuine without a key";
        }

        foreach (Evidence evidence in Passages(read))
        {
            string text = evidence.In == "subject" ? read.Subject! : read.Text!;
            bool same =
                evidence.Start >= 0
                && evidence.Start + evidence.Length <= text.Length
                && text.AsSpan(evidence.Start, evidence.Length).SequenceEqual(evidence.Quote);
            if (!same)
            {
                return $"a quote that is not its slice: {evidence}";
            }
        }

        if (read.Reasons.Any(reason => reason.Evidence.Count == 0))
        {
            return "a reason without evidence";
        }

        return DiagnosisJson.Serialize(read, withText: true).Contains('\n', StringComparison.Ordinal)
            ? "JSON of several lines"
            : null;
    }

    private static IEnumerable<Evidence> Passages(Diagnosis read) =>
        read
            .Reasons.SelectMany(reason => reason.Evidence)
            .Concat(read.Asks.Select(ask => ask.Evidence))
            .Concat(read.RequestGrid.Select(cell => cell.Evidence))
            .Concat(read.Deadlines.Select(deadline => deadline.Evidence))
            .Concat(read.Route.Evidence is { } route ? [route] : []);
}
