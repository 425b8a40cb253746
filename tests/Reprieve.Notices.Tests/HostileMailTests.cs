using Reprieve.Hostile;

namespace Reprieve.Notices.Tests;

/// <summary>
/// Ten megabytes of each kind of hostile input are read or refused, and what that allocates is a small multiple of the
/// input. bench/Reprieve.Hostile prints time and peak memory of the same inputs.
/// </summary>
public sealed class HostileMailTests
{
    /// <summary>The input as bytes and as text, decoded once more by what checks its origin, and the reading of its start.</summary>
    private const long MostAllocated = 260_000_000;

    private static readonly string[] Refused =
    [
        "box-from-lines.mbox",
        "lines-nested.jsonl",
        "mail-boundary-prefixes.eml",
        "mail-header-addresses.eml",
        "mail-header-comments.eml",
        "mail-header-folded.eml",
        "mail-header-long.eml",
        "mail-header-parameters.eml",
        "mail-header-rfc2047-open.eml",
        "mail-header-rfc2047.eml",
        "mail-headers-100000.eml",
        "mail-nested-multiparts.eml",
        "mail-parts-100000.eml",
        "mail-parts-empty.eml",
        "mail-parts-html.eml",
        "mail-received-100000.eml",
    ];

    /// <summary>Files of many messages cost what their messages cost.</summary>
    private static readonly string[] Many = ["box.mbox", "lines.jsonl"];

    public static TheoryData<string> Cases => [.. HostileMails.All.Keys.Except(Many)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Hostile_input_is_read_or_refused_within_bounds(string name)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(name, HostileMails.All[name]());
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadResult result = MessageReader.Read(path).Single();
        if (result.Message is { } message)
        {
            Some.Reader.Read(message).Added(message);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostAllocated);
        (result.Error is not null).ShouldBe(Refused.Contains(name), result.Error);
    }

    [Fact]
    public void A_mailbox_of_many_mails_costs_little_for_each()
    {
        const int Mails = 20_000;
        using var folder = new TemporaryFolder();
        string path = folder.File("box.mbox", HostileMails.All["box.mbox"]());
        long before = GC.GetAllocatedBytesForCurrentThread();
        MessageReader.Read(path).Take(Mails).Count(result => result.Message is not null).ShouldBe(Mails);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Mails * 30_000L);
    }
}
