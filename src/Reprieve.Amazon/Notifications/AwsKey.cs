namespace Reprieve.Amazon.Notifications;

/// <summary>A key of the seller's own AWS account, made for this queue alone. The secret shows in no text of it.</summary>
/// <param name="Id">The access key id.</param>
/// <param name="Secret">The secret access key.</param>
/// <param name="SessionToken">The token of a session; null for a lasting key.</param>
public sealed record AwsKey(string Id, string Secret, string? SessionToken = null)
{
    /// <summary>The id alone.</summary>
    public override string ToString() => $"AwsKey {{ Id = {Id} }}";
}
