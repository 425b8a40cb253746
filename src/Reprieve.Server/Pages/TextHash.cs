using System.Security.Cryptography;
using System.Text;

namespace Reprieve.Server.Pages;

/// <summary>What a page showed, to tell whether somebody changed it meanwhile.</summary>
internal static class TextHash
{
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))[..16];
}
