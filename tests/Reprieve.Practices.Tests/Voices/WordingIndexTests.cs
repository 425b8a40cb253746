using CsCheck;
using Reprieve.Practices.Voices;

namespace Reprieve.Practices.Tests.Voices;

public sealed class WordingIndexTests
{
    private const int Gap = 3;

    private static readonly Gen<string> Word = Gen.Int[0, 4]
        .Select(i => "ab é壞"[i])
        .Array[1, 6]
        .Select(c => new string(c));

    [Fact]
    public void The_index_finds_what_trying_every_wording_at_a_place_finds() =>
        Gen.Select(Word.Array[1, 2].Array[1, 8], Word.Array[1, 6])
            .Sample(
                (phrases, words) =>
                {
                    List<Wording> wordings =
                    [
                        .. phrases
                            .Select(parts => parts.Select(SpokenText.Fold).Where(part => part.Length > 0).ToArray())
                            .Where(parts => parts.Length > 0)
                            .Select(parts => new Wording(parts, null, null)),
                    ];
                    var index = new WordingIndex(wordings);
                    var text = new SpokenText(string.Join(' ', words));
                    for (int at = 0; at < text.Folded.Length; at++)
                    {
                        List<Hit> found = [];
                        index.AddHits(text, at, text.Folded.Length, Gap, found);
                        found.ShouldBe(
                            wordings
                                .Select(wording =>
                                    (Wording: wording, End: wording.EndIn(text, at, text.Folded.Length, Gap))
                                )
                                .Where(tried => tried.End is not null)
                                .Select(tried => new Hit(tried.Wording, at, tried.End!.Value)),
                            ignoreOrder: true
                        );
                    }
                },
                iter: 5000,
                threads: 1
            );
}
