namespace Reprieve.Documents.Tests;

public sealed class LayoutTests
{
    [Fact]
    public void Dump()
    {
        foreach (
            Document d in new[]
            {
                Invoices.LabelsAbove().Read(),
                Invoices.LabelsLeft().Read(),
                Invoices.German().Read(),
            }
        )
        {
            Console.WriteLine(DocumentsJson.Serialize([d]));
        }
    }
}
