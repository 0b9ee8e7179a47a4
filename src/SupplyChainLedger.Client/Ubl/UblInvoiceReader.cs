using System.Xml;
using SupplyChainLedger.Client.Ubl.Interpretation;
using SupplyChainLedger.Client.Ubl.Scanning;

namespace SupplyChainLedger.Client.Ubl;

/// <summary>Reads UBL 2.1 invoices in one pass, hashing the bytes as they go by.</summary>
/// <remarks>
/// Nothing outside the file is ever fetched: document type definitions are refused and nothing is resolved.
/// A document that cannot be an invoice gives errors, not an exception.
/// </remarks>
public static class UblInvoiceReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        CloseInput = false,
        DtdProcessing = DtdProcessing.Prohibit,
        MaxCharactersInDocument = UblLimits.MaxBytes,
        XmlResolver = null,
    };

    /// <summary>Reads an invoice from a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">What the caller knows better; null for nothing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<UblReadResult> ReadFileAsync(
        string path, UblReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var file = new FileStream(path, new FileStreamOptions
            {
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            });
            await using (file)
            {
                return await ReadAsync(file, options, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(FileErrors.Unreadable(path, exception));
        }
    }

    /// <summary>Reads an invoice from a stream, from where it stands to its end. The stream stays open.</summary>
    /// <param name="stream">The bytes of the document; it need not be able to seek.</param>
    /// <param name="options">What the caller knows better; null for nothing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static async Task<UblReadResult> ReadAsync(
        Stream stream, UblReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.CanSeek && stream.Length - stream.Position > UblLimits.MaxBytes)
        {
            return Refused(FileErrors.TooLarge());
        }

        using var document = new DocumentStream(stream, UblLimits.MaxBytes, cancellationToken);
        try
        {
            using var reader = XmlReader.Create(document, Settings);
            var scan = await ScanAsync(reader, document);
            return scan.IsWhole
                ? InvoiceInterpreter.Interpret(scan, await document.FinishAsync(), options ?? UblReadOptions.Default)
                : UblReadResult.Refused(scan.Errors, []);
        }
        catch (DocumentTooLargeException)
        {
            return Refused(FileErrors.TooLarge());
        }
    }

    private static async Task<UblScan> ScanAsync(XmlReader reader, DocumentStream document)
    {
        try
        {
            return await new UblScanner(reader).ScanAsync();
        }
        catch (XmlException exception)
        {
            return UblScan.Broken(document.Count == 0 ? FileErrors.Empty() : FileErrors.Malformed(exception, reader));
        }
    }

    private static UblReadResult Refused(UblError error) => UblReadResult.Refused([error], []);
}
