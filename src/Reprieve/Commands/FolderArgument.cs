using System.CommandLine;
using Reprieve.Cases;

namespace Reprieve.Cli.Commands;

/// <summary>The case folder that most commands take.</summary>
internal static class FolderArgument
{
    public static Argument<string> Create() => new("FOLDER") { Description = Say.Get("Arg_Folder") };

    /// <summary>The paths of the given folder; a folder that is not there is wrong usage.</summary>
    public static CasePaths Paths(ParseResult parsed, Argument<string> folder, CommonOptions common) =>
        Paths(parsed.GetRequiredValue(folder), parsed, common);

    /// <summary>The paths of a folder that was given.</summary>
    public static CasePaths Paths(string given, ParseResult parsed, CommonOptions common)
    {
        if (!Directory.Exists(given))
        {
            throw new DirectoryNotFoundException(
                File.Exists(given) ? Say.Get("Folder_IsFile", given) : Say.Get("Folder_Missing", given)
            );
        }

        CasePaths paths = CasePaths.Of(given, parsed.GetValue(common.Output));
        return parsed.GetValue(common.Store) is not { } store ? paths
            : CasePaths.IsStoreKey(store) ? paths.ForStore(store)
            : throw new UsageException(Say.Get("Store_Wrong", store));
    }
}
