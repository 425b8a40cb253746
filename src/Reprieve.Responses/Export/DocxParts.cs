using System.Globalization;
using System.Text;

namespace Reprieve.Responses.Export;

/// <summary>The fixed parts of the Word document. There are no document properties: they would hold a person's name.</summary>
internal static class DocxParts
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public const string ContentTypes =
        Head
        + """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
        + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
        + """<Default Extension="xml" ContentType="application/xml"/>"""
        + $"""<Override PartName="/word/document.xml" ContentType="{Word}document.main+xml"/>"""
        + $"""<Override PartName="/word/styles.xml" ContentType="{Word}styles+xml"/>"""
        + $"""<Override PartName="/word/numbering.xml" ContentType="{Word}numbering+xml"/>"""
        + "</Types>";

    public const string Relations =
        Head
        + """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + $"""<Relationship Id="rId1" Type="{Relation}officeDocument" Target="word/document.xml"/>"""
        + "</Relationships>";

    public const string DocumentRelations =
        Head
        + """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
        + $"""<Relationship Id="rId1" Type="{Relation}styles" Target="styles.xml"/>"""
        + $"""<Relationship Id="rId2" Type="{Relation}numbering" Target="numbering.xml"/>"""
        + "</Relationships>";

    public static string Styles(string language) =>
        Head
        + $"""<w:styles xmlns:w="{Main}"><w:docDefaults><w:rPrDefault><w:rPr>"""
        + """<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Calibri"/><w:sz w:val="21"/>"""
        + (
            language.StartsWith("zh", StringComparison.Ordinal)
                ? """<w:lang w:val="en-US" w:eastAsia="zh-CN"/>"""
                : $"""<w:lang w:val="{language}"/>"""
        )
        + """</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"""
        + """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"""
        + """<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>"""
        + """<w:pPr><w:keepNext/><w:spacing w:before="180" w:after="60"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="25"/></w:rPr></w:style>"""
        + """<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/><w:basedOn w:val="Normal"/><w:qFormat/></w:style>"""
        + "</w:styles>";

    /// <summary>One instance for each list, so that each begins at 1.</summary>
    public static string Numbering(int lists)
    {
        var xml = new StringBuilder(
            Head
                + $"""<w:numbering xmlns:w="{Main}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>"""
        );
        xml.Append(
            """<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>"""
        );
        xml.Append("""<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>""");
        for (int i = 1; i <= lists; i++)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"""<w:num w:numId="{i}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""
            );
        }

        return xml.Append("</w:numbering>").ToString();
    }
}
