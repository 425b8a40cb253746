using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Reprieve.AmazonStandIn;

/// <summary>Answers in the protocol of SQS (JSON 1.0).</summary>
internal static class QueueAnswer
{
    public static HttpResponseMessage Of(QueueFault.Refused refused)
    {
        HttpResponseMessage answer = Of(
            (HttpStatusCode)refused.Status,
            new JsonObject { ["__type"] = "com.amazonaws.sqs#" + refused.Code, ["message"] = refused.Message }
        );
        answer.Headers.Add("x-amzn-query-error", $"{refused.Code};{(refused.Status < 500 ? "Sender" : "Receiver")}");
        return answer;
    }

    public static HttpResponseMessage Of(HttpStatusCode status, JsonObject? body)
    {
        var answer = new HttpResponseMessage(status)
        {
            Content = new StringContent(body?.ToJsonString() ?? "", Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        answer.Headers.Add("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
        return answer;
    }
}
