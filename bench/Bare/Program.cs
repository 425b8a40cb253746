// The smallest console program: what any .NET program pays to start and end.
Console.WriteLine("bare");
