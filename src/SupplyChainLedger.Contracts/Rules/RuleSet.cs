using SupplyChainLedger.Ethereum.Abi;

namespace SupplyChainLedger.Contracts.Rules;

/// <summary>
/// What may be agreed on a network: the rules of one version. The contract checks them; the ranges are named here.
/// </summary>
/// <param name="StandardTenorDays">
/// Days from confirmation to the due date above which a financier must record why.
/// </param>
/// <param name="MaxTenorDays">Days from confirmation to the due date at most; at least the standard.</param>
/// <param name="GraceDays">Days after the due date until an unpaid holding is in default.</param>
/// <param name="TransferHours">Time to answer a transfer, a credit note or a cancellation; at least 1.</param>
/// <param name="DisbursementHours">Time from an accepted offer to the declared payment; at least 1.</param>
/// <param name="AcknowledgementHours">Time to contest a declared payment or disbursement; at least 1.</param>
/// <param name="DisputeDays">Time after which an unresolved dispute ends and the debt stands; at least 1.</param>
/// <param name="SmallestPart">Minor units of any currency; at least 1.</param>
/// <param name="MaxHands">How many hands a part may pass through: 1 to 63.</param>
/// <param name="TradeDocumentRequired">A transfer needs the hash of the trade's document.</param>
/// <param name="RegistryReferenceRequired">A disbursement needs the number of the assignment's registration.</param>
/// <param name="Currencies">ISO 4217 codes one after the other, at most ten; empty where all are allowed.</param>
/// <param name="Name">What people call it: 1 to 32 bytes of UTF-8.</param>
public sealed record RuleSet(
    ushort StandardTenorDays,
    ushort MaxTenorDays,
    byte GraceDays,
    ushort TransferHours,
    ushort DisbursementHours,
    ushort AcknowledgementHours,
    ushort DisputeDays,
    ulong SmallestPart,
    byte MaxHands,
    bool TradeDocumentRequired,
    bool RegistryReferenceRequired,
    string Currencies,
    string Name)
{
    /// <summary>The contract's struct <c>Rules</c>. Text is read leniently, as an event may carry it.</summary>
    internal static AbiType<RuleSet> Type { get; } = AbiTypes.Struct(static (ref AbiFields<RuleSet> f) => new RuleSet(
        f.Next(AbiTypes.UInt16, static r => r.StandardTenorDays),
        f.Next(AbiTypes.UInt16, static r => r.MaxTenorDays),
        f.Next(AbiTypes.UInt8, static r => r.GraceDays),
        f.Next(AbiTypes.UInt16, static r => r.TransferHours),
        f.Next(AbiTypes.UInt16, static r => r.DisbursementHours),
        f.Next(AbiTypes.UInt16, static r => r.AcknowledgementHours),
        f.Next(AbiTypes.UInt16, static r => r.DisputeDays),
        f.Next(AbiTypes.UInt64, static r => r.SmallestPart),
        f.Next(AbiTypes.UInt8, static r => r.MaxHands),
        f.Next(AbiTypes.Bool, static r => r.TradeDocumentRequired),
        f.Next(AbiTypes.Bool, static r => r.RegistryReferenceRequired),
        f.Next(AbiTypes.LenientString, static r => r.Currencies),
        f.Next(AbiTypes.LenientString, static r => r.Name)));
}
