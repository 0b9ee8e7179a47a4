// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../interfaces/IInvoices.sol";
import {IReceivables} from "../interfaces/IReceivables.sol";
import {ISettlement} from "../interfaces/ISettlement.sol";
import {HoldingRecord, RECOURSE, RECOURSE_CLAIMED} from "../types/HoldingRecord.sol";
import {ParticipantId, NOBODY} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {Roles} from "../types/Roles.sol";
import {DualControl} from "./DualControl.sol";
import {Holdings} from "./Holdings.sol";
import {Exposures} from "./Exposures.sol";
import {SettlementHashing} from "./SettlementHashing.sol";

/// @title What remains to be done when the obligor has not paid
abstract contract Defaults is ISettlement, Holdings, DualControl, Exposures {
    /// @inheritdoc ISettlement
    function claimRecourse(ClaimRecourse calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.SETTLE,
            intent.holder,
            SettlementHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _defaultedAtRest(intent.holder, intent.receivable, intent.holding);
        if (!record.has(RECOURSE) || record.has(RECOURSE_CLAIMED)) revert NoRecourse(intent.holding);

        record = record.with(RECOURSE_CLAIMED);
        _holdings[intent.receivable][intent.holding] = record;
        emit RecourseClaimed(intent.receivable, intent.holding, intent.holder, digest, record);
    }

    /// @inheritdoc ISettlement
    function writeOff(WriteOff calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.SETTLE,
            intent.holder,
            SettlementHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _defaultedAtRest(intent.holder, intent.receivable, intent.holding);
        _requireReason(intent.reason);
        uint64 amount = record.amount();
        _requireTwo(intent.holder, _invoices[intent.receivable].currency(), amount, signature);

        _release(intent.holder, intent.receivable, record, amount);
        record = record.withAmount(0).withPhase(IReceivables.Phase.WrittenOff);
        record = record.inStep(IReceivables.Step.None, NOBODY, amount, 0);
        _holdings[intent.receivable][intent.holding] = record;
        emit WrittenOff(intent.receivable, intent.holding, intent.holder, digest, record, intent.reason);
    }

    /// @inheritdoc ISettlement
    function recordRecovery(RecordRecovery calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            0,
            Permissions.SETTLE,
            intent.holder,
            SettlementHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        HoldingRecord record = _heldBy(intent.holder, intent.receivable, intent.holding);
        _requirePhase(intent.holding, record, IReceivables.Phase.WrittenOff);
        uint64 lost = record.pending();
        if (intent.amount == 0 || intent.amount > lost) revert IInvoices.AmountOutOfRange(intent.amount, lost);
        _requireReference(intent.bankReference);

        record = record.inStep(IReceivables.Step.None, NOBODY, lost - intent.amount, 0);
        _holdings[intent.receivable][intent.holding] = record;
        emit Recovered(
            intent.receivable,
            intent.holding,
            intent.holder,
            digest,
            record,
            intent.amount,
            intent.valueDate,
            intent.bankReference,
            intent.evidence
        );
    }

    /// @inheritdoc ISettlement
    function liftStop(LiftStop calldata intent, bytes calldata signature) external {
        bytes32 digest = _authenticateAs(
            Roles.OPERATOR,
            Permissions.ADMINISTER,
            intent.operator,
            SettlementHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        if (!_stopped[intent.obligor]) revert NotStopped(intent.obligor);
        _requireReason(intent.reason);

        _stopped[intent.obligor] = false;
        emit StopLifted(intent.obligor, intent.operator, digest, intent.reason);
    }

    /// @inheritdoc ISettlement
    function isStopped(ParticipantId obligor) external view returns (bool) {
        return _stopped[obligor];
    }

    /// @dev Once per default; further ones of a stopped obligor say nothing new.
    function _stop(ParticipantId obligor, bytes32 receivable, bytes32 id, bytes32 intent) internal {
        if (_stopped[obligor]) return;
        _stopped[obligor] = true;
        emit ObligorStopped(obligor, receivable, id, intent);
    }

    function _defaultedAtRest(ParticipantId holder, bytes32 receivable, bytes32 id)
        private
        view
        returns (HoldingRecord record)
    {
        record = _heldBy(holder, receivable, id);
        _requirePhase(id, record, IReceivables.Phase.Defaulted);
        _requireStep(id, record, IReceivables.Step.None);
    }
}
