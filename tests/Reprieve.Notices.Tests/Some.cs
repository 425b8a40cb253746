using System.Text;
using Reprieve.Knowledge;

namespace Reprieve.Notices.Tests;

/// <summary>What the tests of this project share: one reader, and messages made of a few words.</summary>
internal static class Some
{
    public static NoticeReader Reader { get; } = new(KnowledgeLoader.BuiltIn);

    public static string Fixtures { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static Diagnosis Read(string text, string? subject = null, DateTimeOffset? date = null) =>
        Reader.Read(Text(text, subject, date));

    /// <summary>What is read of a text that must be of a kind and, where one is given, tell that state of the account.</summary>
    public static Diagnosis ReadAs(NoticeKind kind, string text, AccountStatus? status = null)
    {
        Diagnosis read = Read(text);
        read.Kind.ShouldBe(kind);
        read.AccountStatus.ShouldBe(status ?? read.AccountStatus);
        return read;
    }

    public static Message Text(string text, string? subject = null, DateTimeOffset? date = null) =>
        new()
        {
            Source = "test",
            Text = text,
            Subject = subject,
            Date = date,
            Sha256 = "",
        };

    public static Message Mail(string mail) => Mail(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));

    public static Message Mail(byte[] mail) =>
        MessageReader.ReadStream(new MemoryStream(mail), "test.eml").Single().Message.ShouldNotBeNull();
}

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("reprieve-notices-").FullName;

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] content)
    {
        string path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
