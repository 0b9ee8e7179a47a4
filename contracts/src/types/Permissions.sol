// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice What a key may sign in its participant's name; a key's permissions are a bitmask of these. Each action
/// names the one that it needs.
library Permissions {
    /// @notice Claims of a supplier: submit and withdraw invoices, issue credit notes, ask for cancellation.
    uint16 internal constant CLAIM = 1;
    /// @notice Answers of a buyer to a claim: confirm, reject, dispute, consent to cancellation.
    uint16 internal constant OWE = 2;
    /// @notice What a holder does with its holding: transfer, ask for financing, accept an offer, grant a credit.
    uint16 internal constant MOVE = 4;
    /// @notice What a financier binds itself to: offers, disbursements, exposure limits.
    uint16 internal constant FUND = 8;
    /// @notice Payments: declare, acknowledge, contest, call upon recourse, write off, record a recovery.
    uint16 internal constant SETTLE = 16;
    /// @notice The participant's own thresholds; for an operator also rules and stops.
    uint16 internal constant ADMINISTER = 32;
    uint16 internal constant ALL = 63;
}
