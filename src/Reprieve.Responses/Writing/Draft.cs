using Reprieve.Knowledge;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Interview;
using Reprieve.Responses.Interview.Slots;

namespace Reprieve.Responses.Writing;

/// <summary>One answer in the making: sentences are chosen, papers named, and the text composed, in that order.</summary>
internal sealed class Draft(
    KnowledgeBase knowledge,
    ResponseRequest request,
    Outline outline,
    string language,
    FactBook book,
    IReadOnlyDictionary<string, string> problems,
    Mirror? mirror
)
{
    private readonly Formats _formats = Formats.Of(language, request.Notice.Marketplace);

    public Response Write()
    {
        List<Chosen> body = [.. outline.Causes.SelectMany(Sentences)];
        var attaching = new Attaching(outline.Frame, language, _formats);
        // Where papers are the answer they come first; where sentences are, those that prove them.
        if (!outline.HasSections)
        {
            attaching.Asked(request, PaperChase.Wanted(request, knowledge), book);
        }

        attaching.Cited(request, body, book);
        attaching.Proofs(body, book);
        if (outline.HasSections)
        {
            attaching.Asked(request, PaperChase.Wanted(request, knowledge), book);
        }

        AddAttachments(attaching);
        var composer = new TextComposer(language, attaching.ValueOf, book, mirror);
        Compose(composer, body);
        return Finished(composer, attaching);
    }

    private IEnumerable<Chosen> Sentences(Cause cause) =>
        Lawyer
            .Cleared(Chosen.From(cause.Playbook, language, book, cause.Code), cause, knowledge, book)
            .Where(sentence => sentence.Section is not { } section || cause.Sections.Contains(section));

    private void AddAttachments(Attaching attaching)
    {
        for (int i = 0; i < attaching.All.Count; i++)
        {
            Attachment attachment = attaching.All[i];
            string item = FactBook.Item("attachment", i + 1);
            Add(item + "name", attachment.SendAs, attachment);
            Add(item + "claim", attachment.Claim, attachment);
        }

        if (attaching.All.Count > 0)
        {
            Add("attachments.list", _formats.List([.. attaching.All.Select(a => a.SendAs)]), attaching.All[0]);
        }

        void Add(string id, string value, Attachment attachment) =>
            book.Add(
                id,
                value,
                null,
                new FactSource
                {
                    Origin = FactOrigin.Document,
                    File = attachment.Path,
                    Sha256 = attachment.Sha256,
                }
            );
    }

    private void Compose(TextComposer composer, List<Chosen> body)
    {
        List<Chosen> frame = [.. Chosen.From(outline.Frame, language, book, null)];
        composer.Paragraph(frame.Where(s => s.Sentence.Id.StartsWith("opening", StringComparison.Ordinal)));
        foreach (Cause cause in outline.Causes)
        {
            ComposeCause(composer, cause, [.. body.Where(s => s.Cause == cause.Code)]);
        }

        Block(frame, "attachment", composer.Items);
        Block(frame, "closing", composer.Paragraph);

        void Block(List<Chosen> sentences, string prefix, Action<IEnumerable<Chosen>> write)
        {
            List<Chosen> block = [.. sentences.Where(s => s.Sentence.Id.StartsWith(prefix, StringComparison.Ordinal))];
            if (block.Count > 0)
            {
                composer.Gap();
                write(block);
            }
        }
    }

    private void ComposeCause(TextComposer composer, Cause cause, List<Chosen> sentences)
    {
        if (!outline.HasSections)
        {
            if (sentences.Count > 0)
            {
                composer.Gap();
                composer.Paragraph(sentences);
            }

            return;
        }

        if (outline.Causes.Sum(c => c.Codes.Count()) > 1)
        {
            composer.Heading($"{cause.Playbook.Code}.heading", tongue => CauseName(cause, tongue), cause.Code, null);
        }

        foreach (PlanSection section in cause.Sections)
        {
            List<Chosen> part = [.. sentences.Where(s => s.Section == section)];
            if (part.Count == 0)
            {
                continue;
            }

            string id = "heading_" + section.Code();
            LocalizedText heading = outline.Frame.Sentences.First(s => s.Id == id).Say;
            composer.Heading($"{outline.Frame.Code}.{id}", heading.In, cause.Code, section);
            if (section == PlanSection.RootCause)
            {
                composer.Paragraph(part);
            }
            else
            {
                composer.Items(part);
            }
        }
    }

    private string CauseName(Cause cause, string tongue) =>
        Words.Capital(
            Formats
                .Of(tongue, request.Notice.Marketplace)
                .List([.. cause.Codes.Select(code => Topics.Name(code, cause.Playbook, tongue, knowledge)).Distinct()])
        );

    private WrittenResponse Finished(TextComposer composer, Attaching attaching)
    {
        List<Fact> facts =
        [
            .. composer
                .Sentences.SelectMany(s => s.Facts)
                .Distinct(StringComparer.Ordinal)
                .Select(id => book.Find(id)!)
                .Select(fact => fact with { Value = attaching.ValueOf(fact) }),
        ];
        IReadOnlyList<OpenQuestion> questions = OpenQuestions.Of(outline, language, book, problems);
        IReadOnlyList<PaperToChase> papers = PaperChase.Of(request, knowledge, book);
        var text = new PlanOfAction
        {
            Mode = outline.Mode,
            Language = language,
            Questions = questions,
            Papers = papers,
            Text = composer.Text,
            Sentences = composer.Sentences,
            Causes =
            [
                .. outline.Causes.SelectMany(cause =>
                    cause.Codes.Select(code => new AnsweredCause(code, cause.Playbook.Tag))
                ),
            ],
            Facts = facts,
            Read =
            [
                .. outline
                    .Playbooks.SelectMany(playbook => playbook.Questions)
                    .Where(question => question.ReadFrom.Count > 0)
                    .DistinctBy(question => question.Id)
                    .Select(question => (question, fact: facts.FirstOrDefault(fact => fact.Id == question.Id)))
                    .Where(pair => pair.fact is { Source.Origin: not FactOrigin.Statement })
                    .Select(pair => new ReadAnswer(pair.question, pair.fact!)),
            ],
            Attachments = attaching.All,
            Mirror = mirror?.Text,
        };
        return outline.Mode switch
        {
            ResponseMode.Documents => new DocumentPack(text),
            ResponseMode.Questionnaire => new Questionnaire(text),
            ResponseMode.Acknowledge => new Acknowledgement(text),
            ResponseMode.Dispute => new Dispute(text),
            _ => text,
        };
    }
}
