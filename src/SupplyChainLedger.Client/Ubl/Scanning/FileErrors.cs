using System.Xml;

namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>What can be wrong with a file before there is a document.</summary>
internal static class FileErrors
{
    public static UblError Unreadable(string path, Exception exception) => new()
    {
        Reason = UblReason.FileUnreadable,
        Problem = exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => "there is no such file",
            UnauthorizedAccessException => "the file may not be read, or is a folder",
            _ => $"the file cannot be read: {UblText.Quote(exception.Message)}",
        },
        Found = UblText.Quote(path),
        Remedy = "Check the path and the permissions.",
    };

    public static UblError TooLarge() => new()
    {
        Reason = UblReason.FileTooLarge,
        Problem = $"the file is larger than {UblLimits.MaxBytes / (1024 * 1024)} MiB and was not read whole",
        Remedy = "Take large attachments out of the document, or refer to them by their address.",
    };

    public static UblError Empty() => new()
    {
        Reason = UblReason.FileEmpty,
        Problem = "the file is empty",
        Remedy = "Submit a UBL 2.1 invoice.",
    };

    public static UblError Malformed(XmlException exception, XmlReader reader)
    {
        // The runtime has one exception type for everything; a DTD can only stand before the root element.
        var isDtd = reader.Depth == 0 && exception.Message.Contains("DTD", StringComparison.OrdinalIgnoreCase);
        var hasPlace = exception.LineNumber > 0;
        return new UblError
        {
            Reason = isDtd ? UblReason.DtdForbidden : UblReason.XmlMalformed,
            Line = hasPlace ? exception.LineNumber : null,
            Column = hasPlace ? exception.LinePosition : null,
            Problem = isDtd
                ? "the document has a document type definition (DOCTYPE), which is never read"
                : "the file is not well-formed XML",
            Found = isDtd ? null : UblText.Quote(exception.Message),
            Remedy = isDtd ? "Remove the DOCTYPE; an invoice needs none." : "Submit a UBL 2.1 invoice, complete.",
        };
    }
}
