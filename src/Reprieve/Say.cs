using Reprieve.Knowledge;

namespace Reprieve.Cli;

/// <summary>The strings of the command.</summary>
internal static class Say
{
    public static readonly UserTexts Texts = new(typeof(Say), "Reprieve.Cli.Texts");

    public static string Get(string key, params ReadOnlySpan<object?> arguments) => Texts.Get(key, arguments);
}
