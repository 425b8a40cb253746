using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Appeals.Guards;

/// <summary>What a guard has to say before an answer goes out.</summary>
/// <param name="Rule">
/// PRC-01, PRC-02 … as in the list of process rules, SND-01 … for guards that list does not have, or the rule of a
/// blocking finding. It is what an override names.
/// </param>
/// <param name="Effect">Whether it refuses or warns.</param>
/// <param name="Sentence">What is wrong and what to do, in the screen's language.</param>
/// <param name="MayOverride">Whether a person may set it aside with a reason.</param>
public sealed record GuardResult(string Rule, GuardEffect Effect, string Sentence, bool MayOverride);

/// <summary>What a guard does.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<GuardEffect>))]
public enum GuardEffect
{
    Warn,
    Refuse,
}
