using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Reprieve.Server.Api;

namespace Reprieve.Server.Tests.Api;

/// <summary>The document in docs/api is what the routes say. REPRIEVE_WRITE_OPENAPI=1 writes it anew.</summary>
public sealed class OpenApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_in_the_repository_is_what_the_routes_say()
    {
        await using RunningServer server = await RunningServer.StartAsync(more: Described);
        string made = await MadeAsync(server);
        string path = Path.Combine(RunningServer.Sample(""), "..", "docs", "api", "openapi.json");
        if (Environment.GetEnvironmentVariable("REPRIEVE_WRITE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(path, made, Cancel);
        }

        made.ShouldBe((await File.ReadAllTextAsync(path, Cancel)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_running_program_gives_it_to_everybody()
    {
        await using RunningServer server = await RunningServer.StartAsync();
        using var nobody = new Asking(server, null);

        string given = (await nobody.JsonAsync("GET", "/api/v1/openapi.json")).GetRawText();

        given.ShouldContain("/api/v1/cases/{id}");
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_sentence_and_a_tag()
    {
        await using RunningServer server = await RunningServer.StartAsync(more: Described);
        OpenApiDocument document = await DocumentAsync(server);

        document.Paths.Count.ShouldBeGreaterThan(40);
        foreach (OpenApiOperation operation in document.Paths.SelectMany(path => path.Value.Operations!.Values))
        {
            operation.OperationId.ShouldNotBeNullOrEmpty();
            operation.Summary.ShouldNotBeNullOrEmpty(operation.OperationId);
            operation.Tags.ShouldNotBeNull().ShouldHaveSingleItem();
        }
    }

    private static void Described(IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = one => one.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "Reprieve",
                            Version = "1",
                            Description =
                                "What programs can ask of a workbench: whatever its pages can do. A write may carry an "
                                + Idempotency.Header
                                + "; sent again it is not done again.",
                        };
                        document.Servers = [];
                        document.Components ??= new OpenApiComponents();
                        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                        {
                            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
                        };
                        document.Security =
                        [
                            new OpenApiSecurityRequirement
                            {
                                [new OpenApiSecuritySchemeReference("token", document)] = [],
                            },
                        ];
                        return Task.CompletedTask;
                    }
                );
            }
        );

    private static Task<OpenApiDocument> DocumentAsync(RunningServer server) =>
        server.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(Cancel);

    private static async Task<string> MadeAsync(RunningServer server)
    {
        OpenApiDocument document = await DocumentAsync(server);
        string json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, Cancel);
        return json.ReplaceLineEndings("\n") + "\n";
    }
}
