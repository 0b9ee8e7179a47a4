// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../../src/interfaces/ICorrections.sol";
import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../../src/interfaces/IRuleBook.sol";
import {HoldingRecord, DEFENCES_WAIVED, DISPUTED} from "../../src/types/HoldingRecord.sol";
import {CorrectionTypedData} from "../support/CorrectionTypedData.sol";
import {RuleTypedData} from "../support/RuleTypedData.sol";
import {LifeOfDebts} from "./LifeOfDebts.sol";

/// @notice How receivables begin, what is corrected of them, and how time and rules go on.
contract LifeHandler is LifeOfDebts {
    function setUp() public override {
        super.setUp();
        for (uint256 i = 2; i < 4; ++i) {
            perform(callOf(_everybody[i], limitFor(_everybody[i])), "limit");
        }
    }

    /// @dev Submits and confirms: mostly by the rules, at times of a stopped obligor or too far ahead.
    function raise(uint64 amount, uint16 daysAhead, bool other, bool waived) external {
        if (_receivables.length >= MOST_PARTS / 4 || isFull()) return;
        Party memory buyer = other ? otherBuyer : coreMotors;
        IInvoices.SubmitInvoice memory intent = submission(vm.toString(_receivables.length + 1));
        intent.buyer = buyer.id;
        intent.issueDate = uint32(block.timestamp / 1 days);
        intent.dueDate = intent.issueDate + daysAhead % 40;
        intent.amount = 1 + amount % (2 * WHOLE);
        intent.nonce = freshNonce();
        bytes32 id = idOf(intent);
        if (!act(tier1Brakes, callOf(tier1Brakes, intent), id, "submit")) return;
        IInvoices.ConfirmInvoice memory answer = confirmation(id, intent.amount);
        (answer.buyer, answer.defencesWaived) = (buyer.id, waived);
        if (!act(buyer, callOf(buyer, answer), id, "confirm")) return;
        expect(!_stops[buyer.id], "A stopped obligor gets no new receivables.");
        _open(id, buyer.id, intent.amount, intent.dueDate, waived);
        expect(_debts[id].ruleVersion == ledger.ruleVersion(), "A receivable lives by the rules then in force.");
    }

    function issueCreditNote(uint256 dice, uint256 share, uint256 whom) external {
        bytes32 id = choose(dice, IReceivables.Step.None);
        Party memory by = mostly(tier1Brakes.id, whom);
        uint64 amount = someOf(_parts[id].amount, share);
        if (!act(by, callOf(by, creditNote(by, id, amount)), id, "issue credit note")) return;
        if (_parts[id].holder == by.id) _credit(id, amount);
        else _parts[id].declared = amount;
        settleBooks(id);
    }

    function answerCreditNote(uint256 dice, uint256 whom, bool accepted) external {
        bytes32 id = choose(dice, IReceivables.Step.CreditNoteProposed);
        Party memory by = mostly(_parts[id].holder, whom);
        uint64 amount = _parts[id].seen.pending();
        bytes memory call =
            accepted ? callOf(by, creditTaken(by, id, amount)) : callOf(by, creditDeclined(by, id, amount));
        if (!act(by, call, id, "answer credit note")) return;
        if (accepted) _credit(id, _parts[id].declared);
        settleBooks(id);
    }

    function openDispute(uint256 dice, uint256 share, uint256 whom) external {
        if (isFull()) return;
        bytes32 id = choose(dice, IReceivables.Step.None);
        Party memory by = mostly(_debts[root].obligor, whom);
        HoldingRecord before = _parts[id].seen;
        ICorrections.OpenDispute memory intent = dispute(by, id, someOf(_parts[id].amount, share));
        bytes32 made = digestOf(CorrectionTypedData.hash(intent));
        if (!act(by, callOf(by, intent), id, "open dispute")) return;
        expect(!before.has(DEFENCES_WAIVED), "Who has waived its defences disputes nothing.");
        expect(!before.has(DISPUTED), "Nothing is disputed twice.");
        _split(id, made, intent.amount);
        settleBooks(id);
    }

    function answerDispute(uint256 dice, uint256 share, uint256 whom) external {
        bytes32 id = choose(dice, IReceivables.Step.DisputeOpened);
        Party memory by = mostly(_parts[id].holder, whom);
        uint64 credited = someOf(_parts[id].amount, share);
        if (!act(by, callOf(by, disputeAnswer(by, id, credited)), id, "answer dispute")) return;
        _credit(id, credited);
        settleBooks(id);
    }

    function requestCancellation(uint256 dice, uint256 whom) external {
        bytes32 id = _receivables[dice % _receivables.length];
        root = id;
        Party memory by = mostly(tier1Brakes.id, whom);
        if (act(by, callOf(by, cancellation(by)), id, "request cancellation")) settleBooks(id);
    }

    function answerCancellation(uint256 dice, uint256 whom, bool consents) external {
        bytes32 id = choose(dice, IReceivables.Step.CancellationRequested);
        Party memory by = mostly(_debts[root].obligor, whom);
        bytes memory call = consents ? callOf(by, consent(by)) : callOf(by, noConsent(by));
        if (!act(by, call, root, "answer cancellation")) return;
        if (consents) {
            expect(_parts[id].amount == _debts[root].confirmed, "Only what is whole is cancelled.");
            _debts[root].cancelled += _parts[id].amount;
            _parts[id].amount = 0;
        }
        settleBooks(root);
    }

    function proposeRules(uint8 hands, uint64 smallest, uint16 tenor, uint256 whom) external {
        Party memory by = mostly(networkOperator.id, whom);
        IRuleBook.ProposeRules memory intent = RuleTypedData.proposal(by.id, openRules());
        intent.maxHands = hands % 5;
        intent.smallestPart = smallest % 5000;
        (intent.standardTenorDays, intent.maxTenorDays) = (tenor % 200, tenor % 200);
        intent.effectiveFrom = uint64(block.timestamp) + 1 days;
        (intent.nonce, intent.deadline) = (freshNonce(), soon());
        bytes memory call =
            abi.encodeCall(IRuleBook.proposeRules, (intent, sign(by, RuleTypedData.hash(intent))));
        act(by, call, 0, "propose rules");
    }

    function passTime(uint256 time) external {
        vm.warp(block.timestamp + (time % 4 == 0 ? time % 10 days : time % 12 hours));
    }

    function _credit(bytes32 id, uint64 amount) private {
        _debts[root].credited += amount;
        _parts[id].amount -= amount;
    }

    function limitFor(Party memory by) private returns (IFinancing.SetExposureLimit memory intent) {
        intent = limit(by, LIMIT);
        intent.obligor = otherBuyer.id;
    }
}
