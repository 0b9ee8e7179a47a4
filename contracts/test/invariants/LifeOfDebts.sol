// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {HoldingRecord, RECOURSE, RECOURSE_CLAIMED} from "../../src/types/HoldingRecord.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {LifeOfParts} from "./LifeOfParts.sol";

/// @notice Debts are paid, or not: payments, silence, defaults, recourse, write-off.
abstract contract LifeOfDebts is LifeOfParts {
    mapping(ParticipantId obligor => bool) internal _stops;

    function declarePayment(uint256 dice, uint256 share, uint256 whom) external {
        bytes32 id = choose(dice, IReceivables.Step.None);
        Party memory by = mostly(_debts[root].obligor, whom);
        _declare(by, id, someOf(_parts[id].amount, share), "declare payment");
    }

    function declareRepurchase(uint256 dice, uint256 whom) external {
        bytes32 id = choose(dice, IReceivables.Step.None, IReceivables.Phase.Defaulted, RECOURSE_CLAIMED);
        _declare(mostly(_parts[id].seen.counterparty(), whom), id, _parts[id].amount, "declare repurchase");
    }

    function answerPayment(uint256 dice, uint256 whom, uint8 which, bool received) external {
        IReceivables.Step[4] memory steps = [
            IReceivables.Step.PaymentDeclared,
            IReceivables.Step.PaymentContested,
            IReceivables.Step.RepurchaseDeclared,
            IReceivables.Step.RepurchaseContested
        ];
        bytes32 id = choose(dice, steps[which % 4]);
        Party memory by = mostly(_parts[id].holder, whom);
        uint64 amount = _parts[id].seen.pending();
        bytes memory call = received
            ? callOf(by, moneyReceived(by, id, amount))
            : callOf(by, nothingReceived(by, id, amount));
        if (!act(by, call, id, "answer payment")) return;
        if (received) _paid(id);
        settleBooks(id);
    }

    function claimRecourse(uint256 dice, uint256 whom) external {
        bytes32 id = choose(dice, IReceivables.Step.None, IReceivables.Phase.Defaulted, RECOURSE);
        Party memory by = mostly(_parts[id].holder, whom);
        if (act(by, callOf(by, recourseClaim(by, id)), id, "claim recourse")) settleBooks(id);
    }

    function writeOff(uint256 dice, uint256 whom) external {
        bytes32 id = choose(dice, IReceivables.Step.None, IReceivables.Phase.Defaulted);
        Party memory by = mostly(_parts[id].holder, whom);
        if (!act(by, callOf(by, giveUp(by, id)), id, "write off")) return;
        _debts[root].writtenOff += _parts[id].amount;
        _parts[id].amount = 0;
        settleBooks(id);
    }

    function recordRecovery(uint256 dice, uint256 share, uint256 whom) external {
        bytes32 id = choose(dice, IReceivables.Step.None, IReceivables.Phase.WrittenOff);
        Party memory by = mostly(_parts[id].holder, whom);
        uint64 amount = someOf(_parts[id].seen.pending(), share);
        if (act(by, callOf(by, recovery(by, id, amount)), id, "record recovery")) settleBooks(id);
    }

    function liftStop(uint256 whom, bool other) external {
        Party memory by = mostly(networkOperator.id, whom);
        ISettlement.LiftStop memory intent = lifting(by);
        if (other) intent.obligor = otherBuyer.id;
        if (!act(by, callOf(by, intent), 0, "lift stop")) return;
        expect(_stops[intent.obligor], "Only a stop that stands is lifted.");
        _stops[intent.obligor] = false;
    }

    /// @dev Whoever began a step takes it back, or somebody tries to.
    function withdrawStep(uint256 dice, uint8 step, uint256 whom) external {
        bytes32 id = choose(dice, IReceivables.Step(1 + step % 12));
        Party memory by = _everybody[whom % _everybody.length];
        bytes memory call = callOf(by, stepBack(by, id, _parts[id].seen.step()));
        if (act(by, call, id, "withdraw step")) settleBooks(id);
    }

    function applyDeadline(uint256 dice, uint8 step, uint256 whom) external {
        // Half of the time what waits for nobody, of which the calendar alone decides.
        bytes32 id = choose(dice, IReceivables.Step(step % 26 < 13 ? step % 13 : 0));
        HoldingRecord before = _parts[id].seen;
        Party memory by = _everybody[whom % _everybody.length];
        if (!act(by, callOf(by, timePassed(by, id)), id, "apply deadline")) return;
        if (before.step() == IReceivables.Step.DisbursementDeclared) _parts[id].holder = before.counterparty();
        if (before.step() >= IReceivables.Step.PaymentDeclared && before.step() <= IReceivables.Step.RepurchaseDeclared)
        {
            _paid(id);
        }
        settleBooks(id);
        if (before.step() == IReceivables.Step.None) _stopIfDefaulted(id);
    }

    /// @dev Nobody pays for something that was bought with recourse, until its days of grace are over.
    function mature(uint256 dice) external {
        bytes32 id = choose(dice, IReceivables.Step.None, IReceivables.Phase.Held, RECOURSE);
        uint256 due = (uint256(_debts[root].dueDate) + 6) * 1 days;
        HoldingRecord before = _parts[id].seen;
        if (before.step() != IReceivables.Step.None || !before.has(RECOURSE)) return;
        if (dice % 3 != 0 || due < block.timestamp) return;
        vm.warp(due);
        if (!act(bankEast, callOf(bankEast, timePassed(bankEast, id)), id, "apply deadline")) return;
        settleBooks(id);
        _stopIfDefaulted(id);
    }

    function isStopped(ParticipantId obligor) external view returns (bool) {
        return _stops[obligor];
    }

    /// @dev Some rules give more days of grace than others.
    function _stopIfDefaulted(bytes32 id) private {
        if (_parts[id].seen.phase() == IReceivables.Phase.Defaulted) _stops[_debts[root].obligor] = true;
    }

    function _declare(Party memory by, bytes32 id, uint64 amount, bytes32 what) private {
        if (!act(by, callOf(by, payment(by, id, amount)), id, what)) return;
        _parts[id].declared = amount;
        settleBooks(id);
    }

    /// @dev By the obligor, so that less is owed; or by the seller, who has bought the part back.
    function _paid(bytes32 id) private {
        HoldingRecord before = _parts[id].seen;
        if (before.step() <= IReceivables.Step.PaymentContested) {
            _debts[root].paid += _parts[id].declared;
            _parts[id].amount -= _parts[id].declared;
        } else {
            _parts[id].holder = before.counterparty();
        }
    }
}
