using Reprieve.Example;

// dotnet run --project docs/api/example -- ADDRESS FOLDER, with the token in REPRIEVE_TOKEN
string? token = Environment.GetEnvironmentVariable("REPRIEVE_TOKEN");
if (args.Length != 2 || token is null)
{
    await Console.Error.WriteLineAsync("usage: REPRIEVE_TOKEN=reprieve_… dotnet run -- http://127.0.0.1:7370 FOLDER");
    return 2;
}

using var client = new ExampleClient(new Uri(args[0]), token);
return await client.RunAsync(args[1], Console.Out) ? 0 : 1;
