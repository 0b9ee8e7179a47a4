// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {Roles} from "../src/types/Roles.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";

/// @notice The whole table of state x who x action: each cell is allowed, or refused with its own reason.
contract InvoiceStatesTest is LedgerFixture {
    enum Action {
        Submit,
        Confirm,
        Reject,
        Withdraw
    }

    enum Who {
        ItsSupplier,
        OtherSupplier,
        ItsBuyer,
        OtherBuyer,
        Financier,
        SuspendedSupplier,
        SuspendedBuyer
    }

    uint256 private constant STATES = 5;
    uint256 private constant ACTIONS = 4;
    uint256 private constant PARTIES = 7;

    function test_Every_cell_of_state_who_and_action_is_allowed_or_refused_with_its_reason() public {
        uint256 allowed;
        for (uint256 cell = 0; cell < STATES * PARTIES * ACTIONS; ++cell) {
            IInvoices.InvoiceState state = IInvoices.InvoiceState(cell % STATES);
            Who who = Who(cell / STATES % PARTIES);
            Action action = Action(cell / STATES / PARTIES);
            if (checkCell(state, who, action, cell)) ++allowed;
        }
        // Submit: either supplier where there is none, and the other supplier always, since its number is
        // its own; confirm, reject and withdraw: its own party while submitted.
        vm.assertEq(allowed, 1 + STATES + 3, "allowed cells");
    }

    function checkCell(IInvoices.InvoiceState state, Who who, Action action, uint256 cell)
        private
        returns (bool allowed)
    {
        string memory number = string.concat("cell ", vm.toString(cell));
        string memory what = string.concat(
            vm.toString(uint256(state)), " ", vm.toString(uint256(who)), " ", vm.toString(uint256(action))
        );
        bytes32 id = invoiceIn(state, number);
        Party memory party = partyOf(who);
        bytes memory call = callTo(action, party, id, number);
        bytes memory refusal = refusalOf(state, who, action, id, party);
        if (who == Who.SuspendedSupplier || who == Who.SuspendedBuyer) suspend(party);

        if (refusal.length > 0) {
            assertReverts(call, refusal, what);
            assertState(id, state, what);
        } else {
            (bool success,) = address(ledger).call(call);
            vm.assertTrue(success, what);
            if (who != Who.OtherSupplier) assertState(id, stateAfter(action), what);
            allowed = true;
        }
        if (who == Who.SuspendedSupplier || who == Who.SuspendedBuyer) reinstate(party);
    }

    function refusalOf(IInvoices.InvoiceState state, Who who, Action action, bytes32 id, Party memory party)
        private
        pure
        returns (bytes memory)
    {
        if (who == Who.SuspendedSupplier || who == Who.SuspendedBuyer) {
            return abi.encodeWithSelector(IIntents.ParticipantNotActive.selector, party.id);
        }
        uint16 role = action == Action.Submit || action == Action.Withdraw ? Roles.SUPPLIER : Roles.BUYER;
        if (roleOf(who) != role) return abi.encodeWithSelector(IIntents.RoleMissing.selector, party.id, role);
        bool none = state == IInvoices.InvoiceState.None;
        if (action == Action.Submit) {
            return none || who == Who.OtherSupplier
                ? bytes("")
                : abi.encodeWithSelector(IInvoices.InvoiceAlreadyExists.selector, id);
        }
        if (none) return abi.encodeWithSelector(IInvoices.InvoiceNotFound.selector, id);
        if (who == Who.OtherSupplier) {
            return abi.encodeWithSelector(IInvoices.NotTheSupplier.selector, id, party.id);
        }
        if (who == Who.OtherBuyer) return abi.encodeWithSelector(IInvoices.NotTheBuyer.selector, id, party.id);
        if (state != IInvoices.InvoiceState.Submitted) {
            return abi.encodeWithSelector(IInvoices.InvoiceNotOpen.selector, id, state);
        }
        return "";
    }

    function invoiceIn(IInvoices.InvoiceState state, string memory number) private returns (bytes32 id) {
        IInvoices.SubmitInvoice memory intent = submission(number);
        if (state == IInvoices.InvoiceState.None) return idOf(intent);
        id = submit(intent);
        if (state == IInvoices.InvoiceState.Confirmed) confirm(id, 1);
        if (state == IInvoices.InvoiceState.Rejected) reject(id);
        if (state == IInvoices.InvoiceState.Withdrawn) withdraw(id);
    }

    function callTo(Action action, Party memory by, bytes32 id, string memory number) private returns (bytes memory) {
        if (action == Action.Submit) {
            IInvoices.SubmitInvoice memory submit_ = submission(number);
            submit_.supplier = by.id;
            return callOf(by, submit_);
        }
        if (action == Action.Confirm) {
            IInvoices.ConfirmInvoice memory confirm_ = confirmation(id, 1);
            confirm_.buyer = by.id;
            return callOf(by, confirm_);
        }
        if (action == Action.Reject) {
            IInvoices.RejectInvoice memory reject_ = rejection(id);
            reject_.buyer = by.id;
            return callOf(by, reject_);
        }
        IInvoices.WithdrawInvoice memory withdraw_ = withdrawal(id);
        withdraw_.supplier = by.id;
        return callOf(by, withdraw_);
    }

    function stateAfter(Action action) private pure returns (IInvoices.InvoiceState) {
        if (action == Action.Submit) return IInvoices.InvoiceState.Submitted;
        if (action == Action.Confirm) return IInvoices.InvoiceState.Confirmed;
        return action == Action.Reject ? IInvoices.InvoiceState.Rejected : IInvoices.InvoiceState.Withdrawn;
    }

    function partyOf(Who who) private view returns (Party memory) {
        if (who == Who.ItsSupplier || who == Who.SuspendedSupplier) return tier1Brakes;
        if (who == Who.OtherSupplier) return tier2Steel;
        if (who == Who.ItsBuyer || who == Who.SuspendedBuyer) return coreMotors;
        return who == Who.OtherBuyer ? otherBuyer : bankEast;
    }

    function roleOf(Who who) private pure returns (uint16) {
        if (who == Who.ItsSupplier || who == Who.OtherSupplier) return Roles.SUPPLIER;
        return who == Who.ItsBuyer || who == Who.OtherBuyer ? Roles.BUYER : Roles.FINANCIER;
    }
}
