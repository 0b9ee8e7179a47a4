// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IRuleBook} from "../interfaces/IRuleBook.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The EIP-712 struct hash of the intent that proposes rules.
library RuleHashing {
    bytes32 private constant PROPOSE_RULES = keccak256(
        "ProposeRules(uint32 operator,uint16 standardTenorDays,uint16 maxTenorDays,uint8 graceDays,"
        "uint16 transferHours,uint16 disbursementHours,uint16 acknowledgementHours,uint16 disputeDays,"
        "uint64 smallestPart,uint8 maxHands,bool tradeDocumentRequired,bool registryReferenceRequired,"
        "string currencies,string name,uint64 effectiveFrom,uint256 nonce,uint64 deadline)"
    );

    function hash(IRuleBook.ProposeRules calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(PROPOSE_RULES, head, 17);
        words[13] = StructHash.text(intent.currencies);
        words[14] = StructHash.text(intent.name);
        return StructHash.hash(words);
    }
}
