using System.Globalization;
using Reprieve.Appeals.Guards;
using Reprieve.Appeals.Routes;
using Reprieve.Knowledge;
using Reprieve.Responses;
using Reprieve.Responses.Export;

namespace Reprieve.Appeals.Packing;

/// <summary>Writes <c>how-to-send.md</c>: the exact clicks for the notice's route, what to paste, which files, what then.</summary>
internal static class HowToSend
{
    public static byte[] Write(PackContext context, IReadOnlyList<string> obstacles)
    {
        var page = new Markdown();
        page.Title(Text("Send_Title")).Paragraph(FirstHour.About(context));
        if (obstacles.Count > 0)
        {
            page.Section(Text("Send_NotYet")).Paragraph(Text("Send_NotYetIntro")).Items(obstacles);
        }

        page.Section(Text("Send_Before")).Items(Before(context));
        page.Section(Text("Send_Way", context.Route.Name.In(UserTexts.Language))).Paragraph(Why(context));
        if (!IsMail(context.Route))
        {
            page.Paragraph(OtherName(context.Route));
        }

        Way(page, context.Route, context);
        Paste(page.Section(Text("Send_Paste")), context);
        Files(page.Section(Text("Send_Files")), context);
        if (RouteFinder.MailAddress(context.Route, context.Notice) is not null)
        {
            page.Items([Text("Send_ByProgram")]);
        }

        page.Section(Text("Send_After")).Items(After(context));
        Otherwise(page, context);
        if (
            RouteFinder.NamedByTheMailOnly(context.Notice, context.Knowledge) is { } address
            && !IsUsed(address, context)
        )
        {
            page.Section(Text("Send_MailOnly")).Paragraph(Text("Send_MailOnlyText", Passage.Quote(address)));
        }

        return page.ToBytes();
    }

    /// <summary>Texts of a route with its placeholders filled.</summary>
    public static IEnumerable<string> Filled(IEnumerable<LocalizedText> texts, string address, PackContext context) =>
        texts.Select(text =>
            text.In(UserTexts.Language)
                .Replace("{address}", address, StringComparison.Ordinal)
                .Replace("{sellerCentral}", context.Store?.SellerCentral ?? "Seller Central", StringComparison.Ordinal)
        );

    private static IEnumerable<string> Before(PackContext context) =>
        context
            .Guards.Where(guard => guard.Effect == GuardEffect.Warn)
            .Select(guard => guard.Sentence)
            .Concat(NextSteps.Limit(context) is { } limit ? [limit] : [])
            .Concat(
                context.Request.Attempts is { Left: > 1 } attempts
                    ? [Text("Attempts_Left", attempts.Left, Passage.Quote(attempts.Sentence))]
                    : []
            )
            .Concat([Text("Before_Browser"), Text("Before_Once"), Text("Before_Orders"), Text("Before_Read")])
            .Concat(context.Reasons.Any(reason => reason.LawyerFirst) ? [Text("DoNot_Lawyer")] : []);

    /// <summary>Many sellers use Seller Central in another language than they read: its menu names stand here too.</summary>
    private static string OtherName(Route route) =>
        Text(
            "Get_WhereOther",
            route.Name.In(UserTexts.Language == LocalizedText.Fallback ? "zh-Hans" : LocalizedText.Fallback)
        );

    private static string Why(PackContext context)
    {
        RouteChannel named = context.Notice.Route.Channel;
        string why =
            named == context.Route.Channel && context.Notice.Route.Evidence is { } evidence
                ? Text("Why_Named", Passage.Quote(evidence.Quote))
            : named == context.Route.Channel ? Text("Why_NamedUnquoted")
            : named is RouteChannel.Unknown or RouteChannel.Other ? Text("Why_BestKnown")
            : Text("Why_NotUsable");
        return Text(
            "Two",
            why,
            Text(
                IsMail(context.Route) ? "Why_KnownMail" : "Why_Known",
                Words.Of("Sure", context.Route.Sure),
                Moment.Day(context.Route.Seen)
            )
        );
    }

    private static void Way(Markdown page, Route route, PackContext context)
    {
        string? address = RouteFinder.Address(route, context.Notice) ?? RouteFinder.MailAddress(route, context.Notice);
        if (route.Preconditions.Count > 0)
        {
            page.Paragraph(Text("Send_OpenWhen")).Items(Filled(route.Preconditions, address ?? "", context));
        }

        if (context.Page(route) is { } link)
        {
            page.Paragraph(Text("CopyDoNotOpen")).ToCopy(link);
        }
        else if (route.Channel != RouteChannel.Email)
        {
            page.Paragraph(Text("Send_NoStore"));
        }

        if (address is not null)
        {
            page.Paragraph(Text("Send_CopyAddress")).ToCopy(address);
        }

        page.Steps(Filled(route.Steps, address ?? "", context));
        IEnumerable<LocalizedText> again = route.Again is { } text ? [text] : [];
        page.Items(Filled(route.Cautions.Concat(again), address ?? "", context));
    }

