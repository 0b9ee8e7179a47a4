// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ParticipantId} from "./ParticipantId.sol";
import {Standing} from "./Standing.sol";

/// @notice What the register says of one intent, in one word, so that asking costs little. From the lowest bit: whom
/// the key represents 32, what it may sign 16, standing of the actor 24, standing of the counterparty 24.
type Credentials is uint256;

using {represents, permissions, ofActor, ofCounterparty} for Credentials global;

uint256 constant PERMISSIONS_AT = 32;
uint256 constant ACTOR_AT = 48;
uint256 constant COUNTERPARTY_STANDING_AT = 72;

function newCredentials(
    ParticipantId represents_,
    uint16 permissions_,
    Standing ofActor_,
    Standing ofCounterparty_
) pure returns (Credentials) {
    uint256 key = ParticipantId.unwrap(represents_) | uint256(permissions_) << PERMISSIONS_AT;
    uint256 standings = uint256(Standing.unwrap(ofActor_)) << ACTOR_AT
        | uint256(Standing.unwrap(ofCounterparty_)) << COUNTERPARTY_STANDING_AT;
    return Credentials.wrap(key | standings);
}

function represents(Credentials credentials) pure returns (ParticipantId) {
    return ParticipantId.wrap(uint32(Credentials.unwrap(credentials)));
}

function permissions(Credentials credentials) pure returns (uint16) {
    return uint16(Credentials.unwrap(credentials) >> PERMISSIONS_AT);
}

function ofActor(Credentials credentials) pure returns (Standing) {
    return Standing.wrap(uint24(Credentials.unwrap(credentials) >> ACTOR_AT));
}

function ofCounterparty(Credentials credentials) pure returns (Standing) {
    return Standing.wrap(uint24(Credentials.unwrap(credentials) >> COUNTERPARTY_STANDING_AT));
}
