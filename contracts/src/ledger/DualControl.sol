// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../interfaces/IDualControl.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {LedgerState} from "./LedgerState.sol";

/// @title Whether one signature is enough for an amount
abstract contract DualControl is LedgerState {
    /// @dev The action is authenticated, so that a signature by two is known to be good.
    function _requireTwo(ParticipantId participant, bytes3 currency, uint64 amount, bytes calldata signature)
        internal
        view
    {
        if (_isByTwo(signature)) return;
        uint64 threshold = _thresholds[participant][currency];
        if (threshold != 0 && amount > threshold) {
            revert IDualControl.SecondSignatureRequired(participant, threshold);
        }
    }
}
