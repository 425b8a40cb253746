using System.Net;
using Reprieve.Alerts.Formats;
using Reprieve.Knowledge;

namespace Reprieve.Alerts.Sending;

/// <summary>What an answer means for the message: taken, to be tried again, or for a person to see to.</summary>
internal static class Verdict
{
    public static AlertResult Of(IAlertFormat format, AlertService service, AlertReply reply)
    {
        ServiceAnswer answer = format.Read(reply.Body);
        TimeSpan limited = TimeSpan.FromMinutes(service.LimitedMinutes ?? 1);
        if (reply.Status is HttpStatusCode.TooManyRequests)
        {
            return Limited(reply.RetryAfter ?? limited);
        }

        if (reply.IsPassing)
        {
            return new AlertResult.Later(reply.RetryAfter, Say.Texts.Get("Later_Status", (int)reply.Status));
        }

        if (reply.IsRedirect)
        {
            return new AlertResult.Refused(Say.Texts.Get("Redirected"));
        }

        return reply.IsGood && answer.Taken ? new AlertResult.Sent()
            : Meaning(service, answer) is { } meaning ? Known(meaning, answer, limited)
            : Unknown(reply, answer);
    }

    private static AlertMeaning? Meaning(AlertService service, ServiceAnswer answer) =>
        service
            .Answers.FirstOrDefault(known =>
                known.Code.Equals(answer.Code, StringComparison.OrdinalIgnoreCase)
                && (known.Says is null || answer.Says.Contains(known.Says, StringComparison.OrdinalIgnoreCase))
            )
            ?.Means;

    private static AlertResult Known(AlertMeaning meaning, ServiceAnswer answer, TimeSpan limited)
    {
        string said = answer.Says == answer.Code ? answer.Says : $"{answer.Code} {answer.Says}".Trim();
        return meaning switch
        {
            AlertMeaning.Limited => Limited(limited),
            AlertMeaning.Busy => new AlertResult.Later(null, Say.Texts.Get("Later_Busy", said)),
            _ => new AlertResult.Refused(Say.Texts.Get("Refused_" + meaning, said)),
        };
    }

    /// <summary>
    /// A robot that says no in a way we do not know did not take the message, and it may be tried again. Where the one who
    /// answers may have taken it, that would send it again and again.
    /// </summary>
    private static AlertResult Unknown(AlertReply reply, ServiceAnswer answer) =>
        reply.IsGood && !answer.MayBeTaken
            ? new AlertResult.Later(null, Say.Texts.Get("Later_Unknown", $"{answer.Code} {answer.Says}".Trim()))
            : new AlertResult.Refused(Say.Texts.Get("Refused_Status", (int)reply.Status, answer.Says));

    private static AlertResult.Later Limited(TimeSpan wait) => new(wait, Say.Texts.Get("Later_Limited"));
}
