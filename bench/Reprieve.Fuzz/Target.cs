using System.Diagnostics;
using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Fuzz;

/// <summary>Reads an input as the command does, and says what went wrong.</summary>
internal sealed class Target(TimeSpan slow)
{
    private readonly NoticeReader _reader = new(KnowledgeLoader.BuiltIn);

    /// <summary>How long the last input took.</summary>
    public double Seconds { get; private set; }

    /// <summary>The fault; null when the input was read or refused as it should be.</summary>
    public string? Try(byte[] input, string name)
    {
        string? fault = Once(input, name);
        if (fault is null && Seconds > slow.TotalSeconds)
        {
            // A machine that is busy elsewhere is no fault of the input: only what is slow again is slow.
            double first = Seconds;
            fault = Once(input, name);
            fault ??= Seconds > slow.TotalSeconds ? $"slow: {first:0.0} s and {Seconds:0.0} s" : null;
        }

        return fault;
    }

    private string? Once(byte[] input, string name)
    {
        var watch = Stopwatch.StartNew();
        try
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
#pragma warning disable CA1031 // Whatever is thrown is what we look for.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return fault.ToString();
        }
        finally
        {
            Seconds = watch.Elapsed.TotalSeconds;
        }
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
