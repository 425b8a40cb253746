using System.Diagnostics;
using System.Net;
using Reprieve.Cli.Network;
using Reprieve.Notices;

namespace Reprieve.Tests.Network;

public sealed class DnsDkimKeysTests
{
    private const string Name = "s1._domainkey.amazon.com";

    [Fact]
    public void A_record_is_found_and_its_strings_are_joined()
    {
        using var server = new DnsResponder((Name, ["v=DKIM1; k=rsa; p=AAAA", "BBBB"]));
        DkimKeyAnswer answer = new DnsDkimKeys(server.Address).Find("s1", "amazon.com");
        answer.ShouldBe(DkimKeyAnswer.Found("v=DKIM1; k=rsa; p=AAAABBBB"));
    }

    [Fact]
    public void A_name_that_does_not_exist_is_missing()
    {
        using var server = new DnsResponder();
        new DnsDkimKeys(server.Address).Find("s2", "amazon.com").ShouldBe(DkimKeyAnswer.Missing);
    }

    [Fact]
    public void Each_name_is_asked_for_once_a_run()
    {
        using var server = new DnsResponder((Name, ["p=AAAA"]));
        var keys = new DnsDkimKeys(server.Address);
        keys.Find("s1", "amazon.com");
        keys.Find("S1", "Amazon.com.");
        keys.Find("s2", "amazon.com");
        keys.Find("s2", "amazon.com");
        server.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public void A_server_that_fails_gives_no_answer()
    {
        using var server = new DnsResponder();
        new DnsDkimKeys(server.Address).Find("s1", "failing.example").ShouldBe(DkimKeyAnswer.NoAnswer);
    }

    [Fact]
    public void Silence_costs_a_run_no_more_than_the_limit_and_then_nothing_is_asked_any_more()
    {
        using var server = new DnsResponder();
        var keys = new DnsDkimKeys(server.Address);
        long start = Stopwatch.GetTimestamp();
        keys.Find("s1", "silent.example").ShouldBe(DkimKeyAnswer.NoAnswer);
        for (int i = 0; i < 50; i++)
        {
            keys.Find("s1", "silent.example").ShouldBe(DkimKeyAnswer.NoAnswer);
        }

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(DnsDkimKeys.Limit + TimeSpan.FromSeconds(5));
        server.Asked.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("s1", "no such name")]
    [InlineData("s1", "x..y")]
    [InlineData("", "")]
    public void A_name_that_no_server_takes_is_no_fault(string selector, string domain)
    {
        using var server = new DnsResponder();
        new DnsDkimKeys(server.Address).Find(selector, domain).Record.ShouldBeNull();
    }

    [Fact]
    public void A_server_that_is_not_there_is_no_fault()
    {
        IPEndPoint gone;
        using (var server = new DnsResponder())
        {
            gone = server.Address;
        }

        new DnsDkimKeys(gone).Find("s1", "amazon.com").ShouldBe(DkimKeyAnswer.NoAnswer);
    }
}
