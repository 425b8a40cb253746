namespace Reprieve.AmazonStandIn;

/// <summary>An operation says no; becomes the error body that all operations share.</summary>
internal sealed class Refusal(int status, string code, string message, string details = "") : Exception(message)
{
    public Answer Answer { get; } = Answer.Error(status, code, message, details);

    public static Refusal Invalid(string message) => new(400, "InvalidInput", message);

    public static Refusal Unknown(string what) => new(404, "NotFound", what);

    public static Refusal Unauthorized(string details = "") =>
        new(403, "Unauthorized", "Access to requested resource is denied.", details);
}
