using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Ids;
using SupplyChainLedger.Service.Indexing;
using SupplyChainLedger.V1;

namespace SupplyChainLedger.Service.Faults;

/// <summary>Makes faults: one method for each reason that the service finds by itself.</summary>
internal static class LedgerFaults
{
    public static LedgerFault InvalidFields(IReadOnlyList<FieldViolation> violations) => new(
        ErrorReason.InvalidField,
        string.Join(" ", violations.Select(violation => $"{violation.Field}: {violation.Description}")),
        violations: violations);

    public static LedgerFault InvalidField(string field, string description) =>
        InvalidFields([new FieldViolation(field, description)]);

    public static LedgerFault PageTokenInvalid() => new(
        ErrorReason.PageTokenInvalid,
        "The page token is not from this query.",
        violations: [new FieldViolation("page_token", "not a token of a call with the same filters")]);

    public static LedgerFault PositionInvalid(string position) => new(
        ErrorReason.PositionInvalid,
        "The position is none that this network's event stream has given out.",
        new Dictionary<string, string> { ["position"] = position },
        [new FieldViolation("after_position", "unknown position")]);

    public static LedgerFault ParticipantNotFound(string participant) => new(
        ErrorReason.ParticipantNotFound,
        $"There is no participant {participant}.",
        new Dictionary<string, string> { ["participant"] = participant });

    public static LedgerFault InvoiceNotFound(InvoiceId invoice) => new(
        ErrorReason.InvoiceNotFound,
        $"There is no invoice {invoice} at the block that this was read at.",
        new Dictionary<string, string> { ["invoice"] = invoice.ToString() });

    public static LedgerFault ReceivableNotFound(InvoiceId receivable) => new(
        ErrorReason.ReceivableNotFound,
        $"There is no receivable {receivable} at the block that this was read at.",
        new Dictionary<string, string> { ["receivable"] = receivable.ToString() });

    public static LedgerFault HoldingNotFound(HoldingId holding) => new(
        ErrorReason.HoldingNotFound,
        $"There is no holding {holding} at the block that this was read at.",
        new Dictionary<string, string> { ["holding"] = holding.ToString() });

    public static LedgerFault FinancingNotFound(HoldingId holding) => new(
        ErrorReason.FinancingNotFound,
        $"Nobody has asked for financing on the holding {holding}, at the block that this was read at.",
        new Dictionary<string, string> { ["holding"] = holding.ToString() });

    public static LedgerFault RulesNotFound(string name) => new(
        ErrorReason.RulesNotFound,
        $"There are no {(name.Length == 0 ? "rules in force" : name)} at the block that this was read at.",
        new Dictionary<string, string> { ["rules"] = name });

    public static LedgerFault IntentNotFound(IntentHash intent) => new(
        ErrorReason.IntentNotFound,
        $"There is no intent {intent}, neither in the outbox nor on the chain.",
        new Dictionary<string, string> { ["intent"] = intent.ToString() });

    public static LedgerFault IntentPending(IntentHash intent) => new(
        ErrorReason.IntentPending,
        $"The intent {intent} is accepted and goes on, but did not get there before the call's deadline.",
        new Dictionary<string, string> { ["intent"] = intent.ToString() });

    public static LedgerFault IntentExpired(ulong deadline) => new(
        ErrorReason.IntentExpired,
        $"The intent's deadline {deadline} passed before any block took it.",
        new Dictionary<string, string> { ["deadline"] = $"{deadline}" });

    public static LedgerFault NodeUnavailable(string reason) => new(
        ErrorReason.NodeUnavailable, $"The chain's node does not answer: {reason.TrimEnd('.')}.");

    public static LedgerFault IndexBehind(ulong minBlock, ulong indexed) => new(
        ErrorReason.IndexBehind,
        $"The index is at block {indexed}; block {minBlock} was asked for.",
        new Dictionary<string, string> { ["min_block"] = $"{minBlock}", ["indexed_block"] = $"{indexed}" });

    public static LedgerFault IndexIncomplete(IndexHead head) => new(
        ErrorReason.IndexBehind,
        $"The index is at block {head.Indexed.Number} and still catches up with the chain.",
        new Dictionary<string, string> { ["indexed_block"] = $"{head.Indexed.Number}" });

    /// <summary>The fault that a contract's own reason means to a caller.</summary>
    public static LedgerFault FromContract(ContractReason reason) => new(
        ContractFaults.ReasonOf(reason), ContractFaults.Explain(reason), reason.Arguments);
}
