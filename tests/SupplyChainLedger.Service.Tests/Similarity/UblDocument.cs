using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SupplyChainLedger.Service.Tests.Similarity;

/// <summary>An invoice document whose fields and layout a test can change.</summary>
internal sealed class UblDocument
{
    private static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    private static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    private readonly XDocument _xml;

    private UblDocument(XDocument xml) => _xml = xml;

    /// <summary>Reads a file.</summary>
    public static UblDocument Parse(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return new UblDocument(XDocument.Load(stream, LoadOptions.PreserveWhitespace));
    }

    public string Number
    {
        get => Field("ID").Value.Trim();
        set => Field("ID").Value = value;
    }

    public DateOnly IssueDate
    {
        get => Day(Field("IssueDate").Value);
        set => Field("IssueDate").Value = Text(value);
    }

    public DateOnly DueDate
    {
        get => Day(Field("DueDate").Value);
        set
        {
            if (_xml.Root!.Element(Cbc + "DueDate") is { } due) due.Value = Text(value);
            else Field("IssueDate").AddAfterSelf(new XElement(Cbc + "DueDate", Text(value)));
        }
    }

    public string TypeCode
    {
        set => Field("InvoiceTypeCode").Value = value;
    }

    public decimal Amount
    {
        get => decimal.Parse(Payable.Value, CultureInfo.InvariantCulture);
        set => Payable.Value = value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The smallest unit of the document's currency.</summary>
    public decimal MinorUnit => Payable.Attribute("currencyID")!.Value switch
    {
        "JPY" => 1m,
        "KWD" => 0.001m,
        _ => 0.01m,
    };

    private XElement Payable => _xml.Root!.Element(Cac + "LegalMonetaryTotal")!.Element(Cbc + "PayableAmount")!;

    public UblDocument Copy() => new(new XDocument(_xml));

    public byte[] Write() => Write(new XmlWriterSettings { Encoding = new UTF8Encoding(false) });

    /// <summary>Every element on a line of its own, all indented anew.</summary>
    public byte[] WriteIndented()
    {
        var bare = new UblDocument(XDocument.Parse(_xml.ToString(SaveOptions.DisableFormatting)));
        return bare.Write(new XmlWriterSettings { Indent = true, IndentChars = "\t", NewLineChars = "\r\n" });
    }

    /// <summary>Without any white space between elements.</summary>
    public byte[] WriteOnOneLine()
    {
        var bare = XDocument.Parse(_xml.ToString(SaveOptions.DisableFormatting));
        return new UblDocument(bare).Write(new XmlWriterSettings { Indent = false, OmitXmlDeclaration = true });
    }

    public byte[] WriteAsUtf16() => Write(new XmlWriterSettings { Encoding = Encoding.Unicode });

    /// <summary>With prefixes as a library makes them up.</summary>
    public byte[] WriteWithOtherPrefixes()
    {
        var copy = Copy();
        var root = copy._xml.Root!;
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        var number = 1;
        foreach (var space in new[] { root.Name.Namespace, Cac, Cbc })
            root.Add(new XAttribute(XNamespace.Xmlns + $"NS{number++}", space.NamespaceName));
        return copy.Write();
    }

    /// <summary>With remarks between the elements.</summary>
    public byte[] WriteWithComments()
    {
        var copy = Copy();
        foreach (var element in copy._xml.Root!.Elements().ToList()) element.AddBeforeSelf(new XComment("exported"));
        return copy.Write();
    }

    private byte[] Write(XmlWriterSettings settings)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings)) _xml.Save(writer);
        return stream.ToArray();
    }

    private XElement Field(string name) => _xml.Root!.Element(Cbc + name)!;

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
