using System.Net;
using Amazon.Runtime;

namespace Reprieve.Amazon.Notifications;

/// <summary>What went wrong with a queue, in words, and whether waiting helps.</summary>
internal static class QueueTrouble
{
    /// <summary>Whether a fault is one of network or service.</summary>
    public static bool IsOne(Exception fault) =>
        fault
            is AmazonServiceException
                or AmazonClientException
                or HttpRequestException
                or IOException
                or OperationCanceledException;

    /// <param name="fault">One of those.</param>
    /// <param name="region">The region that was asked.</param>
    /// <param name="keyId">The access key id.</param>
    public static (string Sentence, bool NeedsPerson) Of(Exception fault, string region, string keyId)
    {
        return fault is AmazonServiceException service ? OfService(service, region, keyId)
            : fault is OperationCanceledException ? (Say.Texts.Get("Queue_Slow", region), false)
            : (Say.Texts.Get("Queue_Unreachable", region, fault.Message), false);
    }

    private static (string Sentence, bool NeedsPerson) OfService(
        AmazonServiceException fault,
        string region,
        string keyId
    )
    {
        string code = fault.ErrorCode ?? "";
        // "com.amazonaws.sqs#QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", "AccessDeniedException": one has
        // come as the other.
        code = code[(code.LastIndexOfAny(['#', '.']) + 1)..].Replace("Exception", "", StringComparison.Ordinal);
        return code switch
        {
            "InvalidClientTokenId" or "UnrecognizedClient" or "InvalidAccessKeyId" => (
                Say.Texts.Get("Queue_Key_Unknown", keyId),
                true
            ),
            "ExpiredToken" => (Say.Texts.Get("Queue_Session_Over", keyId), true),
            "RequestTimeTooSkewed" or "RequestExpired" => (Say.Texts.Get("Queue_Clock"), true),
            "InvalidSignature" or "SignatureDoesNotMatch" or "IncompleteSignature" => OfSignature(fault, keyId, region),
            "AccessDenied" or "NotAuthorized" => (Say.Texts.Get("Queue_No_Right", keyId, fault.Message), true),
            "QueueDoesNotExist" or "NonExistentQueue" or "InvalidAddress" or "ResourceNotFound" => (
                Say.Texts.Get("Queue_Gone", region),
                true
            ),
            "QueueDeletedRecently" => (Say.Texts.Get("Queue_Deleted_Recently"), false),
            "RequestThrottled" or "Throttling" or "ThrottledRequest" or "TooManyRequests" or "OverLimit" => (
                Say.Texts.Get("Queue_Throttled"),
                false
            ),
            "KmsThrottled" => (Say.Texts.Get("Queue_Throttled"), false),
            _ when code.StartsWith("Kms", StringComparison.OrdinalIgnoreCase) => (
                Say.Texts.Get("Queue_Kms", keyId, fault.Message),
                true
            ),
            _ when fault.StatusCode is HttpStatusCode.TooManyRequests => (Say.Texts.Get("Queue_Throttled"), false),
            _ when fault.StatusCode is >= HttpStatusCode.InternalServerError or default(HttpStatusCode) => (
                Say.Texts.Get("Queue_Service", region, fault.Message),
                false
            ),
            _ => (Say.Texts.Get("Queue_Refused", code, fault.Message), true),
        };
    }

    /// <summary>One code tells three things apart only by its words.</summary>
    private static (string Sentence, bool NeedsPerson) OfSignature(
        AmazonServiceException fault,
        string keyId,
        string region
    )
    {
        return Says("expired") || Says("not yet current") ? (Say.Texts.Get("Queue_Clock"), true)
            : Says("valid region") ? (Say.Texts.Get("Queue_Region", region), true)
            : (Say.Texts.Get("Queue_Secret", keyId), true);

        bool Says(string words) => fault.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
    }
}
