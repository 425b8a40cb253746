namespace Reprieve.Responses.Checking.Rules;

/// <summary>One rule of the answer: a class that looks, and an entry of <c>knowledge/checks</c> that speaks.</summary>
internal interface ICheck
{
    /// <summary>The rule's entry, which says for which modes it is.</summary>
    RuleEntry Entry { get; }

    /// <summary>What it has to say; nothing where it cannot know.</summary>
    IEnumerable<Finding> Look(AnswerUnderCheck answer);
}
