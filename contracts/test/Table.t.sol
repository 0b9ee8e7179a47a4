// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ErrorNames} from "./table/ErrorNames.sol";
import {TableRules} from "./table/TableRules.sol";

/// @notice The whole table of state x role x action: each cell is allowed, or refused with its own error, and none is
/// undefined. What is allowed is held against `TableRules`, all of it against snapshots/table.md; `npm run table`
/// writes that anew.
contract TableTest is TableRules {
    string private constant SNAPSHOT = "snapshots/table.md";
    string private constant TITLE =
        "# Who may do what, in which state\n\n"
        "Each cell says `yes`, or the error that refuses it. The holder is whoever holds the part in that state; the "
        "seller has sold it, or would; the stranger could be supplier, buyer and financier, and has no part in this. "
        "All else about each action is right: amounts, reasons, signatures.\n";
    string private constant COLUMNS =
        "| | supplier | buyer | holder | recipient | financier | seller | operator | stranger | auditor |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";

    /// @custom:fault 70 every action by every role in every state
    function test_Every_cell_of_state_role_and_action_is_allowed_or_refused_with_its_error() public {
        listStates();
        string memory table = TITLE;
        for (uint256 i = 0; i < states.length; ++i) {
            uint256 before = vm.snapshotState();
            table = string.concat(table, this.sectionOf(states[i]));
            vm.revertToState(before);
        }
        if (vm.envOr("UPDATE_TABLE", false)) vm.writeFile(SNAPSHOT, table);
        bool same = keccak256(bytes(vm.readFile(SNAPSHOT))) == keccak256(bytes(table));
        vm.assertTrue(same, "snapshots/table.md says otherwise: run `npm run table` and read what has changed");
    }

    /// @dev External, so that the memory it takes is given back.
    function sectionOf(State memory state) external returns (string memory section) {
        arrange(state);
        section = string.concat("\n## ", nameOf(state), "\n\n", COLUMNS);
        uint256 arranged = vm.snapshotState();
        for (uint8 action = 0; action < ACTIONS; ++action) {
            section = string.concat(section, this.rowOf(Action(action), state, arranged));
        }
    }

    function rowOf(Action action, State memory state, uint256 arranged) external returns (string memory row) {
        row = string.concat("| ", nameOf(action), " |");
        for (uint8 role = 0; role < ROLES; ++role) {
            row = string.concat(row, " ", cellOf(action, Role(role), state, arranged), " |");
        }
        row = string.concat(row, "\n");
    }

    function cellOf(Action action, Role role, State memory state, uint256 arranged) private returns (string memory) {
        Party memory by = partyOf(role);
        bool expected = mayDo(action, by, role, state);
        (bool allowed, bytes memory reason) = address(ledger).call(callTo(action, by));
        string memory cell = allowed ? "yes" : ErrorNames.nameOf(bytes4(reason));
        vm.assertTrue(
            allowed == expected && bytes(cell).length != 0,
            string.concat(nameOf(state), "; ", nameOf(action), "; role ", vm.toString(uint8(role)), ": ", cell)
        );
        if (allowed) vm.revertToState(arranged);
        return cell;
    }
}
