using System.CommandLine;
using SupplyChainLedger.Cli.Arguments;
using SupplyChainLedger.Cli.Commands.Disputes;
using SupplyChainLedger.Cli.Commands.Financing;
using SupplyChainLedger.Cli.Commands.Keys;
using SupplyChainLedger.Cli.Commands.Participants;
using SupplyChainLedger.Cli.Commands.Receivables;
using SupplyChainLedger.Cli.Commands.RuleBook;
using SupplyChainLedger.Cli.Commands.Settlement;
using SupplyChainLedger.Cli.Running;

namespace SupplyChainLedger.Cli.Commands;

/// <summary>Commands that belong together, in groups.</summary>
internal static class CommandGroups
{
    public static Command Receivable(CommandRunner runner) =>
        new("receivable", "See who holds which part of a confirmed debt, and pass parts on.")
        {
            ReceivableListCommand.Create(runner),
            ReceivableHoldingsCommand.Create(runner),
            ReceivableShowCommand.Create(runner),
            ReceivableTraceCommand.Create(runner),
            ReceivableTransferCommand.Create(runner),
            ReceivableAcceptCommand.Create(runner),
            ReceivableDeclineCommand.Create(runner),
            ReceivableWithdrawCommand.Create(runner),
            ReceivableDeadlineCommand.Create(runner),
        };

    public static Command Financing(CommandRunner runner) =>
        new("financing", "Ask for financing, offer it, pay it out.")
        {
            FinancingFinanceableCommand.Create(runner),
            FinancingRequestCommand.Create(runner),
            FinancingOffersCommand.Create(runner),
            FinancingAcceptCommand.Create(runner),
            FinancingAcknowledgeCommand.Create(runner),
            FinancingContestCommand.Create(runner),
            FinancingOpenCommand.Create(runner),
            FinancingOfferCommand.Create(runner),
            FinancingWithdrawOfferCommand.Create(runner),
            FinancingDisburseCommand.Create(runner),
            FinancingCancelCommand.Create(runner),
            FinancingLimitCommand.Create(runner),
            FinancingLimitsCommand.Create(runner),
            FinancingListCommand.Create(runner),
            FinancingShowCommand.Create(runner),
        };

    public static Command Settlement(CommandRunner runner) =>
        new("settlement", "Pay, answer payments, and deal with what is not paid.")
        {
            SettlementDueCommand.Create(runner),
            SettlementInstructionCommand.Create(runner),
            SettlementPayCommand.Create(runner),
            SettlementAcknowledgeCommand.Create(runner),
            SettlementContestCommand.Create(runner),
            SettlementPaymentsCommand.Create(runner),
            SettlementAccountCommand.Create(runner),
            SettlementRecourseCommand.Create(runner),
            SettlementWriteOffCommand.Create(runner),
            SettlementRecoverCommand.Create(runner),
            SettlementStopsCommand.Create(runner),
            SettlementLiftStopCommand.Create(runner),
        };

    public static Command Dispute(CommandRunner runner) =>
        new("dispute", "Disputes, credit notes, cancellations.")
        {
            DisputeOpenCommand.Create(runner),
            DisputeAnswerCommand.Create(runner),
            DisputeWithdrawCommand.Create(runner),
            DisputeListCommand.Create(runner),
            DisputeCreditCommand.Create(runner),
            DisputeCreditAcceptCommand.Create(runner),
            DisputeCreditDeclineCommand.Create(runner),
            DisputeCreditNotesCommand.Create(runner),
            DisputeCancelCommand.Create(runner),
            DisputeCancelAcceptCommand.Create(runner),
            DisputeCancelDeclineCommand.Create(runner),
        };

    public static Command Participant(GlobalOptions global, CommandRunner runner) =>
        new("participant", "See who takes part, set your own limits; as the operator, keep the register.")
        {
            ParticipantListCommand.Create(runner),
            ParticipantShowCommand.Create(runner),
            ParticipantThresholdCommand.Create(runner),
            ParticipantRegisterCommand.Create(global, runner),
            ParticipantAddKeyCommand.Create(global, runner),
            ParticipantRevokeKeyCommand.Create(global, runner),
            ParticipantSuspendCommand.Create(global, runner),
            ParticipantReinstateCommand.Create(global, runner),
        };

    public static Command Key(CommandRunner runner) =>
        new("key", "Draw keys, and see which there are.")
        {
            KeyNewCommand.Create(runner),
            KeyListCommand.Create(runner),
        };

    public static Command RuleBook(CommandRunner runner) =>
        new("rulebook", "What may be agreed on this network, in versions.")
        {
            RuleBookShowCommand.Create(runner),
            RuleBookListCommand.Create(runner),
            RuleBookProposeCommand.Create(runner),
        };
}
