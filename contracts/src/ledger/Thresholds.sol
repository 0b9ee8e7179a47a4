// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../interfaces/IDualControl.sol";
import {IInvoices} from "../interfaces/IInvoices.sol";
import {Formats} from "../Formats.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {Permissions} from "../types/Permissions.sol";
import {LedgerState} from "./LedgerState.sol";
import {ThresholdHashing} from "./ThresholdHashing.sol";

/// @title Each participant sets above which amount two of its keys must sign
abstract contract Thresholds is IDualControl, LedgerState {
    /// @inheritdoc IDualControl
    function setThreshold(SetThreshold calldata intent, bytes calldata signature) external {
        ParticipantId participant = intent.participant;
        bytes32 digest = _authenticateAs(
            0,
            Permissions.ADMINISTER,
            participant,
            ThresholdHashing.hash(intent),
            intent.nonce,
            intent.deadline,
            signature
        );
        if (!Formats.isCurrency(intent.currency)) revert IInvoices.MalformedCurrency();
        bytes3 currency = bytes3(bytes(intent.currency));
        uint64 before = _thresholds[participant][currency];
        if (before != 0 && !_isByTwo(signature)) revert SecondSignatureRequired(participant, before);

        _thresholds[participant][currency] = intent.threshold;
        emit ThresholdSet(participant, digest, intent.currency, intent.threshold);
    }

    /// @inheritdoc IDualControl
    function threshold(ParticipantId participant, bytes3 currency) external view returns (uint64) {
        return _thresholds[participant][currency];
    }
}
