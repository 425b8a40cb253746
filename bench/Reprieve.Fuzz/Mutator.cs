using System.Text;

namespace Reprieve.Fuzz;

/// <summary>Makes inputs out of inputs: changed bytes, moved lines, broken structure, other shapes. Seeded.</summary>
internal sealed class Mutator(Corpus corpus, int seed)
{
    private const int MostChanges = 8;
    private const int Longest = 400_000;
    private const int MostCopies = 2_000;

    private readonly Random _random = new(seed);

    public (byte[] Bytes, string Name) Next()
    {
        (byte[] bytes, string name) = corpus.Input(_random);
        List<byte> input = [.. bytes];
        int changes = _random.Next(1, MostChanges + 1);
        for (int i = 0; i < changes; i++)
        {
            Change(input);
        }

        if (_random.Next(10) == 0)
        {
            input = [.. Wrappings.Wrap([.. input], _random)];
        }

        return (input.Count > Longest ? [.. input[..Longest]] : [.. input], name);
    }

    private void Change(List<byte> input)
    {
        int at = _random.Next(input.Count + 1);
        switch (_random.Next(12))
        {
            case 0 when at < input.Count:
                input[at] = (byte)_random.Next(256);
                break;
            case 1 when at < input.Count:
                input[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                input.RemoveRange(at, Math.Min(input.Count - at, _random.Next(1, 200)));
                break;
            case 3:
                input.InsertRange(at, Tokens.Any(_random));
                break;
            case 4:
                input.InsertRange(LineStart(input, at), [.. Tokens.Any(_random), (byte)'\n']);
                break;
            case 5:
                input.InsertRange(LineStart(input, at), [.. corpus.Line(_random), (byte)'\n']);
                break;
            case 6:
                Repeat(input, at, Tokens.Any(_random));
                break;
            case 7:
                CopyPart(input, at);
                break;
            case 8:
                Splice(input, at);
                break;
            case 9:
                input.InsertRange(HeaderEnd(input), [.. Tokens.Header(_random), (byte)'\r', (byte)'\n']);
                break;
            case 10:
                input.InsertRange(at, RandomBytes(_random.Next(1, 40)));
                break;
            default:
                SwapLines(input, at);
                break;
        }
    }

    private void Repeat(List<byte> input, int at, byte[] piece)
    {
        int times = 1 << _random.Next(12);
        for (int i = 0; i < times && i < MostCopies && input.Count < Longest; i++)
        {
            input.InsertRange(at, piece);
        }
    }

    private void CopyPart(List<byte> input, int at)
    {
        int length = Math.Min(input.Count - at, _random.Next(1, 3_000));
        byte[] part = [.. input[at..(at + length)]];
        input.InsertRange(_random.Next(input.Count + 1), part);
    }

    private void Splice(List<byte> input, int at)
    {
        byte[] other = corpus.Input(_random).Bytes;
        int from = _random.Next(other.Length);
        input.RemoveRange(at, input.Count - at);
        input.AddRange(other[from..]);
    }

    private void SwapLines(List<byte> input, int at)
    {
        int first = LineStart(input, at);
        int end = input.IndexOf((byte)'\n', first);
        if (end < 0)
        {
            return;
        }

        byte[] line = [.. input[first..(end + 1)]];
        input.RemoveRange(first, line.Length);
        input.InsertRange(LineStart(input, _random.Next(input.Count + 1)), line);
    }

    private static int LineStart(List<byte> input, int at) => at == 0 ? 0 : input.LastIndexOf((byte)'\n', at - 1) + 1;

    private static int HeaderEnd(List<byte> input)
    {
        for (int i = 0; i + 1 < input.Count; i++)
        {
            if (input[i] == '\n' && input[i + 1] is (byte)'\n' or (byte)'\r')
            {
                return i + 1;
            }
        }

        return 0;
    }

    private byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}

/// <summary>Puts an input into another shape: an attached mail, a mailbox, a line of JSON, another encoding.</summary>
internal static class Wrappings
{
    public static byte[] Wrap(byte[] input, Random random) =>
        random.Next(7) switch
        {
            0 => [.. "From: a@b.example\r\nSubject: Fwd\r\nContent-Type: message/rfc822\r\n\r\n"u8, .. input],
            1 => [.. "From x Mon\n"u8, .. input, .. "\n\nFrom y Tue\n"u8, .. input],
            2 => Encoding.UTF8.GetBytes(
                $"{{\"text\":{System.Text.Json.JsonSerializer.Serialize(Encoding.Latin1.GetString(input))}}}"
            ),
            3 =>
            [
                .. "From: a@b.example\r\nSubject: x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8,
                .. Encoding.ASCII.GetBytes(Convert.ToBase64String(input, Base64FormattingOptions.InsertLineBreaks)),
            ],
            4 => Encoding.Unicode.GetBytes("\uFEFF" + Encoding.UTF8.GetString(input)),
            5 => [.. "<html><body>"u8, .. input],
            _ =>
            [
                .. "From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\n"u8,
                .. input,
                .. "\r\n--b\r\nContent-Type: text/html\r\n\r\n"u8,
                .. input,
                .. "\r\n--b--\r\n"u8,
            ],
        };
}
