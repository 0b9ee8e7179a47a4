// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "./IIntents.sol";
import {IInvoices} from "./IInvoices.sol";

/// @title The shared record of invoices and of what is owed on them
interface ILedger is IInvoices, IIntents {}