    private static void Paste(Markdown page, PackContext context)
    {
        string? text = context.Request.ResponseFiles.FirstOrDefault(file => PackageFiles.IsText(file.Name))?.Name;
        if (text is null || context.Request.Response is not WrittenResponse written)
        {
            page.Paragraph(Text("Paste_Nothing"));
            return;
        }

        FormLimits limits = Limits(context);
        bool mail = IsMail(context.Route);
        IReadOnlyList<(PlanSection Section, int Characters)> boxes = mail ? [] : FormFit.Boxes(written);
        string[] limit =
            limits.Characters is { } most ? [Text("Paste_Limit", most)]
            : mail ? []
            : [Text("Paste_TooLong")];
        page.Items([
            Text(mail ? "Paste_Mail" : "Paste_Text", Passage.Quote(text), written.Text.Length),
            .. boxes.Count > 0 ? [Text("Paste_Boxes", Counts(boxes))] : Array.Empty<string>(),
            .. limit,
            .. FormFit.Problems(written, limits, paper => Bytes(paper, context)),
        ]);
        if (
            context.Request.ResponseFiles.FirstOrDefault(f => f.Name.EndsWith(".docx", StringComparison.Ordinal)) is
            { } word
        )
        {
            page.Paragraph(Text("Paste_Word", Passage.Quote(word.Name)));
        }
    }

    private static void Files(Markdown page, PackContext context)
    {
        IReadOnlyList<Attachment> papers = (context.Request.Response as WrittenResponse)?.Attachments ?? [];
        page.Paragraph(Text(papers.Count == 0 ? "Files_None" : "Files_Intro"))
            .Steps(
                papers.Select(paper =>
                    Text("Files_One", Passage.Quote($"{PackageFiles.Attachments}/{paper.SendAs}"), paper.Claim)
                )
            );
        if (papers.Count > 0)
        {
            FormLimits limits = Limits(context);
            bool mail = IsMail(context.Route);
            string types = Text(mail ? "Files_MailTypes" : "Files_Types", string.Join(", ", limits.FileTypes));
            page.Paragraph(
                    limits.FileMegabytes is { } megabytes
                        ? Text("Two", types, Text("Files_Size", Figure(megabytes)))
                        : types
                )
                .Paragraph(Text(mail ? "Files_MailMind" : "Files_Mind"));
        }

        page.Paragraph(Text("Files_Archive", Passage.Quote(PackageFiles.Archive)));
    }

    private static FormLimits Limits(PackContext context) => FormLimits.Of(context.Notice, context.Knowledge);

    private static string Counts(IReadOnlyList<(PlanSection Section, int Characters)> boxes) =>
        string.Join(" / ", boxes.Select(box => box.Characters.ToString(CultureInfo.InvariantCulture)));

    private static string Figure(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static long? Bytes(Attachment paper, PackContext context)
    {
        var file = new FileInfo(Path.Combine(context.Request.CaseFolder, paper.Path));
        return paper.Content?.LongLength ?? (file.Exists ? file.Length : null);
    }

    private static IEnumerable<string> After(PackContext context)
    {
        IEnumerable<string> after = Filled(context.Route.After, "", context).Append(Text("After_Record"));
        return context.Route.ChaseAfterBusinessDays is { } days ? after.Append(Text("After_Chaser", days)) : after;
    }

    private static void Otherwise(Markdown page, PackContext context)
    {
        ILookup<bool, Route> routes = RouteFinder
            .Fallbacks(context.Route, context.Knowledge)
            .ToLookup(route => route.For == RouteUser.Seller);
        string intro = IsMail(context.Route) ? "Send_OtherwiseIntroMail" : "Send_OtherwiseIntro";
        Ways(page, "Send_Others", "Send_OthersIntro", routes[false], context);
        Ways(page, "Send_Otherwise", intro, routes[true], context);
    }

    private static void Ways(Markdown page, string title, string intro, IEnumerable<Route> routes, PackContext context)
    {
        foreach ((int at, Route route) in routes.Index())
        {
            if (at == 0)
            {
                page.Section(Text(title)).Paragraph(Text(intro));
            }

            page.SubSection(route.Name.In(UserTexts.Language));
            Way(page, route, context);
        }
    }

    private static bool IsMail(Route route) => route.Channel is RouteChannel.Email or RouteChannel.Reply;

    private static bool IsUsed(string address, PackContext context) =>
        address.Equals(RouteFinder.Address(context.Route, context.Notice), StringComparison.OrdinalIgnoreCase);

    private static string Text(string key, params ReadOnlySpan<object?> arguments) => Say.Texts.Get(key, arguments);
}
