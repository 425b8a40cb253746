using System.Text;
using CsCheck;
using Reprieve.Practices.Reports;

namespace Reprieve.Practices.Tests.Reports;

public sealed class Utf8TextTests
{
    private static readonly string[] Characters = [" ", "\t", "\u00A0", "\u3000", "\u0085", "a", "-", "é", "中", "😀"];

    private static readonly Gen<string> Text = Gen.Int[0, Characters.Length - 1]
        .Array[0, 8]
        .Select(places => string.Concat(places.Select(place => Characters[place])));

    [Fact]
    public void White_space_of_any_script_is_taken_off_both_ends() =>
        Text.Sample(text => Encoding.UTF8.GetString(Utf8Text.Trim(Encoding.UTF8.GetBytes(text))).ShouldBe(text.Trim()));

    [Fact]
    public void A_cut_never_leaves_part_of_a_character() =>
        Gen.Select(Text, Gen.Int[0, 40])
            .Sample(
                (text, most) =>
                {
                    byte[] field = Encoding.UTF8.GetBytes(text);
                    string cut = Encoding.UTF8.GetString(Utf8Text.Cut(field, most));
                    text.ShouldStartWith(cut, Case.Sensitive);
                    int left = field.Length - Encoding.UTF8.GetByteCount(cut);
                    (left == 0 || field.Length - left > most - 4).ShouldBeTrue($"{text} {most}");
                }
            );

    [Theory]
    [InlineData("PENDING", true, true)]
    [InlineData("Pending - Waiting", false, true)]
    [InlineData("Pend", false, false)]
    [InlineData("", false, false)]
    public void Words_are_known_in_capitals_or_not(string field, bool isIt, bool begins)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(field);
        (Utf8Text.Is(utf8, "Pending"u8), Utf8Text.StartsWith(utf8, "Pending"u8)).ShouldBe((isIt, begins));
    }
}
