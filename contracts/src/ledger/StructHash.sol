// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice EIP-712's hashStruct for a flat struct in calldata, whose words are copied rather than read one
/// by one. Words are hashed as they came: a value with bits beyond its type is refused where it is read.
library StructHash {
    /// @param head Where the struct begins in calldata.
    /// @param count How many fields it has.
    /// @return words_ The type hash, then each field; the caller replaces each text by its hash.
    function words(bytes32 typeHash, uint256 head, uint256 count) internal pure returns (bytes32[] memory words_) {
        assembly ("memory-safe") {
            words_ := mload(0x40)
            mstore(words_, add(count, 1))
            mstore(add(words_, 0x20), typeHash)
            calldatacopy(add(words_, 0x40), head, mul(count, 0x20))
            mstore(0x40, add(words_, add(0x40, mul(count, 0x20))))
        }
    }

    function hash(bytes32[] memory words_) internal pure returns (bytes32 result) {
        assembly ("memory-safe") {
            result := keccak256(add(words_, 0x20), mul(mload(words_), 0x20))
        }
    }

    /// @notice EIP-712's encoding of a text.
    function text(string calldata value) internal pure returns (bytes32 result) {
        assembly ("memory-safe") {
            let scratch := mload(0x40)
            calldatacopy(scratch, value.offset, value.length)
            result := keccak256(scratch, value.length)
        }
    }
}
