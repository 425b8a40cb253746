using Microsoft.AspNetCore.Http;
using Reprieve.Server.Hosting;

namespace Reprieve.Server.Tests.Hosting;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://desk.example.com", "https://desk.example.com/")]
    [InlineData("https://desk.example.com/", "https://desk.example.com/")]
    [InlineData("HTTPS://Desk.Example.com:443", "https://desk.example.com/")]
    [InlineData("https://desk.example.com:8443", "https://desk.example.com:8443/")]
    [InlineData("https://nas", "https://nas/")]
    [InlineData("https://192.0.2.7:8443", "https://192.0.2.7:8443/")]
    [InlineData("https://[2001:db8::7]", "https://[2001:db8::7]/")]
    [InlineData("https://büro.example", "https://büro.example/")]
    public void An_https_address_of_a_host_is_taken(string text, string expected)
    {
        PublicAddress.TryParse(text, out PublicAddress? address, out string? fault).ShouldBeTrue(fault);

        address!.Address.ToString().ShouldBe(expected);
        address.IsBehindProxy.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "no address")]
    [InlineData("desk.example.com", "no address")]
    [InlineData("https://", "no address")]
    [InlineData("https://desk.example.com:99999", "no address")]
    [InlineData("http://desk.example.com", "https://")]
    [InlineData("desk.example.com:8443", "https://")]
    [InlineData("/desk", "")]
    [InlineData("ftp://desk.example.com", "https://")]
    [InlineData("https://*.example.com", "")]
    [InlineData("https://desk.example.com.", "no host")]
    [InlineData("https://desk.example.com/desk", "more than")]
    [InlineData("https://desk.example.com/?a=b", "more than")]
    [InlineData("https://desk.example.com/#a", "more than")]
    [InlineData("https://me@desk.example.com", "more than")]
    [InlineData("https://me:secret@desk.example.com", "more than")]
    [InlineData("https://desk.example.com:0", "Port 0")]
    [InlineData("https://localhost", "own machine")]
    [InlineData("https://desk.localhost", "own machine")]
    [InlineData("https://127.0.0.1:8443", "own machine")]
    [InlineData("https://127.1", "own machine")]
    [InlineData("https://[::1]", "own machine")]
    [InlineData("https://[::ffff:127.0.0.1]", "own machine")]
    [InlineData("https://0.0.0.0", "own machine")]
    [InlineData("https://[::]", "own machine")]
    public void What_nobody_elsewhere_can_open_safely_is_refused_with_a_sentence(string text, string part)
    {
        PublicAddress.TryParse(text, out PublicAddress? address, out string? fault).ShouldBeFalse();

        address.ShouldBeNull();
        fault!.ShouldContain(part);
        fault.ShouldEndWith(".");
    }

    [Theory]
    [InlineData("https://desk.example.com", "desk.example.com", true)]
    [InlineData("https://desk.example.com", "DESK.example.com:443", true)]
    [InlineData("https://desk.example.com", "desk.example.com:8443", false)]
    [InlineData("https://desk.example.com:8443", "desk.example.com:8443", true)]
    [InlineData("https://desk.example.com:8443", "desk.example.com", false)]
    [InlineData("https://desk.example.com", "other.example.com", false)]
    [InlineData("https://desk.example.com", "desk.example.com.evil.example", false)]
    [InlineData("https://desk.example.com", "", false)]
    [InlineData("https://[2001:db8::7]:8443", "[2001:db8:0::7]:8443", true)]
    [InlineData("https://192.0.2.7", "192.0.2.7", true)]
    [InlineData("https://192.0.2.7", "192.0.2.8", false)]
    [InlineData("https://büro.example", "xn--bro-hoa.example", true)]
    public void A_request_is_known_by_host_and_port(string text, string asked, bool expected)
    {
        PublicAddress.TryParse(text, out PublicAddress? address, out _).ShouldBeTrue();

        address!.IsAskedAs(new HostString(asked)).ShouldBe(expected);
    }
}
