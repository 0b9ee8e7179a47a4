// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {DualControl} from "./DualControl.sol";
import {Exposures} from "./Exposures.sol";
import {Holdings} from "./Holdings.sol";

/// @title Paid, bought back, written off, recovered
abstract contract Settlement is Holdings, DualControl, Exposures {}
