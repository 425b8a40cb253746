using Reprieve.Appeals.Packing;

namespace Reprieve.Answers.Rounds;

/// <summary>Says what would be new, where nothing is: the papers that are asked for first, then what could still be told.</summary>
internal sealed class NewsWanted(NextRoundRequest request)
{
    // More than a person takes up at once; the interview has them all.
    private const int MostQuestions = 5;

    public IReadOnlyList<string> Of(IReadOnlyList<Gap> gaps) =>
        [
            .. gaps.Where(gap => gap.Paper is not null && PaperKinds.IsPaper(gap.Paper))
                .Select(gap =>
                    Say.Texts.Get(gap.Sent.Count == 0 ? "New_Paper" : "New_PaperAgain", PaperKinds.Name(gap.Paper!))
                )
                .Distinct(),
            .. request.OpenQuestions.Take(MostQuestions).Select(question => Say.Texts.Get("New_Question", question)),
            Say.Texts.Get("Next_WhatIsNew"),
        ];
}
