namespace Reprieve.Cases.Corrections;

/// <summary>What a person says a message means, where Reprieve read it otherwise; what was read is kept beside it.</summary>
/// <param name="Notice">SHA-256 of the message, lower-case hex: an edited message is another one.</param>
/// <param name="Field">What was read wrongly: one of <see cref="CorrectedField"/>'s codes.</param>
/// <param name="Values">What it is: codes of the contract, a domain, ASINs, or a day as yyyy-MM-dd; empty for none.</param>
/// <param name="Was">What was read, in the same form.</param>
/// <param name="By">The person.</param>
/// <param name="On">The day of the correction, in the store's zone.</param>
public sealed record Correction(
    string Notice,
    string Field,
    IReadOnlyList<string> Values,
    IReadOnlyList<string> Was,
    string By,
    DateOnly On
);
