using Reprieve.Knowledge;
using Reprieve.Notices;

namespace Reprieve.Appeals.Packing;

/// <summary>The first-hour page of a message that is forged, suspicious or not Amazon's.</summary>
internal static class Warning
{
    public static void Write(Markdown page, PackContext context)
    {
        page.Title(Say.Texts.Get(IsDangerous(context) ? "Warning_Title" : "Warning_TitleOther"))
            .Paragraph(FirstHour.About(context));
        FirstHour.Real(page.Section(Say.Texts.Get("First_Real")), context);
        page.Section(Say.Texts.Get("First_DoNot")).Items(FirstHourAdvice.Warnings);
        page.Section(Say.Texts.Get("Warning_Clicked")).Items(FirstHourAdvice.AfterClick);
        foreach (Route report in context.Knowledge.Routes.Where(route => route.For == RouteUser.Reporter))
        {
            page.Section(report.Name.In(UserTexts.Language));
            if (report.Addresses.Count > 0)
            {
                page.ToCopy(report.Addresses);
            }

            page.Steps(HowToSend.Filled(report.Steps, report.Addresses.Count > 0 ? report.Addresses[0] : "", context))
                .Items(HowToSend.Filled(report.Cautions, "", context));
        }

        page.Paragraph(Say.Texts.Get("Warning_NoPackage"));
    }

    private static bool IsDangerous(PackContext context) =>
        context.Notice.Kind != NoticeKind.NotAmazon
        || context.Notice.Authenticity.Verdict is AuthenticityVerdict.Forged or AuthenticityVerdict.Suspicious;
}
