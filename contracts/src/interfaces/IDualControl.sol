// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ParticipantId} from "../types/ParticipantId.sol";

/// @title Dual control: above a participant's own threshold, two of its keys must sign
/// @notice The second signature follows the first in `signature`: 130 bytes instead of 65, by two different keys of
/// the participant that both have the permission. Two may always sign where one would do.
interface IDualControl {
    /// @param currency ISO 4217 code; each currency has its own threshold.
    /// @param threshold Minor units above which two must sign; 0 ends dual control. Changing one needs two signers.
    struct SetThreshold {
        ParticipantId participant;
        string currency;
        uint64 threshold;
        uint256 nonce;
        uint64 deadline;
    }

    event ThresholdSet(ParticipantId indexed participant, bytes32 intent, string currency, uint64 threshold);

    /// @notice The amount is above the participant's threshold, and only one key has signed.
    error SecondSignatureRequired(ParticipantId participant, uint64 threshold);

    function setThreshold(SetThreshold calldata intent, bytes calldata signature) external;

    /// @notice Minor units above which two keys must sign; 0 where one is always enough.
    function threshold(ParticipantId participant, bytes3 currency) external view returns (uint64);
}
