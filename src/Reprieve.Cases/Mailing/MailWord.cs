using System.Text.Json.Serialization;
using Reprieve.Knowledge;

namespace Reprieve.Cases.Mailing;

/// <summary>What a person says of a mail that leaves.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MailWord>))]
public enum MailWord
{
    /// <summary>It arrived: it was found in Sent, or Amazon has it.</summary>
    Arrived,

    /// <summary>It did not arrive, and may go again.</summary>
    NotArrived,

    /// <summary>It was not sent, and shall not be.</summary>
    GiveUp,
}
