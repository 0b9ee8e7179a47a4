// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../../src/interfaces/IDualControl.sol";
import {IRuleBook} from "../../src/interfaces/IRuleBook.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {Vm} from "./Vm.sol";

/// @notice The intents about rules and thresholds, hashed by forge's own EIP-712 from the text of their types.
library RuleTypedData {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    string internal constant PROPOSE_RULES =
        "ProposeRules(uint32 operator,uint16 standardTenorDays,uint16 maxTenorDays,uint8 graceDays,"
        "uint16 transferHours,uint16 disbursementHours,uint16 acknowledgementHours,uint16 disputeDays,"
        "uint64 smallestPart,uint8 maxHands,bool tradeDocumentRequired,bool registryReferenceRequired,"
        "string currencies,string name,uint64 effectiveFrom,uint256 nonce,uint64 deadline)";
    string internal constant SET_THRESHOLD =
        "SetThreshold(uint32 participant,string currency,uint64 threshold,uint256 nonce,uint64 deadline)";

    function hash(IRuleBook.ProposeRules memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(PROPOSE_RULES, abi.encode(intent));
    }

    function hash(IDualControl.SetThreshold memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(SET_THRESHOLD, abi.encode(intent));
    }

    /// @dev Without time, nonce and deadline.
    function proposal(ParticipantId operator, IRuleBook.Rules memory rules)
        internal
        pure
        returns (IRuleBook.ProposeRules memory intent)
    {
        intent.operator = operator;
        intent.standardTenorDays = rules.standardTenorDays;
        intent.maxTenorDays = rules.maxTenorDays;
        intent.graceDays = rules.graceDays;
        intent.transferHours = rules.transferHours;
        intent.disbursementHours = rules.disbursementHours;
        intent.acknowledgementHours = rules.acknowledgementHours;
        intent.disputeDays = rules.disputeDays;
        intent.smallestPart = rules.smallestPart;
        intent.maxHands = rules.maxHands;
        intent.tradeDocumentRequired = rules.tradeDocumentRequired;
        intent.registryReferenceRequired = rules.registryReferenceRequired;
        intent.currencies = rules.currencies;
        intent.name = rules.name;
    }
}
