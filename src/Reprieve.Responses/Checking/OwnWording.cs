using Reprieve.Knowledge;
using Reprieve.Responses.Checking.Similarity;
using Reprieve.Responses.Evidence;
using Reprieve.Responses.Writing;

namespace Reprieve.Responses.Checking;

/// <summary>
/// What of an answer is its seller's own, as hashes of word groups: six words on end, or twelve ideographs, within one
/// sentence, names and numbers left out. Groups that stand in a playbook's own sentences are left out too: every answer
/// of that kind has them.
/// </summary>
public sealed class OwnWording(KnowledgeBase knowledge)
{
    /// <summary>Stands in a gap: numbers are left out of groups, as the dates and names are that mostly fill one.</summary>
    private const string InGap = "0";

    private readonly Lazy<HashSet<uint>> _playbooks = new(() => GroupsOf(knowledge));

    /// <summary>The groups of an answer.</summary>
    /// <param name="sentences">Its sentences; where there are none, the lines of the text are taken for them.</param>
    public IReadOnlySet<uint> Of(IReadOnlyList<LedgerSentence> sentences, string text)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(text);
        HashSet<uint> groups = [];
        foreach (string one in sentences.Count > 0 ? sentences.Select(sentence => sentence.Text) : text.Split('\n'))
        {
            groups.UnionWith(WordGroups.All(one));
        }

        groups.ExceptWith(_playbooks.Value);
        return groups;
    }

    private static HashSet<uint> GroupsOf(KnowledgeBase knowledge)
    {
        IEnumerable<string> sentences = knowledge
            .Playbooks.SelectMany(playbook => playbook.Sentences)
            .SelectMany(sentence => sentence.Say.Texts.Values)
            .Concat(knowledge.Translations.SelectMany(translation => translation.Sentences.Values));
        IEnumerable<string> choices = knowledge
            .Playbooks.SelectMany(playbook => playbook.Questions)
            .SelectMany(question => question.Choices)
            .SelectMany(choice => (choice.Say ?? choice.Label).Texts.Values);
        return
        [
            .. sentences
                .Select(sentence => Template.Fill(sentence, _ => InGap))
                .Concat(choices)
                .SelectMany(WordGroups.All),
        ];
    }
}
