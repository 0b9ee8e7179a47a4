using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Service.Faults;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Api.Resources;

/// <summary>Shows the ledger's own reason for turning an intent down.</summary>
internal static class RejectionWriter
{
    public static Rejection Write(ReadOnlySpan<byte> reason)
    {
        var fault = LedgerFaults.FromContract(ContractReasons.Decode(reason));
        return new Rejection
        {
            Reason = ErrorRules.NameOf(fault.Reason),
            Message = $"{fault.Message} {ErrorRules.RemedyOf(fault.Reason)}",
            Metadata = { fault.Metadata.ToDictionary() },
        };
    }
}
