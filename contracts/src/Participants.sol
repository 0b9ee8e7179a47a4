// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IParticipants} from "./interfaces/IParticipants.sol";
import {Credentials, newCredentials} from "./types/Credentials.sol";
import {ParticipantId, NOBODY} from "./types/ParticipantId.sol";
import {Permissions} from "./types/Permissions.sol";
import {Standing, ACTIVE, SUSPENDED} from "./types/Standing.sol";
import {Roles} from "./types/Roles.sol";
import {Formats} from "./Formats.sol";

/// @title The register of those who may act on the ledger
contract Participants is IParticipants, AccessControlDefaultAdminRules {
    /// @notice May register, suspend and reinstate participants, and add and revoke their keys.
    bytes32 public constant OPERATOR_ROLE = keccak256("OPERATOR_ROLE");

    /// @dev How long the transfer of the admin's power waits, so that a wrong one can be stopped.
    uint48 private constant ADMIN_TRANSFER_DELAY = 1 days;

    uint256 private constant MAX_TEXT_BYTES = 200;

    /// @dev One slot. Never deleted: a revoked key must stay known, so that nobody can add it again.
    struct Key {
        ParticipantId participant;
        uint16 permissions;
        bool revoked;
        uint64 validFrom;
    }

    /// @inheritdoc IParticipants
    uint32 public immutable keyNotice;

    /// @inheritdoc IParticipants
    uint32 public participantCount;

    mapping(ParticipantId => Standing) private _standings;
    mapping(address => Key) private _keys;
    mapping(bytes32 handleHash => ParticipantId) private _handles;
    mapping(bytes32 leiHash => ParticipantId) private _leis;

    /// @param operator Gets the operator role, and the admin's power to grant and revoke it.
    /// @param notice Seconds; 0 where keys that are added are valid at once, as on a development chain.
    constructor(address operator, uint32 notice) AccessControlDefaultAdminRules(ADMIN_TRANSFER_DELAY, operator) {
        keyNotice = notice;
        _grantRole(OPERATOR_ROLE, operator);
    }

    /// @inheritdoc IParticipants
    function register(Registration calldata registration) external onlyRole(OPERATOR_ROLE) returns (ParticipantId id) {
        _requireWellFormed(registration);
        id = ParticipantId.wrap(++participantCount);
        _takeHandle(id, registration.handle);
        _takeLei(id, registration.leiHash);
        _setStanding(id, ACTIVE, registration.roles);
        emit ParticipantRegistered(
            id,
            registration.handle,
            registration.name,
            registration.roles,
            registration.leiHash,
            registration.vatHash,
            registration.endpointHash,
            registration.region,
            registration.industry,
            registration.smallEnterprise
        );
        for (uint256 i = 0; i < registration.signers.length; ++i) {
            _addSigner(id, registration.signers[i], Permissions.ALL, 0);
        }
    }

    /// @inheritdoc IParticipants
    function addSigner(ParticipantId id, address account, uint16 permissions) external onlyRole(OPERATOR_ROLE) {
        _requireRegistered(id);
        if (permissions == 0 || permissions & ~Permissions.ALL != 0) revert UnknownPermissions(permissions);
        _addSigner(id, account, permissions, uint64(block.timestamp) + keyNotice);
    }

    /// @inheritdoc IParticipants
    function revokeSigner(ParticipantId id, address account) external onlyRole(OPERATOR_ROLE) {
        Key storage key = _keys[account];
        if (id == NOBODY || key.participant != id || key.revoked) revert SignerUnknown(account, id);
        key.revoked = true;
        emit SignerRevoked(id, account);
    }

    /// @inheritdoc IParticipants
    function suspend(ParticipantId id, string calldata reason) external onlyRole(OPERATOR_ROLE) {
        Standing before = _requireRegistered(id);
        if (!before.isActive()) revert AlreadySuspended(id);
        _requireReason(reason);
        _setStanding(id, SUSPENDED, before.roles());
        emit ParticipantSuspended(id, reason);
    }

    /// @inheritdoc IParticipants
    function reinstate(ParticipantId id, string calldata reason) external onlyRole(OPERATOR_ROLE) {
        Standing before = _requireRegistered(id);
        if (before.isActive()) revert NotSuspended(id);
        _requireReason(reason);
        _setStanding(id, ACTIVE, before.roles());
        emit ParticipantReinstated(id, reason);
    }

    /// @inheritdoc IParticipants
    function signerAndParties(address account, ParticipantId actor, ParticipantId counterparty)
        external
        view
        returns (Credentials)
    {
        Standing ofCounterparty = counterparty == NOBODY ? Standing.wrap(0) : _standings[counterparty];
        Key storage key = _keys[account];
        if (key.revoked || key.validFrom > block.timestamp) {
            return newCredentials(NOBODY, 0, _standings[actor], ofCounterparty);
        }
        return newCredentials(key.participant, key.permissions, _standings[actor], ofCounterparty);
    }

    /// @inheritdoc IParticipants
    function participant(ParticipantId id) external view returns (Status status, uint16 roles) {
        Standing found = _standings[id];
        if (!found.exists()) return (Status.None, 0);
        return (found.isActive() ? Status.Active : Status.Suspended, found.roles());
    }

    /// @inheritdoc IParticipants
    function participantByHandle(string calldata handle) external view returns (ParticipantId) {
        return _handles[keccak256(bytes(handle))];
    }

    /// @inheritdoc IParticipants
    function signer(address account) external view returns (ParticipantId id, uint16 permissions, bool revoked) {
        Key storage key = _keys[account];
        return (key.participant, key.permissions, key.revoked);
    }

    function _takeHandle(ParticipantId id, string calldata handle) private {
        bytes32 handleHash = keccak256(bytes(handle));
        ParticipantId holder = _handles[handleHash];
        if (holder != NOBODY) revert HandleTaken(holder);
        _handles[handleHash] = id;
    }

    /// @dev One legal entity under two numbers could submit the same invoice twice.
    function _takeLei(ParticipantId id, bytes32 leiHash) private {
        if (leiHash == 0) return;
        ParticipantId holder = _leis[leiHash];
        if (holder != NOBODY) revert LeiTaken(holder);
        _leis[leiHash] = id;
    }

    function _addSigner(ParticipantId id, address account, uint16 permissions, uint64 validFrom) private {
        if (account == address(0)) revert SignerIsZero();
        ParticipantId owner = _keys[account].participant;
        if (owner != NOBODY) revert SignerTaken(account, owner);
        _keys[account] = Key(id, permissions, false, validFrom);
        emit SignerAdded(id, account, permissions);
    }

    function _setStanding(ParticipantId id, uint24 status, uint16 roles) private {
        _standings[id] = Standing.wrap(status | roles);
    }

    function _requireRegistered(ParticipantId id) private view returns (Standing found) {
        found = _standings[id];
        if (!found.exists()) revert ParticipantUnknown(id);
    }

    function _requireWellFormed(Registration calldata registration) private pure {
        if (!Formats.isHandle(registration.handle)) revert MalformedHandle();
        if (!_isShortText(registration.name)) revert MalformedName();
        uint16 roles = registration.roles;
        if (roles == 0 || roles & ~Roles.ALL != 0) revert UnknownRoles(roles);
        if (!Formats.isRegion(registration.region)) revert MalformedRegion();
        if (!Formats.isIndustry(registration.industry)) revert MalformedIndustry();
    }

    function _requireReason(string calldata reason) private pure {
        if (!_isShortText(reason)) revert MalformedReason();
    }

    function _isShortText(string calldata text) private pure returns (bool) {
        return bytes(text).length > 0 && bytes(text).length <= MAX_TEXT_BYTES;
    }
}
