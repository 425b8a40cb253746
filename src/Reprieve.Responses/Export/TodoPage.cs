using System.Globalization;
using System.Text;
using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;

namespace Reprieve.Responses.Export;

/// <summary>What is still to do, in the screen's language: questions, papers, or what to do instead of sending.</summary>
internal static class TodoPage
{
    public static string Write(Response response)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {Say.Texts.Get("todo.title")}\n");
        if (response is NothingToSend nothing)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Say.Texts.Get("todo.nothing")}\n\n{nothing.Why}\n\n");
            for (int i = 0; i < nothing.Instead.Count; i++)
            {
                page.Append(CultureInfo.InvariantCulture, $"{i + 1}. {nothing.Instead[i]}\n");
            }
        }

        Read(page, (response as WrittenResponse)?.Read ?? []);
        Questions(page, "todo.questions", [.. response.Questions.Where(q => !q.Question.Optional)]);
        Papers(page, response.Papers);
        Questions(page, "todo.optional", [.. response.Questions.Where(q => q.Question.Optional)]);
        if (
            response is WrittenResponse written
            && response.Questions.All(q => q.Question.Optional && q.Problem is null)
            && response.Papers.Count == 0
            && written.Read.Count == 0
        )
        {
            page.Append(CultureInfo.InvariantCulture, $"\n{Say.Texts.Get("todo.done")}\n");
        }

        return page.ToString();
    }

    private static void Read(StringBuilder page, IReadOnlyList<ReadAnswer> read)
    {
        if (read.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## {Say.Texts.Get("todo.read")}\n\n");
        foreach ((Question question, Fact fact) in read)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"- [ ] {question.Ask.In(UserTexts.Language)} **{fact.Value}** ({Say.Texts.Get("todo.read_in", fact.Source.File)}; `{question.Id}`)\n"
            );
        }
    }

    private static void Questions(StringBuilder page, string heading, List<OpenQuestion> questions)
    {
        if (questions.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## {Say.Texts.Get(heading)}\n\n");
        foreach (OpenQuestion open in questions)
        {
            page.Append(CultureInfo.InvariantCulture, $"- [ ] {open.Ask} (`{open.Question.Id}`)  \n  {open.Why}\n");
            if (open.Problem is { } problem)
            {
                page.Append(CultureInfo.InvariantCulture, $"  **{problem}**\n");
            }
        }
    }

    private static void Papers(StringBuilder page, IReadOnlyList<PaperToChase> papers)
    {
        if (papers.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## {Say.Texts.Get("todo.papers")}\n\n");
        foreach (PaperToChase paper in papers)
        {
            string by = paper.By is { } due
                ? Say.Texts.Get("todo.by", due.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture))
                : Say.Texts.Get("todo.no_limit");
            page.Append(
                CultureInfo.InvariantCulture,
                $"- [ ] **{Say.Texts.Get("paper.name." + Name(paper.What))}**  \n"
            );
            page.Append(
                CultureInfo.InvariantCulture,
                $"  {Say.Texts.Get("todo.from")}: {paper.From}  \n  {paper.Why}  \n  {by}\n"
            );
        }
    }

    private static string Name(string what) =>
        Evidence.Papers.KindOfAsk.Any(pair => pair.Ask == what) || what is "proof_of_relation" or "proof_of_delivery"
            ? what
            : "other";
}
