namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>
/// Ends the reading of a document that is over the limit; becomes an error value before it leaves the SDK.
/// </summary>
internal sealed class DocumentTooLargeException : IOException;
