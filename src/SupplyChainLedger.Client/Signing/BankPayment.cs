using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Client.Signing;

/// <summary>Money that went from bank to bank, as the ledger records it.</summary>
/// <param name="MinorUnits">How much, in minor units of the receivable's currency; at least 1.</param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="Reference">What finds it at the bank (EndToEndId, UETR): 1 to 64 bytes; public on the chain.</param>
/// <param name="Evidence">SHA-256 of the bank's message; zero where there is none.</param>
public sealed record BankPayment(ulong MinorUnits, DateOnly ValueDate, string Reference, Hash32 Evidence = default);
