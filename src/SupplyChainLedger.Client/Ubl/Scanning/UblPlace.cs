namespace SupplyChainLedger.Client.Ubl.Scanning;

/// <summary>Where an element starts.</summary>
internal readonly record struct UblPlace(string XPath, int Line, int Column);
