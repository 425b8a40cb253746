using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Reprieve.Appeals;
using Reprieve.Cases;
using Reprieve.Cases.Mailing;
using Reprieve.Knowledge;
using Reprieve.Server.Desk;
using Reprieve.Server.Mailing;
using Reprieve.Server.Pages;

namespace Reprieve.Server.Actions;

/// <summary>An answer by e-mail: that it goes, that it is tried again, and what a person says became of it.</summary>
internal static class MailActions
{
    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder forms = app.MapGroup("/cases/{id:guid}/mail").AddEndpointFilter<TokenFilter>();
        forms.MapPost("", SendAsync);
        forms.MapPost("/again", AgainAsync);
        forms.MapPost("/word", WordAsync);
    }

    /// <summary>Rules that a form sets aside, each with its reason.</summary>
    public static IReadOnlyList<RuleOverride> Overrides(IFormCollection form, string who) =>
        [
            .. form
                .Keys.Where(key =>
                    key.StartsWith(GuardFields.Field, StringComparison.Ordinal) && form.Field(key).Length > 0
                )
                .Select(key => new RuleOverride(key[GuardFields.Field.Length..], form.Field(key), who)),
        ];

    private static async Task<IResult> SendAsync(Guid id, HttpContext http, CaseDesk desk, MailDesk mail)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string who = Form.Person(http, form);
        string? problem =
            Form.IsNameless(http, form) ? Say.Get("send_who")
            : form.Field("sure") != "yes" ? Say.Get("send_not_sure")
            : await mail.SendAsync(
                new CaseId(id),
                StoreOf(form),
                Guid.TryParse(form.Field("mailbox"), out Guid mailbox) ? mailbox : Guid.Empty,
                who,
                Overrides(form, who),
                http.RequestAborted
            );
        return await ShownAsync(id, form, http, desk, problem);
    }

    private static async Task<IResult> AgainAsync(Guid id, HttpContext http, CaseDesk desk, MailDesk mail)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        mail.TryAgain(new CaseId(id));
        return await ShownAsync(id, form, http, desk, null);
    }

    private static async Task<IResult> WordAsync(Guid id, HttpContext http, CaseDesk desk, MailDesk mail)
    {
        IFormCollection form = await http.Request.ReadFormAsync();
        string? problem =
            Form.IsNameless(http, form) ? Say.Get("send_who")
            : WordOf(form.Field("word")) is not { } word ? Say.Get("mail_no_word")
            : await mail.DecideAsync(
                new CaseId(id),
                StoreOf(form),
                word,
                Form.Person(http, form),
                form.Field("because")
            );
        return await ShownAsync(id, form, http, desk, problem);
    }

    private static MailWord? WordOf(string code) =>
        Enum.GetValues<MailWord>().Cast<MailWord?>().FirstOrDefault(word => word!.Value.Code() == code);

    private static string? StoreOf(IFormCollection form) => form.Field("store") is { Length: > 0 } store ? store : null;

    private static async Task<IResult> ShownAsync(
        Guid id,
        IFormCollection form,
        HttpContext http,
        CaseDesk desk,
        string? problem
    ) =>
        (StoreOf(form), problem) switch
        {
            (null, null) => Form.To($"/cases/{id}/send#mail"),
            (null, _) => await CasePages.SendAsync(id, http, desk, problem),
            ({ } store, null) => Form.To($"/cases/{id}/stores/{Uri.EscapeDataString(store)}#mail"),
            ({ } store, _) => await LinkedStoreActions.PageAsync(id, store, http, desk, problem),
        };
}
