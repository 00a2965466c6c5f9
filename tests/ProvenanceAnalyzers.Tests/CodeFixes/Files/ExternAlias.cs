extern alias SystemXml;

global using System.IO;
global using Lines = System.Collections.Generic.List<string>;
using System.Text;
using static System.Globalization.CultureInfo;
using Xml = SystemXml::System.Xml;

namespace Contoso.Documents;

using static System.StringComparison;
using Document = SystemXml::System.Xml.XmlDocument;

public sealed class DocumentReader
{
    public Document Read(Stream stream)
    {
        var document = new Document();
        document.Load(stream);
        return document;
    }

    public Lines Names(Xml.XmlElement element)
    {
        var names = new Lines();
        foreach (Xml.XmlNode child in element.ChildNodes)
        {
            if (!child.Name.StartsWith("x", Ordinal))
            {
                names.Add(child.Name.ToUpper(GetCultureInfo("de")));
            }
        }

        return names;
    }
}

internal sealed class Utf8Writer(Stream stream) : StreamWriter(stream, Encoding.UTF8)
{
    public override Encoding Encoding => base.Encoding;
}
