using SupplyChainLedger.Contracts.Dates;
using SupplyChainLedger.Ethereum;

namespace SupplyChainLedger.Service.Indexing.Financing;

/// <summary>A payment for a part, as the financier declared it.</summary>
/// <param name="Amount">Minor units.</param>
/// <param name="ValueDate">Day on which the money is there.</param>
/// <param name="BankReference">What finds it at the bank.</param>
/// <param name="Evidence">SHA-256 of the bank's message.</param>
/// <param name="RegistryReference">Number of the registration of the assignment; empty where there is none.</param>
/// <param name="Justification">SHA-256 of the reason for a tenor above the standard; zero where there is none.</param>
/// <param name="ContestBy">Unix seconds until which the requester can contest it.</param>
/// <param name="Declared">Where it was declared.</param>
internal sealed record Disbursement(
    ulong Amount,
    EpochDay ValueDate,
    string BankReference,
    Hash32 Evidence,
    string RegistryReference,
    Hash32 Justification,
    uint ContestBy,
    LogPosition Declared);
