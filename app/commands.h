/* SPDX-License-Identifier: MIT */
/* The functions behind the rows of app/commands.c, one file a group. */
#ifndef APP_COMMANDS_H
#define APP_COMMANDS_H

#include "app/command.h"

typedef enum status command_function(const struct args *a);

command_function run_console, run_hub, run_demo, run_demo_agent, run_ping, run_ls,
	run_show, run_counters, run_decision, run_claim, run_emit, run_tail, run_export,
	run_replay, run_tutorial, run_stats, run_graph, run_audit, run_check, run_backup,
	run_vacuum, run_mute, run_notify, run_mirror, run_note, run_tag,
	run_contract_check, run_contract_lint, run_contract_diff, run_contract_validate,
	run_contract_infer, run_contract_docs, run_keys_init, run_keys_add, run_keys_list,
	run_keys_revoke, run_keys_rotate;

#endif
