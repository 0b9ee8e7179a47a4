// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ParticipantId} from "../types/ParticipantId.sol";

/// @title Taking back an intent that has not reached the ledger yet
/// @notice A signed intent can be relayed by anybody until its deadline. The cancellation spends its nonce, so that it
/// never takes effect. Whichever of the two is recorded first wins; the other is refused with `NonceAlreadyUsed`.
/// @dev It binds nobody to anything. So any key of the participant that may sign at all may sign it, one is enough
/// above every threshold, and a suspended participant may too. It has nothing that could be inadmissible: it is
/// executed or refused, and never rejected.
interface IIntentCancellation {
    /// @param cancelled EIP-712 digest of the intent to take back. Nothing on the ledger can check it: what decides is
    /// the nonce. It tells the signer's wallet and the readers of the event what is meant.
    /// @param nonce The nonce of that intent, which is this one's too.
    struct CancelIntent {
        ParticipantId participant;
        bytes32 cancelled;
        uint256 nonce;
        uint64 deadline;
    }

    /// @param intent EIP-712 digest of the cancellation itself.
    /// @param cancelled Digest of the intent that it was aimed at, as its signer says.
    /// @param nonce Spent from here on: no intent of the participant with this nonce takes effect any more.
    event IntentCancelled(ParticipantId indexed participant, bytes32 intent, bytes32 indexed cancelled, uint256 nonce);

    function cancelIntent(CancelIntent calldata intent, bytes calldata signature) external;
}
