// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Defaults} from "./Defaults.sol";
import {Payments} from "./Payments.sol";

/// @title How a debt ends in time, or late, or not at all
abstract contract Settlement is Payments, Defaults {}
