using Reprieve.Knowledge;

// Usage: KnowledgeCompiler KNOWLEDGE_DIR OUTPUT_FILE. Faults are printed as the compiler prints its own.
try
{
    (_, string compiled) = KnowledgeLoader.Compile(args[0]);
    Directory.CreateDirectory(Path.GetDirectoryName(args[1])!);
    File.WriteAllText(args[1], compiled);
    return 0;
}
catch (KnowledgeException fault)
{
    foreach (KnowledgeProblem problem in fault.Problems)
    {
        Console.WriteLine($"knowledge/{problem.File}({problem.Line}): error KNOWLEDGE: {problem.Message}");
    }

    return 1;
}
