using System.Security.Cryptography;

namespace Reprieve.Fuzz;

/// <summary>Keeps what went wrong: the input beside the fault, each fault once.</summary>
internal sealed class Findings(string folder)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public int Count => _known.Count;

    /// <summary>Saves an input, unless one with the same fault was saved before; says where it lies.</summary>
    public string Save(byte[] input, string name, string fault)
    {
        string kind = string.Join('\n', fault.Split('\n').Take(3));
        string path = Path.Combine(
            folder,
            Convert.ToHexStringLower(SHA256.HashData(input))[..12] + Path.GetExtension(name)
        );
        if (_known.Add(kind))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(path, input);
            File.WriteAllText(path + ".fault", fault);
        }

        return path;
    }
}
