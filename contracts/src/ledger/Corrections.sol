// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Cancellation} from "./Cancellation.sol";
import {CreditNotes} from "./CreditNotes.sol";
import {Disputes} from "./Disputes.sol";

/// @title How less than what was confirmed comes to be owed
abstract contract Corrections is CreditNotes, Disputes, Cancellation {}
