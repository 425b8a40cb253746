using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Interview;
using Reprieve.Server.Design;
using Reprieve.Server.Desk;
using Reprieve.Storage;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Reprieve.Server.Pages;

/// <summary>
/// How the cases of a client stand, as a Word file to hand on: what is waited for, by when, and what the client has to give.
/// In the screen's language.
/// </summary>
/// <param name="store">The name of a case's store; null when it is not known.</param>
internal sealed class ClientReport(Func<CaseLine, string?> store, KnowledgeBase knowledge, DateTimeOffset now)
{
    private const string Title = "Title";
    private const string CaseName = "CaseName";
    private const string Soft = "Soft";
    private const string Item = "Item";
    private const string Closing = "Closing";

    /// <summary>The file.</summary>
    /// <param name="cases">The cases that are not closed, in order; the view is null where one could not be read.</param>
    /// <param name="closed">How many cases are closed.</param>
    /// <param name="untold">How many open cases are left out.</param>
    public byte[] Of(string client, IReadOnlyList<(CaseLine Line, CaseView? View)> cases, int closed, int untold)
    {
        int sent = cases.Count(one => one.Line.Stage == Cases.CaseStage.Sent);
        var body = new Body(
            Line(Say.Get("report_title", client), Title),
            Line(Say.Get("report_counts", DueWords.Day(now), cases.Count + untold - sent, sent, closed), Soft)
        );
        foreach ((CaseLine line, CaseView? view) in cases)
        {
            body.Append(Told(line, view));
        }

        if (untold > 0)
        {
            body.AppendChild(Line(Say.Get("report_untold", untold), Soft));
        }

        body.AppendChild(Line(Say.Get("design_promise"), Closing));
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(body);
        }

        return file.ToArray();
    }

    private IEnumerable<Paragraph> Told(CaseLine line, CaseView? view)
    {
        yield return Line(line.Title, CaseName);
        string about = string.Join(
            " · ",
            new[]
            {
                store(line),
                line.Summary.Marketplace,
                line.Summary.Reasons.Count > 0 ? Words.Reasons(line.Summary.Reasons, knowledge)
                : line.Summary.Kind is { } kind ? NoticeTexts.Name(kind)
                : null,
            }.OfType<string>()
        );
        yield return Line(about, Soft);
        yield return Line($"{Words.Stage(line.Stage)}. {Say.Get("report_wait_" + line.Summary.TurnAt(line.Stage))}");
        if (line.Summary.Due is { } due && CaseTable.Counts(line.Stage))
        {
            yield return Line(
                Say.Get(
                    "report_due",
                    DueWords.When(due),
                    due.ToString("zzz", CultureInfo.InvariantCulture),
                    DueWords.Left(due, now)
                )
            );
        }

        foreach (Paragraph paragraph in Needed(line, view))
        {
            yield return paragraph;
        }
    }

    private static IEnumerable<Paragraph> Needed(CaseLine line, CaseView? view)
    {
        if (!CaseTable.Counts(line.Stage))
        {
            yield break;
        }

        if (view?.Work is null)
        {
            yield return Line(Say.Get("report_unread", line.Summary.Questions));
            yield break;
        }

        List<string> needed =
        [
            .. (view.Guide?.Open ?? []).Where(asked => !asked.Question.Optional).Select(Asked),
            .. (view.Work.Response?.Papers ?? []).Select(paper =>
                Say.Get("do_paper", NoticeTexts.Ask(paper.What), paper.From)
            ),
        ];
        yield return Line(Say.Get(needed.Count > 0 ? "report_need" : "report_nothing"));
        foreach (string one in needed)
        {
            yield return Line("•\t" + one, Item);
        }
    }

    private static string Asked(GuideQuestion asked) => asked.Question.Ask.In(UserTexts.Language);

    private static Paragraph Line(string text, string? style = null)
    {
        var run = new Run();
        foreach ((int at, string part) in text.Split('\t').Index())
        {
            if (at > 0)
            {
                run.AppendChild(new TabChar());
            }

            run.AppendChild(new Text(OfficeText.Clean(part)) { Space = SpaceProcessingModeValues.Preserve });
        }

        var paragraph = new Paragraph(run);
        if (style is not null)
        {
            paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        }

        return paragraph;
    }

    private static Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Calibri",
                            HighAnsi = "Calibri",
                            EastAsia = "Microsoft YaHei",
                        },
                        new FontSize { Val = "21" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "80",
                            Line = "259",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style(Title, "36", bold: true, before: "0"),
            Style(CaseName, "26", bold: true, before: "360"),
            Style(Soft, "19", bold: false, before: "0", colour: "595959"),
            Style(Closing, "19", bold: false, before: "360", colour: "595959"),
            Style(Item, "21", bold: false, before: "0", indent: "360")
        );

    private static Style Style(
        string id,
        string size,
        bool bold,
        string before,
        string? colour = null,
        string? indent = null
    )
    {
        var paragraph = new StyleParagraphProperties();
        if (bold)
        {
            paragraph.AppendChild(new KeepNext());
        }

        paragraph.AppendChild(new SpacingBetweenLines { Before = before });
        if (indent is not null)
        {
            paragraph.AppendChild(new Indentation { Left = indent, Hanging = indent });
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.AppendChild(new Bold());
        }

        if (colour is not null)
        {
            run.AppendChild(new Color { Val = colour });
        }

        run.AppendChild(new FontSize { Val = size });
        return new Style(new StyleName { Val = id }, paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };
    }
}
