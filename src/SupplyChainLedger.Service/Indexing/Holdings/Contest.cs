using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing.Holdings;

/// <summary>What somebody says against a payment that was declared to it.</summary>
/// <param name="Reason">Why it did not come.</param>
/// <param name="Evidence">SHA-256 of what shows it; zero where nothing does.</param>
/// <param name="At">Where it was said.</param>
internal sealed record Contest(string Reason, Hash32 Evidence, LogPosition At);
