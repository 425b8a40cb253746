using Reprieve.Notices;
using Reprieve.Responses.Checking.Reading;

namespace Reprieve.Responses.Checking;

/// <summary>The questions a notice asks, as words, so that they are known again when an answer uses them as headings.</summary>
internal static class NoticeQuestions
{
    public static IReadOnlyList<NoticeQuestion> Of(Diagnosis? notice) =>
        notice is null
            ? []
            :
            [
                .. notice.RequestGrid.Select(cell => new NoticeQuestion(
                    Tokens.Of(cell.Evidence.Quote).Select(token => token.Key).ToHashSet(StringComparer.Ordinal),
                    cell.Section,
                    cell.Cause
                )),
            ];
}
