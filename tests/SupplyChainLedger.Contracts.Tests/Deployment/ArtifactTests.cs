using SupplyChainLedger.Contracts.Deployment;
using SupplyChainLedger.Contracts.Errors;
using SupplyChainLedger.Contracts.Events;
using SupplyChainLedger.Contracts.Intents;
using SupplyChainLedger.Contracts.Registry;

namespace SupplyChainLedger.Contracts.Tests.Deployment;

public sealed class ArtifactTests
{
    private static readonly ContractArtifact Ledger = ContractArtifact.LoadLedger();
    private static readonly ContractArtifact Participants = ContractArtifact.LoadParticipants();

    [Fact]
    public void Every_action_calls_a_function_that_the_ledger_has() =>
        AssertHas(Ledger, "function", [.. LedgerCalls.ActionSignatures, LedgerCalls.Execute.Signature]);

    [Fact]
    public void Every_call_of_the_register_is_a_function_that_it_has() =>
        AssertHas(
            Participants,
            "function",
            [
                ParticipantsCalls.Register.Signature,
                ParticipantsCalls.AddSigner.Signature,
                ParticipantsCalls.ParticipantByHandle.Signature,
                ParticipantsCalls.Signer.Signature,
            ]);

    [Fact]
    public void Every_event_of_the_ledger_is_understood()
    {
        string[] understood =
        [
            LedgerEventTypes.InvoiceSubmitted.Signature,
            LedgerEventTypes.InvoiceConfirmed.Signature,
            LedgerEventTypes.InvoiceRejected.Signature,
            LedgerEventTypes.InvoiceWithdrawn.Signature,
            LedgerEventTypes.IntentRejected.Signature,
            LedgerEventTypes.IntentRefused.Signature,
        ];

        Assert.Equal(
            understood.Order(),
            AbiDocument.Signatures(Ledger, "event").Except(["EIP712DomainChanged()"]).Order());
    }

    [Fact]
    public void Every_event_of_participants_is_one_that_the_register_has() =>
        AssertHas(
            Participants,
            "event",
            [
                LedgerEventTypes.ParticipantRegistered.Signature,
                LedgerEventTypes.SignerAdded.Signature,
                LedgerEventTypes.SignerRevoked.Signature,
                LedgerEventTypes.ParticipantSuspended.Signature,
                LedgerEventTypes.ParticipantReinstated.Signature,
            ]);

    [Fact]
    public void Every_reason_that_the_ledger_can_give_is_understood() =>
        Assert.Empty(
            AbiDocument.Signatures(Ledger, "error").Where(IsOurs).Except(ContractReasons.Signatures));

    [Fact]
    public void The_contracts_fit_under_the_size_limit_of_EIP_170()
    {
        const int limit = 24_576;

        Assert.InRange(Ledger.RuntimeCode.Length, 1, limit);
        Assert.InRange(Participants.RuntimeCode.Length, 1, limit);
    }

    private static void AssertHas(ContractArtifact artifact, string kind, IEnumerable<string> signatures) =>
        Assert.Empty(signatures.Except(AbiDocument.Signatures(artifact, kind)));

    // The base contracts bring errors of their own, thrown while deploying only.
    private static bool IsOurs(string signature) =>
        signature is not ("InvalidShortString()" or "StringTooLong(string)");
}
