using Microsoft.AspNetCore.Http;
using Reprieve.Knowledge;
using Reprieve.Mail;
using Reprieve.Server.Actions;
using Reprieve.Server.Desk;
using Reprieve.Storage;

namespace Reprieve.Server.Mailing;

/// <summary>The mailbox that a page shows how to set up.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Provider">Its provider: named by the owner, else by the address.</param>
/// <param name="Known">What is kept of it; null for a new one.</param>
/// <param name="Redirect">Where the provider sends the browser back to after a sign-in.</param>
public sealed record MailboxChoice(string Address, MailProvider Provider, Mailbox? Known, Uri Redirect)
{
    /// <summary>Whether the provider's own page can be signed in at from here.</summary>
    public bool HasPage => Provider.OAuth?.AuthorizationEndpoint is not null;

    /// <summary>What was typed, else what the query names; null when neither names an address.</summary>
    /// <returns>The choice, and what is wrong with the address that was asked for.</returns>
    internal static async Task<(MailboxChoice? Chosen, string? Problem)> OfAsync(
        Guid? client,
        MailboxEdit? typed,
        HttpContext http,
        MailboxDesk desk
    )
    {
        string? address = typed?.Address ?? http.Request.Query["address"].FirstOrDefault();
        if (MailboxEdit.Given(address) is not { } given)
        {
            return (null, null);
        }

        Mailbox? known = await desk.FindAsync(client, given, http.RequestAborted);
        string? code = MailboxEdit.Given(typed?.Provider ?? http.Request.Query["provider"].FirstOrDefault());
        try
        {
            KnowledgeBase knowledge = http.Service<CaseDesk>().Knowledge;
            MailProvider provider = MailAccount.ProviderOf(given, code ?? known?.Provider, knowledge);
            return (new MailboxChoice(given, provider, known, MailboxSignInActions.BackTo(http, provider)), null);
        }
        catch (MailException fault)
        {
            return (null, fault.Message);
        }
    }
}
