// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Exposures} from "./Exposures.sol";
import {Holdings} from "./Holdings.sol";

/// @title How a step ends without its answer: taken back, or by its deadline
abstract contract Steps is Holdings, Exposures {}
