using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Reprieve.Notices;

/// <summary>
/// Reads a notice that was copied into a Word file: a paragraph a line, cells parted, deleted and hidden text left out.
/// Only the document part is unpacked, as it is read, within bounds of size, ratio and nesting.
/// </summary>
internal static class WordFile
{
    private const string Document = "word/document.xml";
    private const int MaxEntries = 5_000;
    private const int MaxUnpacked = 32 * 1024 * 1024;
    private const int MaxText = 2 * NoticeText.LongestRead;
    private const int MaxDepth = 256;

    public static ReadResult Read(byte[] content, string source)
    {
        try
        {
            (string text, int hidden) = Text(content);
            return string.IsNullOrWhiteSpace(text)
                ? new ReadResult(source, null, Say.Texts.Get("Read_NoWords", source))
                : TextFile.Of(text, content, source, notes: ReadingNotes.Of(hidden));
        }
        catch (Exception fault)
            when (fault
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            return new ReadResult(source, null, Say.Texts.Get("Read_BrokenWord", source));
        }
    }

    private static (string Text, int Hidden) Text(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        ZipArchiveEntry part =
            zip.Entries.Count <= MaxEntries && zip.GetEntry(Document) is { Length: <= MaxUnpacked } found
                ? found
                : throw new InvalidDataException();
        using Stream unpacked = part.Open();
        using var bounded = new LimitedStream(unpacked, MaxUnpacked);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var xml = XmlReader.Create(bounded, settings);
        return new Collector().Run(xml);
    }

    private sealed class Collector
    {
        private readonly StringBuilder _text = new();
        private bool _vanished;
        private bool _inText;
        private bool _inRun;
        private int _cells;
        private int _hidden;

        public (string Text, int Hidden) Run(XmlReader xml)
        {
            while (_text.Length < MaxText && xml.Read())
            {
                if (xml.Depth > MaxDepth)
                {
                    throw new InvalidDataException();
                }

                switch (xml.NodeType)
                {
                    case XmlNodeType.Element:
                        Open(xml);
                        break;
                    case XmlNodeType.EndElement:
                        Close(xml.LocalName);
                        break;
                    case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when _inText:
                        Add(xml.Value);
                        break;
                }
            }

            return (_text.ToString().Trim('\n', ' '), _hidden);
        }

        private void Open(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "r":
                    (_inRun, _vanished) = (true, false);
                    break;
                case "vanish" when _inRun:
                    _vanished = xml.GetAttribute("val", xml.NamespaceURI) is not ("0" or "false" or "off");
                    break;
                case "t":
                    _inText = !xml.IsEmptyElement;
                    break;
                case "tab" when _inRun:
                    _text.Append('\t');
                    break;
                case "br" or "cr" when _inRun:
                    _text.Append('\n');
                    break;
                case "noBreakHyphen":
                    _text.Append('-');
                    break;
                case "numPr":
                    _text.Append("- ");
                    break;
                case "tc":
                    _cells++;
                    break;
                case "p" when xml.IsEmptyElement:
                    Close("p");
                    break;
            }
        }

        private void Close(string name)
        {
            switch (name)
            {
                case "t":
                    _inText = false;
                    break;
                case "r":
                    (_inRun, _vanished) = (false, false);
                    break;
                case "p":
                    _text.Append(_cells > 0 ? ' ' : '\n');
                    break;
                case "tc":
                    _cells = Math.Max(0, _cells - 1);
                    break;
                case "tr":
                    _text.Append('\n');
                    break;
            }
        }

        private void Add(string value)
        {
            if (_vanished)
            {
                _hidden += Letters.CountLetters(value);
            }
            else
            {
                _text.Append(value);
            }
        }
    }
}
