// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {ILedger} from "../../src/interfaces/ILedger.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {HoldingRecord, FINANCED, RECOURSE, RECOURSE_CLAIMED, RESOLD} from "../../src/types/HoldingRecord.sol";
import {ParticipantId, NOBODY} from "../../src/types/ParticipantId.sol";
import {Vm} from "../support/Vm.sol";
import {Life} from "./Life.sol";
import {LifeHandler} from "./LifeHandler.sol";
import {LifeOfDebts} from "./LifeOfDebts.sol";
import {LifeOfParts} from "./LifeOfParts.sol";

/// @notice What holds after any life of any receivables, whoever does what and however late. Each check is a sentence
/// of the README; those about a single action are looked at by the handler itself, at each of its actions.
/// forge-config: default.invariant.check-interval = 8
contract LifeInvariants {
    struct FuzzSelector {
        address target;
        bytes4[] selectors;
    }

    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    LifeHandler private handler;
    ILedger private ledger;

    function setUp() public {
        handler = new LifeHandler();
        handler.setUp();
        ledger = handler.theLedger();
    }

    /// @dev Read by forge: what the histories are made of.
    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), selectors());
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_Every_sentence_about_the_life_of_a_receivable_is_true() public view {
        string[] memory broken = handler.broken();
        vm.assertTrue(broken.length == 0, broken.length == 0 ? "" : broken[0]);
        Life.Part[] memory parts = handler.parts();
        HoldingRecord[] memory words = handler.words();
        _each_receivable_is_what_was_confirmed_less_what_ended(parts, words);
        _each_holding_is_as_the_books_say(parts, words);
        (ParticipantId east, ParticipantId west) = handler.banks();
        _an_exposure_is_what_is_held_and_locked(east, parts, words);
        _an_exposure_is_what_is_held_and_locked(west, parts, words);
        (ParticipantId first, ParticipantId second) = handler.buyers();
        vm.assertTrue(ledger.isStopped(first) == handler.isStopped(first), "An obligor is stopped from default on.");
        vm.assertTrue(ledger.isStopped(second) == handler.isStopped(second), "An obligor is stopped from default on.");
        vm.assertEq(address(ledger).balance, 0, "The ledger holds no money.");
    }

    function _each_receivable_is_what_was_confirmed_less_what_ended(
        Life.Part[] memory parts,
        HoldingRecord[] memory words
    ) private view {
        bytes32[] memory receivables = handler.receivables();
        for (uint256 r = 0; r < receivables.length; ++r) {
            Life.Debt memory debt = handler.debtOf(receivables[r]);
            uint256 sum;
            for (uint256 i = 0; i < parts.length; ++i) {
                if (parts[i].receivable == receivables[r]) sum += words[i].amount();
            }
            uint256 ended = uint256(debt.paid) + debt.credited + debt.writtenOff + debt.cancelled;
            vm.assertEq(
                sum,
                debt.confirmed - ended,
                "What all hold is what was confirmed less what was paid, credited, given up and cancelled."
            );
            IInvoices.InvoiceState expected =
                debt.cancelled > 0 ? IInvoices.InvoiceState.Cancelled : IInvoices.InvoiceState.Confirmed;
            vm.assertTrue(ledger.invoice(receivables[r]).state == expected, "An invoice's answer is never undone.");
        }
    }

    function _each_holding_is_as_the_books_say(Life.Part[] memory parts, HoldingRecord[] memory words) private view {
        for (uint256 i = 0; i < parts.length; ++i) {
            bool same = HoldingRecord.unwrap(words[i]) == HoldingRecord.unwrap(parts[i].seen);
            vm.assertTrue(same, "An action changes no holding but the one that it names.");
            vm.assertTrue(words[i].holder() == parts[i].holder, "A holding is whose the books say.");
            vm.assertEq(words[i].amount(), parts[i].amount, "A holding is as much as the books say.");
            _is_of_one_piece(words[i], handler.debtOf(parts[i].receivable));
        }
    }

    function _is_of_one_piece(HoldingRecord record, Life.Debt memory debt) private view {
        IReceivables.Phase phase = record.phase();
        bool over = phase == IReceivables.Phase.Closed || phase == IReceivables.Phase.WrittenOff;
        vm.assertTrue((record.amount() == 0) == over, "Something is owed exactly until it is closed or given up.");
        bool late = block.timestamp / 1 days > debt.dueDate;
        vm.assertTrue(
            late || phase == IReceivables.Phase.Held || over,
            "Nothing is overdue or in default before the due date is over."
        );
        vm.assertTrue(record.ruleVersion() == debt.ruleVersion, "A part lives by the rules of its receivable.");
        vm.assertTrue(record.depth() <= debt.maxHands, "No part passes more hands than its rules allow.");
        _waits_for_one_answer(record, over);
        _is_financed_by_its_holder(record, over);
        bool isDisputed = record.step() == IReceivables.Step.DisputeOpened;
        vm.assertTrue(!isDisputed || !debt.waived, "Who has waived its defences disputes nothing.");
    }

    function _waits_for_one_answer(HoldingRecord record, bool over) private pure {
        IReceivables.Step step = record.step();
        vm.assertTrue(!over || step == IReceivables.Step.None, "What is over waits for nobody.");
        bool isContested = step == IReceivables.Step.DisbursementContested
            || step == IReceivables.Step.PaymentContested || step == IReceivables.Step.RepurchaseContested;
        bool timeless = step == IReceivables.Step.None || isContested;
        vm.assertTrue((record.deadline() == 0) == timeless, "Whatever waits has a deadline, but what is contested.");
        bool atRest = step == IReceivables.Step.None && record.phase() != IReceivables.Phase.WrittenOff;
        vm.assertTrue(!atRest || record.pending() == 0, "Nothing is pending where nothing waits.");
    }

    function _is_financed_by_its_holder(HoldingRecord record, bool over) private view {
        (ParticipantId east, ParticipantId west) = handler.banks();
        bool byBank = record.holder() == east || record.holder() == west;
        vm.assertTrue(record.has(FINANCED) == byBank || over, "What a bank holds it has financed, and nobody else.");
        vm.assertTrue(!record.has(RECOURSE) || record.counterparty() != NOBODY, "Recourse is to somebody.");
        bool claimed = record.has(RECOURSE_CLAIMED);
        vm.assertTrue(!claimed || record.has(RECOURSE), "Recourse is claimed only where there is some.");
        vm.assertTrue(!record.has(RESOLD) || record.has(RECOURSE), "Only what has recourse was resold with it.");
    }

    function _an_exposure_is_what_is_held_and_locked(
        ParticipantId bank,
        Life.Part[] memory parts,
        HoldingRecord[] memory words
    ) private view {
        (ParticipantId first, ParticipantId second) = handler.buyers();
        uint256 ofFirst;
        uint256 ofSecond;
        for (uint256 i = 0; i < parts.length; ++i) {
            uint256 amount = _countedOf(bank, words[i]);
            if (amount == 0) continue;
            if (handler.debtOf(parts[i].receivable).obligor == first) ofFirst += amount;
            else ofSecond += amount;
        }
        string memory sentence = "A financier's exposure is what it has financed and what is locked for it.";
        (, uint64 used) = ledger.exposure(bank, first, "EUR");
        vm.assertEq(used, ofFirst, sentence);
        (, used) = ledger.exposure(bank, second, "EUR");
        vm.assertEq(used, ofSecond, sentence);
    }

    /// @dev Twice what a bank wants to sell to itself.
    function _countedOf(ParticipantId bank, HoldingRecord record) private pure returns (uint256 amount) {
        if (record.has(FINANCED) && record.holder() == bank) amount = record.amount();
        if (_isLocked(record.step()) && record.counterparty() == bank) amount += record.amount();
    }

    function _isLocked(IReceivables.Step step) private pure returns (bool) {
        return step >= IReceivables.Step.OfferAccepted && step <= IReceivables.Step.DisbursementContested;
    }

    function selectors() private pure returns (bytes4[] memory all) {
        all = new bytes4[](29);
        all[0] = LifeOfParts.proposeTransfer.selector;
        all[1] = LifeOfParts.answerTransfer.selector;
        all[2] = LifeOfParts.requestFinancing.selector;
        all[3] = LifeOfParts.placeOffer.selector;
        all[4] = LifeOfParts.withdrawOffer.selector;
        all[5] = LifeOfParts.acceptOffer.selector;
        all[6] = LifeOfParts.declareDisbursement.selector;
        all[7] = LifeOfParts.answerDisbursement.selector;
        all[8] = LifeOfParts.changeLimit.selector;
        all[9] = LifeOfDebts.declarePayment.selector;
        all[10] = LifeOfDebts.declareRepurchase.selector;
        all[11] = LifeOfDebts.answerPayment.selector;
        all[12] = LifeOfDebts.claimRecourse.selector;
        all[13] = LifeOfDebts.writeOff.selector;
        all[14] = LifeOfDebts.recordRecovery.selector;
        all[15] = LifeOfDebts.liftStop.selector;
        all[16] = LifeOfDebts.withdrawStep.selector;
        all[17] = LifeOfDebts.applyDeadline.selector;
        all[18] = LifeHandler.raise.selector;
        all[19] = LifeHandler.issueCreditNote.selector;
        all[20] = LifeHandler.answerCreditNote.selector;
        all[21] = LifeHandler.openDispute.selector;
        all[22] = LifeHandler.answerDispute.selector;
        all[23] = LifeHandler.requestCancellation.selector;
        all[24] = LifeHandler.answerCancellation.selector;
        all[25] = LifeHandler.proposeRules.selector;
        all[26] = LifeHandler.passTime.selector;
        all[27] = LifeOfParts.sell.selector;
        all[28] = LifeOfDebts.mature.selector;
    }
}
