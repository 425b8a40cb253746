namespace Reprieve.Alerts.Tests.Channels;

public sealed class AlertChannelTests
{
    [Theory]
    [InlineData("https://hooks.example/x", true)]
    [InlineData("http://127.0.0.1:8080/x", true)]
    [InlineData("http://localhost/x", true)]
    [InlineData("http://hooks.example/x", false)]
    [InlineData("http://10.0.0.1/x", false)]
    [InlineData("https://user:pass@hooks.example/x", false)]
    [InlineData("ftp://hooks.example/x", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_an_address_that_nobody_can_listen_to_is_taken(string address, bool sound) =>
        (Samples.Channel(AlertKind.Slack, address).Wrong() is null).ShouldBe(sound);

    [Theory]
    [InlineData("mailto:owner@shop.example", true)]
    [InlineData("mailto:owner", false)]
    [InlineData("mailto:owner@shop.example?bcc=x@evil.example", false)]
    [InlineData("https://shop.example", false)]
    public void Mail_goes_to_one_address(string address, bool sound) =>
        (Samples.Channel(AlertKind.Mail, address).Wrong() is null).ShouldBe(sound);

    [Fact]
    public void A_webhook_without_a_secret_and_hours_without_sense_are_told()
    {
        AlertChannel channel = Samples.Channel(AlertKind.Webhook);
        channel.Wrong().ShouldBeNull();
        (channel with { Secret = "short" }).Wrong().ShouldNotBeNull().ShouldContain("16");
        (channel with { Zone = "Mars/Base" }).Wrong().ShouldNotBeNull().ShouldContain("Mars/Base");
        (channel with { Quiet = new QuietHours(new(9, 0), new(9, 0)) })
            .Wrong()
            .ShouldNotBeNull()
            .ShouldContain("quiet");
        (channel with { Name = " " }).Wrong().ShouldNotBeNull();
    }

    [Fact]
    public void Neither_address_nor_secret_is_in_what_a_log_would_have()
    {
        string written = Samples.Channel(AlertKind.Webhook, "https://hooks.example/token-1").ToString();
        written.ShouldContain("Ours");
        written.ShouldNotContain("token-1");
        written.ShouldNotContain("secret of");
    }
}
