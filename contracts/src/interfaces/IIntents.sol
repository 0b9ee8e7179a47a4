// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ParticipantId} from "../types/ParticipantId.sol";
import {IParticipants} from "./IParticipants.sol";

/// @title Signed intents: how participants speak, and how their statements are carried to the ledger
/// @notice An intent is EIP-712 typed data signed by a key of the participant it binds. Domain:
/// name `SupplyChainLedger`, version `1`, the chain's id, the ledger's address. Signatures are 65 bytes
/// r, s, v with v 27 or 28 and a low s, or two of them by different keys (see `IDualControl`). Contract wallets
/// (ERC-1271) cannot sign: their answer may change between the check of a batch and its execution, and cannot be
/// proven later. Code at a signer's address
/// (EIP-7702) changes nothing: its key signs as before.
///
/// Every action is a function `action(Action intent, bytes signature)` that anybody may call: the actor
/// is whoever signed, never the caller. `execute` takes many such calls at once.
///
/// Nonces are unordered: the upper 248 bits name a word, the lower 8 a bit in it. Each is used once per
/// participant. Those who draw a random word and count bits from 0 write one storage slot per 256 intents.
interface IIntents {
    /// @notice What became of one item of a batch.
    /// @dev Executed: took effect, see the action's own event. Rejected: authentic but not admissible; its
    /// nonce is spent, so it never takes effect later. Refused: not authentic (malformed, forged, expired,
    /// already used); nothing is recorded of it.
    enum Outcome {
        Executed,
        Rejected,
        Refused
    }

    /// @notice An authentic intent could not take effect, and its nonce is spent.
    /// @param intent EIP-712 digest of the intent.
    /// @param reason ABI-encoded error of the action, cut to 256 bytes.
    event IntentRejected(bytes32 indexed intent, ParticipantId indexed participant, bytes reason);

    /// @notice An item of a batch is not an authentic intent; its nonce, if it has one, is untouched.
    /// @param callHash Keccak-256 of the item's calldata.
    /// @param reason ABI-encoded error, cut to 256 bytes.
    event IntentRefused(bytes32 indexed callHash, bytes reason);

    // Authentication: the item is refused and its nonce untouched.

    /// @notice The deadline (Unix seconds) has passed.
    error IntentExpired(uint64 deadline, uint64 blockTime);
    /// @notice The deadline (Unix seconds) is more than 30 days ahead.
    error DeadlineTooFar(uint64 deadline, uint64 latest);
    /// @notice The participant has used the nonce already.
    error NonceAlreadyUsed(ParticipantId participant, uint256 nonce);
    /// @notice The signature is not 65 or 130 bytes with v 27 or 28 and a low s, or recovers to nobody.
    error InvalidSignature();
    /// @notice The key does not sign for the participant: a stranger's, revoked, not yet valid; or a field was altered.
    error SignerNotRegistered(address signer, ParticipantId participant);
    /// @notice The key is the participant's, but may not sign this (a bit of `Permissions`).
    error PermissionMissing(address signer, uint16 permission);
    /// @notice Both signatures are of the same key.
    error SignersNotDistinct(address signer);
    /// @notice The item does not call an action of the ledger.
    error NotAnAction(bytes4 selector);
    /// @notice The item cannot be decoded as the action it names, or needs more gas than any intent may.
    error MalformedIntent();
    /// @notice The item is longer than any intent may be.
    error IntentTooLong(uint256 length, uint256 limit);

    // Admission: common to all actions; the item is rejected and its nonce spent.

    /// @notice The intent names a participant that does not exist.
    error ParticipantNotFound(ParticipantId participant);
    /// @notice The intent names a participant that is suspended.
    error ParticipantNotActive(ParticipantId participant);
    /// @notice The participant lacks the role (a bit of `IParticipants.Registration.roles`) for its part.
    error RoleMissing(ParticipantId participant, uint16 role);

    // The batch itself: reverts as a whole.

    /// @notice The transaction has too little gas left to give the item at this position its full share.
    error InsufficientGas(uint256 position);

    /// @notice Executes a batch: each item is judged by itself, and a bad one hurts no other.
    /// @dev Before each item, and again before the nonce of a failed one is spent, the transaction must have
    /// `INTENT_GAS` and a sixty-third of it left, so that a relayer cannot make an intent fail by starving
    /// it; otherwise the whole batch reverts. An item may be 4,096 bytes long.
    /// @param intents Calldata of actions, as for a direct call.
    function execute(bytes[] calldata intents) external returns (Outcome[] memory outcomes);

    /// @notice Gas that each item of a batch may use, whatever the others do.
    function INTENT_GAS() external view returns (uint256);

    /// @notice Whether a participant has used a nonce, by an executed or by a rejected intent.
    function isNonceUsed(ParticipantId participant, uint256 nonce) external view returns (bool);

    /// @notice EIP-712 domain separator for the current chain. See also EIP-5267's `eip712Domain`.
    function domainSeparator() external view returns (bytes32);

    /// @notice The register that this ledger trusts; it cannot be changed.
    function participants() external view returns (IParticipants);
}
