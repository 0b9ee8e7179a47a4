// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What the ledger must know of a party before it lets it act or be bound: one word, so that
/// asking for it costs little. The low 16 bits are the roles, bit 16 says active, bit 17 suspended;
/// zero is a participant that does not exist.
type Standing is uint24;

using {exists, isActive, mayActAs, roles} for Standing global;

uint24 constant ACTIVE = 1 << 16;
uint24 constant SUSPENDED = 1 << 17;

function exists(Standing standing) pure returns (bool) {
    return Standing.unwrap(standing) != 0;
}

function isActive(Standing standing) pure returns (bool) {
    return Standing.unwrap(standing) & ACTIVE != 0;
}

/// @param role One bit of `Roles`.
function mayActAs(Standing standing, uint16 role) pure returns (bool) {
    uint24 needed = ACTIVE | role;
    return Standing.unwrap(standing) & needed == needed;
}

function roles(Standing standing) pure returns (uint16) {
    return uint16(Standing.unwrap(standing));
}
