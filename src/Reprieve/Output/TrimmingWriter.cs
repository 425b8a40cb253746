using System.Text;

namespace Reprieve.Cli.Output;

/// <summary>Passes text on without the blanks before a line's end, with which tables are padded.</summary>
internal sealed class TrimmingWriter(TextWriter inner) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        switch (value)
        {
            case ' ':
                _blanks++;
                break;
            case '\r':
                break;
            case '\n':
                _blanks = 0;
                inner.WriteLine();
                break;
            default:
                for (; _blanks > 0; _blanks--)
                {
                    inner.Write(' ');
                }

                inner.Write(value);
                break;
        }
    }

    public override void Flush() => inner.Flush();
}
