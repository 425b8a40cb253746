using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Writing;

/// <summary>What an answer is about, for its opening and its headings.</summary>
internal static class Topics
{
    /// <summary>The name of a cause in a language; the playbook's own topic where the name is not there in it.</summary>
    public static string Name(string code, Playbook playbook, string language, KnowledgeBase knowledge) =>
        knowledge.Reason(code)?.Name is { } name && (name.Has(language) || playbook.Topic is null)
            ? name.In(language)
            : playbook.Topic!.In(language);

    /// <summary>Adds <c>plan.topics</c>.</summary>
    public static void Add(
        FactBook book,
        ResponseRequest request,
        Outline outline,
        string language,
        KnowledgeBase knowledge
    )
    {
        IEnumerable<string> topics = outline
            .Causes.SelectMany(cause =>
                cause.Playbook.Topic is { } topic
                    ? [topic.In(language)]
                    : cause.Codes.Select(code => Name(code, cause.Playbook, language, knowledge))
            )
            .Distinct();
        var source = new FactSource
        {
            Origin = FactOrigin.Notice,
            File = request.NoticeFile.Path,
            Sha256 = request.NoticeFile.Sha256,
        };
        book.Add("plan.topics", Formats.Of(language, request.Notice.Marketplace).List([.. topics]), null, source);
    }
}
