using CsCheck;

namespace Reprieve.Notices.Tests.Cues;

public sealed class TableTests
{
    [Fact]
    public void Pairs_are_found_as_a_dictionary_finds_them() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[1, 500], Gen.Int[1, 9])
            .List[0, 2000]
            .Sample(pairs =>
            {
                var table = new PairTable();
                Dictionary<(int, int), int> known = [];
                foreach ((int left, int right, int value) in pairs)
                {
                    table[left, right] = value;
                    known[(left, right)] = value;
                }

                for (int left = 0; left <= 20; left++)
                {
                    for (int right = 1; right <= 20; right++)
                    {
                        table[left, right].ShouldBe(known.GetValueOrDefault((left, right)));
                    }
                }

                known.ShouldAllBe(pair => table[pair.Key.Item1, pair.Key.Item2] == pair.Value);
            });

    [Fact]
    public void Words_are_found_as_a_dictionary_finds_them() =>
        Gen
            .String.List[0, 1000]
            .Sample(words =>
            {
                var table = new WordTable();
                List<string> known = [.. words.Distinct(StringComparer.Ordinal)];
                for (int i = 0; i < known.Count; i++)
                {
                    table.Add(known[i], i + 1);
                }

                for (int i = 0; i < known.Count; i++)
                {
                    table.Find(known[i]).ShouldBe(i + 1);
                }

                table.Find("not a word of these \uE000").ShouldBe(0);
            });

    [Fact]
    public void A_word_answers_to_its_beginnings()
    {
        var lexicon = new Lexicon();
        int whole = lexicon.Learn("deaktiviert", isBeginning: false);
        int beginning = lexicon.Learn("deaktiv", isBeginning: true);
        lexicon.Close();

        lexicon.Find("deaktiviert").ShouldBe(whole);
        lexicon.Alternatives(whole).ToArray().ShouldBe([beginning]);
        lexicon.Find("deaktivierung").ShouldBe(beginning);
        lexicon.Find("aktiv").ShouldBe(0);
    }

    [Theory]
    [InlineData("ab", "abend")]
    [InlineData("b2", "b2b")]
    [InlineData("账户", "账户状态")]
    [InlineData("donaudampfschifffahrtsgesellschaftskapitaen", "donaudampfschifffahrtsgesellschaftskapitaenin")]
    public void A_beginning_is_found_however_it_is_written(string beginning, string word)
    {
        var lexicon = new Lexicon();
        int number = lexicon.Learn(beginning, isBeginning: true);
        lexicon.Close();

        lexicon.Find(word).ShouldBe(number);
        lexicon.Find(word.AsSpan(1)).ShouldBe(0);
    }

    [Fact]
    public void Of_two_beginnings_the_longer_is_found()
    {
        var lexicon = new Lexicon();
        lexicon.Learn("deakt", isBeginning: true);
        int longer = lexicon.Learn("deaktiv", isBeginning: true);
        lexicon.Close();

        lexicon.Find("deaktivierung").ShouldBe(longer);
    }
}
