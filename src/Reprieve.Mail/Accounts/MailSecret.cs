using System.Text;

namespace Reprieve.Mail;

/// <summary>What opens a mailbox; a closed set. No form of it is ever printed.</summary>
public abstract record MailSecret
{
    private MailSecret() { }

    /// <summary>The mailbox's password, or the code that the provider makes for programs.</summary>
    public sealed record Password(string Value) : MailSecret
    {
        /// <inheritdoc/>
        protected override bool PrintMembers(StringBuilder builder) => false;
    }

    /// <summary>A refresh token of OAuth 2, granted to the owner's own client.</summary>
    /// <param name="ClientId">The id of the owner's client at the provider.</param>
    /// <param name="ClientSecret">Its secret; null for a client that has none.</param>
    /// <param name="RefreshToken">The token; a provider may replace it at any use.</param>
    public sealed record OAuth(string ClientId, string? ClientSecret, string RefreshToken) : MailSecret
    {
        /// <inheritdoc/>
        protected override bool PrintMembers(StringBuilder builder) => false;
    }
}
