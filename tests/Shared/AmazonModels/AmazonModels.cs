using System.Text.Json.Nodes;

namespace Reprieve.Testing;

/// <summary>Amazon's published models of the Selling Partner API, read from a folder of their files.</summary>
internal sealed class AmazonModels
{
    private static readonly Lazy<AmazonModels?> OfShared = new(() =>
        Directory.Exists(SharedFolder) ? Load(SharedFolder) : null
    );

    private readonly ModelOperation[] _operations;

    private AmazonModels(ModelOperation[] operations) => _operations = operations;

    /// <summary>Where the models lie beside the repository.</summary>
    public static string SharedFolder { get; } = Path.Combine(Repository.Root, "..", "shared", "amazon", "openapi");

    /// <summary>The models beside the repository; null where they are not there.</summary>
    public static AmazonModels? Shared => OfShared.Value;

    /// <summary>The models beside the repository; skips the test where they are not there.</summary>
    public static AmazonModels SharedOrSkip()
    {
        Assert.SkipUnless(Shared is not null, "Amazon's models (../shared/amazon/openapi) are not here");
        return Shared!;
    }

    /// <summary>Reads every `*.json` of the folder; schemas are made when they are needed.</summary>
    public static AmazonModels Load(string folder) =>
        new([.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Operations)]);

    /// <summary>The operation at this path, the one with fewer variable parts first.</summary>
    public ModelOperation? Find(string method, string path)
    {
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return _operations
            .Where(o => o.Method == method && o.Matches(segments))
            .MinBy(o => o.Path.Count(c => c == '{'));
    }

    /// <summary>The operation by its name in the model of that name.</summary>
    public ModelOperation Named(string model, string operation) =>
        _operations.Single(o => o.Model == model && o.Name == operation);

    private static IEnumerable<ModelOperation> Operations(string file)
    {
        JsonObject model = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        ModelSchemas schemas = new(model["definitions"]!.AsObject());
        foreach ((string path, JsonNode? item) in model["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? node) in item!.AsObject())
            {
                if (node is JsonObject operation && operation["operationId"] is not null)
                {
                    yield return new ModelOperation(
                        Path.GetFileNameWithoutExtension(file),
                        (string)operation["operationId"]!,
                        method.ToUpperInvariant(),
                        path,
                        operation,
                        schemas
                    );
                }
            }
        }
    }
}
