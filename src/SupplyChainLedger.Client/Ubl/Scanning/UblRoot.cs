namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>Tells by the root element whether a document is a UBL invoice, and if not, what it is.</summary>
internal static class UblRoot
{
    public static UblError? Check(string localName, string namespaceUri, int line, int column)
    {
        var error = (localName, namespaceUri) switch
        {
            ("Invoice", UblNode.InvoiceNamespace) => null,
            ("CreditNote", UblNode.CreditNoteNamespace) => CreditNote(),
            ("CrossIndustryInvoice" or "CrossIndustryDocument", _) => Cii(),
            ("Invoice", _) => WrongNamespace(),
            _ => Unknown(),
        };
        return error is null ? null : error with
        {
            XPath = $"/{UblText.Quote(localName)[1..^1]}",
            Line = line,
            Column = column,
            Found = UblText.Quote($"{{{namespaceUri}}}{localName}"),
        };
    }

    private static UblError CreditNote() => new()
    {
        Reason = UblReason.CreditNote,
        Problem = "the document is a credit note, which is a different thing from an invoice: it lowers what is owed",
        Remedy = "Submit the invoice itself.",
    };

    private static UblError Cii() => new()
    {
        Reason = UblReason.FormatCii,
        Problem = "the document is a UN/CEFACT Cross Industry Invoice (CII), the other syntax of EN 16931",
        Remedy = "Convert it to a UBL 2.1 invoice, or submit its fields.",
    };

    private static UblError WrongNamespace() => new()
    {
        Reason = UblReason.NamespaceWrong,
        Problem = $"the element Invoice is not in the namespace of UBL 2, {UblNode.InvoiceNamespace}",
        Remedy = "Submit a UBL 2.1 invoice; other formats and UBL 1.0 are not read.",
    };

    private static UblError Unknown() => new()
    {
        Reason = UblReason.FormatUnknown,
        Problem = "the root element is not that of a UBL invoice",
        Remedy = "Submit a UBL 2.1 invoice, taken out of any envelope.",
    };
}
