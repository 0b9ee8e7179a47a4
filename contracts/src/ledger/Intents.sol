// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IIntents} from "../interfaces/IIntents.sol";
import {IParticipants} from "../interfaces/IParticipants.sol";
import {Credentials} from "../types/Credentials.sol";
import {ParticipantId, NOBODY} from "../types/ParticipantId.sol";
import {Standing} from "../types/Standing.sol";

/// @title Who says it, whether it was said before, and whether they may speak at all
/// @dev Each action first calls `_authenticate`, then `_requireRole` for each party it names, and only
/// then looks at its own rules: an error of the first means that nobody said it, of the others that
/// somebody said what is not admissible.
abstract contract Intents is EIP712 {
    uint64 private constant MAX_DEADLINE = 30 days;
    uint256 private constant SIGNATURE_BYTES = 65;

    IParticipants internal immutable _register;

    /// @dev 256 nonces, one bit each. A struct, so that its slot is computed once for reading and writing.
    struct NonceWord {
        uint256 used;
    }

    mapping(ParticipantId => mapping(uint256 index => NonceWord)) private _nonces;

    constructor(IParticipants register) EIP712("SupplyChainLedger", "1") {
        _register = register;
    }

    function _isSpent(ParticipantId participant, uint256 nonce) internal view returns (bool) {
        return _nonces[participant][nonce >> 8].used & _bitOf(nonce) != 0;
    }

    /// @dev Proves that `actor` said it, and spends its nonce. Where the ledger itself is the caller, the
    /// action was tried before and failed: the call ends here, with the nonce spent and nothing else done.
    /// One path for both, so that what is spent is exactly what was tried (see `Batches`).
    /// @param permission What the keys must be allowed to sign, one of `Permissions`.
    /// @param signature Of one key, or of two different ones, one after the other.
    function _authenticate(
        uint16 permission,
        ParticipantId actor,
        ParticipantId counterparty,
        bytes32 structHash,
        uint256 nonce,
        uint64 deadline,
        bytes calldata signature
    ) internal returns (bytes32 intent, Standing ofActor, Standing ofCounterparty) {
        _requireTimely(deadline);
        intent = _hashTypedDataV4(structHash);
        if (signature.length != SIGNATURE_BYTES && !_isByTwo(signature)) revert IIntents.InvalidSignature();
        address before;
        for (uint256 from = 0; from < signature.length; from = _after(from)) {
            address signer = _recover(intent, signature, from);
            if (signer == before) revert IIntents.SignersNotDistinct(signer);
            Credentials found = _register.signerAndParties(signer, actor, counterparty);
            if (found.represents() != actor || actor == NOBODY) revert IIntents.SignerNotRegistered(signer, actor);
            if (found.permissions() & permission == 0) revert IIntents.PermissionMissing(signer, permission);
            (ofActor, ofCounterparty) = (found.ofActor(), found.ofCounterparty());
            before = signer;
        }
        _spend(actor, nonce);
        if (msg.sender == address(this)) _endWith(intent, actor);
    }

    /// @dev The same for an action that names no counterparty.
    /// @param role What the actor must be; 0 where being active is enough.
    function _authenticateAs(
        uint16 role,
        uint16 permission,
        ParticipantId actor,
        bytes32 structHash,
        uint256 nonce,
        uint64 deadline,
        bytes calldata signature
    ) internal returns (bytes32 intent) {
        Standing ofActor;
        (intent, ofActor,) = _authenticate(permission, actor, NOBODY, structHash, nonce, deadline, signature);
        _requireRole(actor, ofActor, role);
    }

    /// @dev Whether two keys have signed; once authenticated, both are good.
    function _isByTwo(bytes calldata signature) internal pure returns (bool) {
        return signature.length == 2 * SIGNATURE_BYTES;
    }

    function _after(uint256 from) private pure returns (uint256) {
        unchecked {
            return from + SIGNATURE_BYTES;
        }
    }

    /// @dev A party must exist, be active and have the role for its part in the action.
    function _requireRole(ParticipantId party, Standing standing, uint16 role) internal pure {
        if (standing.mayActAs(role)) return;
        if (!standing.exists()) revert IIntents.ParticipantNotFound(party);
        if (!standing.isActive()) revert IIntents.ParticipantNotActive(party);
        revert IIntents.RoleMissing(party, role);
    }

    function _requireTimely(uint64 deadline) private view {
        uint256 time = block.timestamp;
        if (deadline < time) revert IIntents.IntentExpired(deadline, uint64(time));
        unchecked {
            uint256 latest = time + MAX_DEADLINE;
            if (deadline > latest) revert IIntents.DeadlineTooFar(deadline, uint64(latest));
        }
    }

    /// @dev Stricter than ECDSA.recover on bytes: exactly one encoding of each signature is valid.
    /// @param from Where the key's 65 bytes begin.
    function _recover(bytes32 intent, bytes calldata signature, uint256 from) private pure returns (address signer) {
        bytes32 r;
        bytes32 s;
        uint8 v;
        assembly ("memory-safe") {
            let begin := add(signature.offset, from)
            r := calldataload(begin)
            s := calldataload(add(begin, 32))
            v := byte(0, calldataload(add(begin, 64)))
        }
        ECDSA.RecoverError fault;
        (signer, fault,) = ECDSA.tryRecover(intent, v, r, s);
        if (fault != ECDSA.RecoverError.NoError) revert IIntents.InvalidSignature();
    }

    function _spend(ParticipantId participant, uint256 nonce) private {
        NonceWord storage word = _nonces[participant][nonce >> 8];
        uint256 used = word.used;
        if (used & _bitOf(nonce) != 0) revert IIntents.NonceAlreadyUsed(participant, nonce);
        word.used = used | _bitOf(nonce);
    }

    function _bitOf(uint256 nonce) private pure returns (uint256) {
        return 1 << (nonce & 0xff);
    }

    /// @dev Ends the external call and returns (digest, participant) to `Batches`.
    function _endWith(bytes32 intent, ParticipantId actor) private pure {
        bytes memory result = abi.encode(intent, actor);
        assembly ("memory-safe") {
            return(add(result, 32), mload(result))
        }
    }
}
