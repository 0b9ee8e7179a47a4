// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {HoldingRecord, TOUCHED} from "../types/HoldingRecord.sol";
import {Exposures} from "./Exposures.sol";

/// @title What the holder gives up, whether by a credit note or in a dispute
abstract contract Credits is Exposures {
    function _credited(bytes32 receivable, HoldingRecord record, uint64 amount) internal returns (HoldingRecord) {
        _release(record.holder(), receivable, record, amount);
        return record.atRest().withAmount(record.amount() - amount).with(TOUCHED);
    }
}
