// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../interfaces/IIntents.sol";
import {IParticipants} from "../interfaces/IParticipants.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {Intents} from "./Intents.sol";

/// @title Many intents in one transaction, none of which can hurt another
/// @dev An item is tried by a delegatecall to the code that knows its action, the ledger's own or its extension's,
/// which can fail alone. If it fails with a reason, the ledger is called with the same bytes: its being the sender
/// makes `_authenticate` stop after the nonce is spent. So an authentic intent that was not admissible can never be
/// replayed, and one that is not authentic touches nothing.
abstract contract Batches is IIntents, Intents {
    /// @inheritdoc IIntents
    uint256 public constant INTENT_GAS = 250_000;

    /// @dev A call can pass on 63/64 of what is left (EIP-150); 500 covers what is done up to the call.
    uint256 private constant GAS_BEFORE_CALL = INTENT_GAS + INTENT_GAS / 63 + 500;

    uint256 private constant MAX_INTENT_BYTES = 4096;
    uint256 private constant MAX_REASON_BYTES = 256;

    /// @inheritdoc IIntents
    function execute(bytes[] calldata intents) external returns (Outcome[] memory outcomes) {
        _allocateHead();
        outcomes = new Outcome[](intents.length);
        bytes memory buffer = new bytes(MAX_INTENT_BYTES);
        for (uint256 i = 0; i < intents.length; ++i) {
            Outcome outcome = _executeOne(intents[i], i, buffer);
            if (outcome != Outcome.Executed) outcomes[i] = outcome;
        }
        _return(outcomes);
    }

    /// @inheritdoc IIntents
    function isNonceUsed(ParticipantId participant, uint256 nonce) external view returns (bool) {
        return _isSpent(participant, nonce);
    }

    /// @inheritdoc IIntents
    function domainSeparator() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    /// @inheritdoc IIntents
    function participants() external view returns (IParticipants) {
        return _register;
    }

    /// @dev Whose code has the action, which `_authenticate`s before it does anything else; zero for what is no action.
    function _targetOf(bytes4 selector) internal view virtual returns (address);

    function _executeOne(bytes calldata item, uint256 position, bytes memory buffer) private returns (Outcome) {
        if (item.length > MAX_INTENT_BYTES) {
            return _refuse(item, abi.encodeWithSelector(IntentTooLong.selector, item.length, MAX_INTENT_BYTES));
        }
        bytes4 selector = bytes4(item);
        address target = _targetOf(selector);
        if (target == address(0)) return _refuse(item, abi.encodeWithSelector(NotAnAction.selector, selector));

        (bool executed, bytes memory reason) = _try(target, item, position, buffer);
        if (executed) return Outcome.Executed;
        if (reason.length == 0) return _refuse(item, abi.encodeWithSelector(MalformedIntent.selector));

        (bool spent, bytes memory result) = _spendOnly(item, position, buffer);
        if (!spent) return _refuse(item, result);
        (bytes32 intent, ParticipantId participant) = abi.decode(result, (bytes32, ParticipantId));
        emit IntentRejected(intent, participant, reason);
        return Outcome.Rejected;
    }

    function _refuse(bytes calldata item, bytes memory reason) private returns (Outcome) {
        emit IntentRefused(keccak256(item), reason);
        return Outcome.Refused;
    }

    /// @dev The sender stays the relayer, so the action runs to its end.
    function _try(address target, bytes calldata item, uint256 position, bytes memory buffer)
        private
        returns (bool executed, bytes memory reason)
    {
        _load(item, position, buffer);
        assembly ("memory-safe") {
            executed := delegatecall(INTENT_GAS, target, add(buffer, 32), item.length, 0, 0)
        }
        if (!executed) reason = _returned();
    }

    /// @dev The sender is the ledger, so the action ends when its nonce is spent.
    function _spendOnly(bytes calldata item, uint256 position, bytes memory buffer)
        private
        returns (bool spent, bytes memory result)
    {
        _load(item, position, buffer);
        assembly ("memory-safe") {
            spent := call(INTENT_GAS, address(), 0, add(buffer, 32), item.length, 0, 0)
        }
        result = _returned();
    }

    /// @dev The word before the next array in memory, as the ABI wants it before a returned array.
    function _allocateHead() private pure {
        assembly ("memory-safe") {
            let head := mload(0x40)
            mstore(head, 0x20)
            mstore(0x40, add(head, 0x20))
        }
    }

    /// @dev Ends the call with what lies in memory, since encoding it again would cost something for each item.
    function _return(Outcome[] memory outcomes) private pure {
        assembly ("memory-safe") {
            return(sub(outcomes, 0x20), add(mul(mload(outcomes), 0x20), 0x40))
        }
    }

    function _load(bytes calldata item, uint256 position, bytes memory buffer) private view {
        assembly ("memory-safe") {
            calldatacopy(add(buffer, 32), item.offset, item.length)
        }
        if (gasleft() < GAS_BEFORE_CALL) revert InsufficientGas(position);
    }

    function _returned() private pure returns (bytes memory data) {
        uint256 size;
        assembly ("memory-safe") {
            size := returndatasize()
        }
        data = new bytes(size < MAX_REASON_BYTES ? size : MAX_REASON_BYTES);
        assembly ("memory-safe") {
            returndatacopy(add(data, 32), 0, mload(data))
        }
    }
}
