using Reprieve.Knowledge;
using Reprieve.Notices;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking;

/// <summary>Which cells of what the notice asks a text answers.</summary>
internal static class AnswerCoverage
{
    private const int ContentTokens = 4;

    public static IReadOnlyList<Coverage> Of(PlanText plan, ResponseMode mode, Diagnosis? notice)
    {
        if (plan.Vocabulary is null)
        {
            return [];
        }

        List<(string? Cause, PlanSection Section)> cells = Cells(mode, notice);
        int causes = cells.Select(cell => cell.Cause).Distinct().Count();
        return
        [
            .. cells.Select(cell => new Coverage(
                cell.Cause,
                cell.Section,
                Answered(plan, cell.Cause, cell.Section, causes)
            )),
        ];
    }

    /// <summary>The notice's own grid; without one, each stated reason (or none) by the three parts of a plan.</summary>
    private static List<(string? Cause, PlanSection Section)> Cells(ResponseMode mode, Diagnosis? notice)
    {
        if (notice?.RequestGrid is { Count: > 0 } grid)
        {
            return [.. grid.Select(cell => (cell.Cause, cell.Section)).Distinct()];
        }

        if (mode != ResponseMode.Plan)
        {
            return [];
        }

        List<string?> causes = [.. notice?.Reasons.Select(reason => reason.Code).Distinct() ?? []];
        return
        [
            .. (causes.Count == 0 ? [null] : causes).SelectMany(cause =>
                Enum.GetValues<PlanSection>().Select(section => (cause, section))
            ),
        ];
    }

    private static bool Answered(PlanText plan, string? cause, PlanSection section, int causes)
    {
        List<Block> content = [.. plan.Content(section).Where(block => block.Tokens.Count >= ContentTokens)];
        if (cause is null || causes == 1 || content.Count == 0)
        {
            return content.Count > 0;
        }

        PlanVocabulary words = plan.Vocabulary!;
        Phrases names = words.Cause(cause);
        Phrases measures = section == PlanSection.RootCause ? Phrases.None : words.Measure(cause);
        if (names.Empty)
        {
            // No words for this cause in this language: a full part cannot be said to miss it.
            return true;
        }

        return content.Any(block =>
            block.Causes.Count > 0
                ? block.Causes.Contains(cause)
                : names.In(plan.Tokens, block.Tokens) || measures.In(plan.Tokens, block.Tokens)
        );
    }
}
