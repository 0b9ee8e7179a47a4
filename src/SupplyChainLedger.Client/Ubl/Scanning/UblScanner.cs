using System.Text;
using System.Xml;

namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>
/// Goes over a document once, forward only, and keeps the values of the known fields. Everything else, lines and
/// attachments included, passes through the reader's buffer and is never held.
/// </summary>
internal sealed class UblScanner(XmlReader reader)
{
    private readonly List<UblValue> _values = [];
    private readonly List<UblError> _errors = [];
    private readonly Stack<OpenElement> _open = new();
    private readonly char[] _chunk = new char[1024];
    private UblError? _end;

    private int Line => ((IXmlLineInfo)reader).LineNumber;

    private int Column => ((IXmlLineInfo)reader).LinePosition;

    /// <summary>Scans to the end of the document, or to the first thing that makes going on pointless.</summary>
    /// <exception cref="XmlException">The document is not well-formed, or has a document type definition.</exception>
    public async Task<UblScan> ScanAsync()
    {
        while (await MoveAsync())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                await EnterAsync();
            }
            else if (reader.NodeType == XmlNodeType.EndElement && IsInside(reader.Depth + 1))
            {
                _open.Pop();
            }
        }

        return _end is null ? new UblScan(_values, _errors, IsWhole: true) : UblScan.Broken(_end);
    }

    private async Task<bool> MoveAsync()
    {
        if (_end is not null || !await reader.ReadAsync())
        {
            return false;
        }

        if (reader.Depth > UblLimits.MaxDepth)
        {
            _end = new UblError
            {
                Reason = UblReason.NestedTooDeep,
                Line = Line,
                Column = Column,
                Problem = $"elements are nested more than {UblLimits.MaxDepth} deep",
                Remedy = "Submit the invoice as its accounting program wrote it.",
            };
        }

        return _end is null;
    }

    // True when every element from the root to this depth is on the way to a field.
    private bool IsInside(int depth) => _open.Count == depth;

    private async Task EnterAsync()
    {
        if (reader.Depth == 0)
        {
            _end = UblRoot.Check(reader.LocalName, reader.NamespaceURI, Line, Column);
            Open(UblNode.Invoice, "/Invoice");
        }
        else if (IsInside(reader.Depth) && _open.Peek().Node.Child(reader.NamespaceURI, reader.LocalName) is { } node)
        {
            await EnterKnownAsync(node);
        }
    }

    private async Task EnterKnownAsync(UblNode node)
    {
        var parent = _open.Peek();
        var occurrence = parent.Count(node);
        var index = occurrence > 1 ? $"[{occurrence}]" : "";
        var place = new UblPlace($"{parent.XPath}/{node.Step}{index}", Line, Column);
        var allowed = node.Repeats ? UblLimits.MaxRepeats : 1;
        if (occurrence > allowed)
        {
            if (occurrence == allowed + 1)
            {
                _errors.Add(StructureErrors.Repeated(node, place, allowed));
            }
        }
        else if (node.Field is null)
        {
            Open(node, place.XPath);
        }
        else
        {
            _values.Add(await ReadValueAsync(node.Field, place));
        }
    }

    private void Open(UblNode node, string xpath)
    {
        if (!reader.IsEmptyElement)
        {
            _open.Push(new OpenElement(node, xpath));
        }
    }

    private async Task<UblValue> ReadValueAsync(UblField field, UblPlace place)
    {
        var errorsBefore = _errors.Count;
        var schemeId = Attribute("schemeID", field, place);
        var currencyId = Attribute("currencyID", field, place);
        var text = await ReadTextAsync(field, place);
        if (text.Length > UblLimits.MaxValueChars)
        {
            if (field != UblFields.PaymentTerms)
            {
                _errors.Add(StructureErrors.TooLong(field, place, text, UblLimits.MaxValueChars));
            }

            text = text[..UblLimits.MaxValueChars];
        }

        return new UblValue(
            field, place, UblText.Collapse(text), schemeId, currencyId, IsUsable: _errors.Count == errorsBefore);
    }

    private async Task<string> ReadTextAsync(UblField field, UblPlace place)
    {
        var text = new StringBuilder();
        var depth = reader.Depth;
        var ended = reader.IsEmptyElement;
        var children = 0;
        while (!ended && await MoveAsync())
        {
            ended = reader.Depth == depth;
            if (reader.NodeType == XmlNodeType.Element && children++ == 0)
            {
                _errors.Add(StructureErrors.NotText(field, place, reader.Name));
            }
            else if (IsText(reader.NodeType))
            {
                await AppendTextAsync(text);
            }
        }

        return text.ToString();
    }

    // One character more than the limit is kept, to tell a text that ends there from one that goes on.
    private async Task AppendTextAsync(StringBuilder text)
    {
        int count;
        while ((count = await reader.ReadValueChunkAsync(_chunk, 0, _chunk.Length)) > 0)
        {
            text.Append(_chunk, 0, Math.Min(count, UblLimits.MaxValueChars + 1 - text.Length));
        }
    }

    private string? Attribute(string name, UblField field, UblPlace place)
    {
        var text = UblText.Collapse(reader.GetAttribute(name) ?? "");
        if (text.Length > UblLimits.MaxAttributeChars)
        {
            _errors.Add(StructureErrors.TooLong(field, place, text, UblLimits.MaxAttributeChars));
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private sealed class OpenElement(UblNode node, string xpath)
    {
        private readonly Dictionary<UblNode, int> _counts = [];

        public UblNode Node => node;

        public string XPath => xpath;

        public int Count(UblNode child) => _counts[child] = _counts.GetValueOrDefault(child) + 1;
    }
}
