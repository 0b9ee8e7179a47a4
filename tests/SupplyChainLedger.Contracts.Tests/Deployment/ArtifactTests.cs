using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Tests.Deployment;

public sealed class ArtifactTests
{
    private static readonly ContractArtifact Ledger = ContractArtifact.LoadLedger();
    private static readonly ContractArtifact Extension = ContractArtifact.LoadLedgerExtension();
    private static readonly ContractArtifact Participants = ContractArtifact.LoadParticipants();

    [Fact]
    public void The_actions_are_exactly_those_of_the_ledger() =>
        Assert.Equal(
            AbiDocument.Signatures(Ledger, "function").Where(IsAction).Order(), LedgerCalls.ActionSignatures.Order());

    [Fact]
    public void The_ledger_takes_batches() =>
        Assert.Contains(LedgerCalls.Execute.Signature, AbiDocument.Signatures(Ledger, "function"));

    [Fact]
    public void The_ledger_names_its_register() =>
        Assert.Contains(LedgerCalls.Participants.Signature, AbiDocument.Signatures(Ledger, "function"));

    [Fact]
    public void Every_call_of_the_register_is_a_function_that_it_has() =>
        Assert.Empty(
            new[]
            {
                ParticipantsCalls.Register.Signature,
                ParticipantsCalls.AddSigner.Signature,
                ParticipantsCalls.RevokeSigner.Signature,
                ParticipantsCalls.Suspend.Signature,
                ParticipantsCalls.Reinstate.Signature,
                ParticipantsCalls.ParticipantByHandle.Signature,
                ParticipantsCalls.Signer.Signature,
            }.Except(AbiDocument.Signatures(Participants, "function")));

    [Fact]
    public void The_events_are_exactly_those_of_the_contracts()
    {
        // OpenZeppelin's: who may register participants concerns the operator alone.
        string[] notRead =
        [
            "DefaultAdminDelayChangeCanceled()",
            "DefaultAdminDelayChangeScheduled(uint48,uint48)",
            "DefaultAdminTransferCanceled()",
            "DefaultAdminTransferScheduled(address,uint48)",
            "EIP712DomainChanged()",
            "RoleAdminChanged(bytes32,bytes32,bytes32)",
            "RoleGranted(bytes32,address,address)",
            "RoleRevoked(bytes32,address,address)",
        ];

        Assert.Equal(
            AbiDocument.Signatures(Ledger, "event")
                .Concat(AbiDocument.Signatures(Participants, "event"))
                .Except(notRead)
                .Order(),
            LedgerEvents.Signatures.Order());
    }

    [Fact]
    public void The_reasons_are_exactly_those_that_the_ledger_can_give() =>
        Assert.Equal(
            AbiDocument.Signatures(Ledger, "error").Where(IsOurs).Order(), ContractReasons.Signatures.Order());

    [Fact]
    public void The_reasons_of_the_register_are_exactly_those_that_it_can_give()
    {
        // OpenZeppelin's: how the admin's power is handed over concerns nobody who changes the register.
        string[] ofTheAdmin =
        [
            "AccessControlBadConfirmation()",
            "AccessControlEnforcedDefaultAdminDelay(uint48)",
            "AccessControlEnforcedDefaultAdminRules()",
            "AccessControlInvalidDefaultAdmin(address)",
            "SafeCastOverflowedUintDowncast(uint8,uint256)",
        ];

        Assert.Equal(
            AbiDocument.Signatures(Participants, "error").Except(ofTheAdmin).Order(),
            RegisterReasons.Signatures.Order());
    }

    [Fact]
    public void The_extension_brings_no_event_or_error_that_the_whole_ledger_does_not_show()
    {
        Assert.Empty(AbiDocument.Signatures(Extension, "event").Except(AbiDocument.Signatures(Ledger, "event")));
        Assert.Empty(
            AbiDocument.Signatures(Extension, "error").Where(IsOurs).Except(AbiDocument.Signatures(Ledger, "error")));
    }

    [Fact]
    public void The_contracts_fit_under_the_size_limit_of_EIP_170()
    {
        const int limit = 24_576;

        Assert.All(
            [Ledger, Extension, Participants],
            contract => Assert.InRange(contract.RuntimeCode.Length, 1, limit));
    }

    // Every action is a function of a struct and a signature.
    private static bool IsAction(string signature) => signature.EndsWith("),bytes)", StringComparison.Ordinal);

    // The base contracts and the constructor bring errors of their own, thrown while deploying only.
    private static bool IsOurs(string signature) =>
        signature is not ("InvalidShortString()" or "StringTooLong(string)" or "ExtensionMismatch(address)");
}
