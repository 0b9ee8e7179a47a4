// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What a participant may do on the network; a participant's roles are a bitmask of these.
library Roles {
    uint16 internal constant SUPPLIER = 1;
    uint16 internal constant BUYER = 2;
    uint16 internal constant FINANCIER = 4;
    uint16 internal constant AUDITOR = 8;
    uint16 internal constant OPERATOR = 16;
    uint16 internal constant ALL = 31;
}
