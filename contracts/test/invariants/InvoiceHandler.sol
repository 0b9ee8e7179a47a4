// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {ILedger} from "../../src/interfaces/ILedger.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {LedgerFixture} from "../support/LedgerFixture.sol";
import {TypedData} from "../support/TypedData.sol";

/// @notice Participants at random, good and bad, who act through batches; and a plain model of the ledger
/// that says what should become of each of their intents.
contract InvoiceHandler is LedgerFixture {
    struct Ended {
        bytes call;
        ParticipantId participant;
        uint256 nonce;
        IIntents.Outcome outcome;
    }

    uint256 private constant FORGER = 0xBAD;

    bytes32[] public invoices;
    mapping(bytes32 id => uint64) public confirmed;
    mapping(bytes32 id => IInvoices.Invoice) private _expected;
    Ended[] private _ended;

    function submit(uint256 number, uint64 amount, bool fromOther, bool forged) external {
        IInvoices.SubmitInvoice memory intent = submission(vm.toString(number % 8));
        Party memory by = fromOther ? tier2Steel : tier1Brakes;
        intent.supplier = by.id;
        intent.amount = amount;
        bytes32 id = idOf(intent);
        bool admissible =
            amount > 0 && amount <= uint64(type(int64).max) && _expected[id].state == IInvoices.InvoiceState.None;

        if (end(signedBy(by, forged), intent.nonce, callOf(signedBy(by, forged), intent), admissible)) {
            _recorded(id, intent);
        }
    }

    function confirm(uint256 which, uint64 amount, bool byOther, bool forged) external {
        bytes32 id = pick(which);
        Party memory by = byOther ? otherBuyer : coreMotors;
        IInvoices.ConfirmInvoice memory intent = confirmation(id, amount);
        intent.buyer = by.id;
        bool admissible = mayAnswer(id, by) && amount > 0 && amount <= _expected[id].amount;

        if (end(signedBy(by, forged), intent.nonce, callOf(signedBy(by, forged), intent), admissible)) {
            _expected[id].state = IInvoices.InvoiceState.Confirmed;
            confirmed[id] = amount;
        }
    }

    function reject(uint256 which, bool byOther, bool forged) external {
        bytes32 id = pick(which);
        Party memory by = byOther ? otherBuyer : coreMotors;
        IInvoices.RejectInvoice memory intent = rejection(id);
        intent.buyer = by.id;

        if (end(signedBy(by, forged), intent.nonce, callOf(signedBy(by, forged), intent), mayAnswer(id, by))) {
            _expected[id].state = IInvoices.InvoiceState.Rejected;
        }
    }

    function withdraw(uint256 which, bool byOther, bool forged) external {
        bytes32 id = pick(which);
        Party memory by = byOther ? tier2Steel : tier1Brakes;
        IInvoices.WithdrawInvoice memory intent = withdrawal(id);
        intent.supplier = by.id;
        bool admissible = _expected[id].state == IInvoices.InvoiceState.Submitted && _expected[id].supplier == by.id;

        if (end(signedBy(by, forged), intent.nonce, callOf(signedBy(by, forged), intent), admissible)) {
            _expected[id].state = IInvoices.InvoiceState.Withdrawn;
        }
    }

    /// @dev Signs an invoice and takes it back, in either order: the first one wins, the other is refused.
    function takeBack(uint256 number, uint64 amount, bool tooLate, bool forged) external {
        IInvoices.SubmitInvoice memory intent = submission(vm.toString(8 + number % 8));
        intent.amount = 1 + amount / 4;
        bytes32 id = idOf(intent);
        Party memory by = signedBy(tier1Brakes, forged);
        bytes memory submitting = callOf(tier1Brakes, intent);
        bytes memory cancelling =
            callOf(by, takingBack(by, digestOf(TypedData.hash(intent)), intent.nonce));
        bool isNew = _expected[id].state == IInvoices.InvoiceState.None;

        bool taken = tooLate && end(tier1Brakes, intent.nonce, submitting, isNew);
        if (tooLate) {
            assertOutcome(ledger.execute(batch(cancelling))[0], IIntents.Outcome.Refused, "too late");
        } else if (end(by, intent.nonce, cancelling, true)) {
            assertOutcome(ledger.execute(batch(submitting))[0], IIntents.Outcome.Refused, "taken back");
        }
        if (taken) _recorded(id, intent);
    }

    /// @dev Whatever has ended, for good or bad, is sent once more: nothing may come of it, except that a
    /// forgery stays a forgery.
    function replay(uint256 which) external {
        if (_ended.length == 0) return;
        Ended memory intent = _ended[which % _ended.length];
        IIntents.Outcome outcome = ledger.execute(batch(intent.call))[0];
        assertOutcome(outcome, IIntents.Outcome.Refused, "a replay is refused");
    }

    function expected(bytes32 id) external view returns (IInvoices.Invoice memory) {
        return _expected[id];
    }

    function endedCount() external view returns (uint256) {
        return _ended.length;
    }

    function ended(uint256 i) external view returns (ParticipantId, uint256 nonce, IIntents.Outcome) {
        return (_ended[i].participant, _ended[i].nonce, _ended[i].outcome);
    }

    function theLedger() external view returns (ILedger) {
        return ledger;
    }

    function invoiceCount() external view returns (uint256) {
        return invoices.length;
    }

    function _recorded(bytes32 id, IInvoices.SubmitInvoice memory intent) private {
        invoices.push(id);
        _expected[id] = IInvoices.Invoice({
            supplier: intent.supplier,
            buyer: coreMotors.id,
            state: IInvoices.InvoiceState.Submitted,
            amount: intent.amount,
            dueDate: DUE,
            currency: "EUR"
        });
    }

    /// @dev Sends the call among others and compares its outcome with the model's.
    function end(Party memory by, uint256 nonce, bytes memory call, bool admissible) private returns (bool executed) {
        bytes[] memory items = new bytes[](3);
        items[0] = "noise before";
        items[1] = call;
        items[2] = "noise after";
        IIntents.Outcome outcome = ledger.execute(items)[1];
        IIntents.Outcome foreseen = by.key == FORGER
            ? IIntents.Outcome.Refused
            : admissible ? IIntents.Outcome.Executed : IIntents.Outcome.Rejected;
        assertOutcome(outcome, foreseen, "as the model says");
        _ended.push(Ended(call, by.id, nonce, outcome));
        return outcome == IIntents.Outcome.Executed;
    }

    function signedBy(Party memory by, bool forged) private pure returns (Party memory) {
        return forged ? Party(by.id, FORGER) : by;
    }

    function mayAnswer(bytes32 id, Party memory by) private view returns (bool) {
        return _expected[id].state == IInvoices.InvoiceState.Submitted && _expected[id].buyer == by.id;
    }

    function pick(uint256 which) private view returns (bytes32) {
        return invoices.length == 0 ? keccak256("none yet") : invoices[which % invoices.length];
    }
}
