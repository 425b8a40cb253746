using System.Globalization;

namespace Reprieve.AmazonStandIn;

/// <summary>Chance that can be repeated.</summary>
internal sealed class Chance(int seed)
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private readonly Random _random = new(seed);

    public bool Happens(double share) => _random.NextDouble() < share;

    public int Below(int end) => _random.Next(end);

    public double Between(double least, double most) => least + _random.NextDouble() * (most - least);

    public T Of<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public string Letters(int count) =>
        new([.. Enumerable.Range(0, count).Select(_ => Alphabet[_random.Next(Alphabet.Length)])]);

    public string Digits(int count) =>
        _random.NextInt64((long)Math.Pow(10, count)).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');
}
