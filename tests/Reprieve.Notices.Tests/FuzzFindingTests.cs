namespace Reprieve.Notices.Tests;

/// <summary>What the fuzzer (bench/Reprieve.Fuzz) once found: each input is read or refused, and what is quoted is there.</summary>
public sealed class FuzzFindingTests
{
    public static TheoryData<string> Cases =>
        [
            .. Directory
                .GetFiles(Path.Combine(Some.Fixtures, "Hostile"))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_found_is_read_or_refused(string name)
    {
        foreach (ReadResult result in MessageReader.Read(Path.Combine(Some.Fixtures, "Hostile", name)))
        {
            (result.Message is null).ShouldBe(result.Error is not null);
            if (result.Message is not { } message)
            {
                continue;
            }

            Diagnosis read = Some.Reader.Read(message).Added(message);
            foreach (Evidence evidence in EvidenceOf.All(read))
            {
                string text = evidence.In == "subject" ? read.Subject! : read.Text!;
                text.Substring(evidence.Start, evidence.Length).ShouldBe(evidence.Quote);
            }

            DiagnosisJson.Serialize(read, withText: true).ShouldNotContain("\n");
        }
    }
}
