using System.Text;

namespace Reprieve.Cli.Mailing;

/// <summary>Asks a person at a terminal for something that must not be seen.</summary>
internal static class HiddenLine
{
    /// <summary>What was typed; null when the person only pressed Enter.</summary>
    public static string? Ask(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.Length == 0 ? null : typed.ToString();
    }
}
