// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice Number of a registered participant. Numbers start at 1 and are never reused.
type ParticipantId is uint32;

using {equals as ==, differs as !=} for ParticipantId global;

// The number that no participant ever has.
ParticipantId constant NOBODY = ParticipantId.wrap(0);

function equals(ParticipantId left, ParticipantId right) pure returns (bool) {
    return ParticipantId.unwrap(left) == ParticipantId.unwrap(right);
}

function differs(ParticipantId left, ParticipantId right) pure returns (bool) {
    return ParticipantId.unwrap(left) != ParticipantId.unwrap(right);
}
