using Reprieve.Amazon.Notifications;

namespace Reprieve.Amazon.Tests.Notifications;

public sealed class QueueAddressTests
{
    [Theory]
    [InlineData(
        "arn:aws:sqs:eu-west-1:111122223333:reprieve",
        "https://sqs.eu-west-1.amazonaws.com/111122223333/reprieve"
    )]
    [InlineData(
        "arn:aws-cn:sqs:cn-north-1:111122223333:a_b-C",
        "https://sqs.cn-north-1.amazonaws.com.cn/111122223333/a_b-C"
    )]
    [InlineData(
        "arn:aws-us-gov:sqs:us-gov-west-1:111122223333:q",
        "https://sqs.us-gov-west-1.amazonaws.com/111122223333/q"
    )]
    public void An_ARN_and_a_URL_say_the_same(string arn, string url)
    {
        QueueAddress.Parse($" {arn}\n").Url.ShouldBe(url);
        QueueAddress.Parse(url + "/").Arn.ShouldBe(arn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("reprieve")]
    [InlineData("http://sqs.eu-west-1.amazonaws.com/111122223333/reprieve")]
    [InlineData("https://sqs.eu-west-1.amazonaws.com.example.com/111122223333/reprieve")]
    [InlineData("https://sqs.eu-west-1.example.com/111122223333/reprieve")]
    [InlineData("https://example.com/?https://sqs.eu-west-1.amazonaws.com/111122223333/reprieve")]
    [InlineData("https://sqs.eu-west-1.amazonaws.com:8443/111122223333/reprieve")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:reprieve")]
    [InlineData("arn:aws:sqs:eu-west-1:1111:reprieve")]
    [InlineData("arn:aws:sqs:eu-west-1:111122223333:reprieve.fifo")]
    [InlineData("arn:aws:sqs:x.evil.com/-1:111122223333:reprieve")]
    public void Nothing_else_is_an_address(string text)
    {
        Should.Throw<AmazonException>(() => QueueAddress.Parse(text));
    }
}
