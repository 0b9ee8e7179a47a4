// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {Vm} from "./Vm.sol";

/// @notice The intents of transfers, hashed by forge's own EIP-712 from the text of their types.
library TransferTypedData {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    string internal constant PROPOSE_TRANSFER =
        "ProposeTransfer(uint32 holder,bytes32 receivable,bytes32 holding,uint32 recipient,uint64 amount,"
        "bytes32 tradeDocument,uint256 nonce,uint64 deadline)";
    string internal constant ANSWER_TRANSFER =
        "AnswerTransfer(uint32 recipient,bytes32 receivable,bytes32 holding,bool accepted,string reason,"
        "uint256 nonce,uint64 deadline)";

    function hash(IReceivables.ProposeTransfer memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(PROPOSE_TRANSFER, abi.encode(intent));
    }

    function hash(IReceivables.AnswerTransfer memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(ANSWER_TRANSFER, abi.encode(intent));
    }
}
