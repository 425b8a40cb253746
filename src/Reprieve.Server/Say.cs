using Reprieve.Knowledge;

namespace Reprieve.Server;

/// <summary>The strings of this project that a person reads.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Server.Texts");

    /// <inheritdoc cref="UserTexts.Get"/>
    public static string Get(string key, params ReadOnlySpan<object?> arguments) => Texts.Get(key, arguments);
}
