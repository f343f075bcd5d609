/* SPDX-License-Identifier: MIT */
/* The table of commands. A new one is a function and a row here. */
#include "app/commands.h"

#define LIST(...) ((const enum option[]){ __VA_ARGS__, OPTIONS })
#define CLIENT OPT_HUB, OPT_KEY, OPT_JSON

const struct command commands[] = {
	{ "", "", "the console: finds the hub or starts it, and shows the mesh", NULL, 0,
		0,
		LIST(OPT_HUB, OPT_KEY, OPT_OPERATOR, OPT_READ_ONLY, OPT_WORKSPACE,
			OPT_NAME, OPT_EVENTS, OPT_CONTROL, OPT_FEED, OPT_CONNECT,
			OPT_JOURNAL, OPT_CONTRACTS, OPT_THEME, OPT_GLYPHS, OPT_CONFIG,
			OPT_CHECK_CONFIG),
		run_console },
	{ "hub", "", "collect, judge, journal, decide, deliver; prints one JSON line",
		"A port of an address may be `*`; the line that says it is ready tells which\n"
		"was taken. SIGTERM ends it, SIGHUP reads the contracts again.",
		0, 0,
		LIST(OPT_NAME, OPT_EVENTS, OPT_CONTROL, OPT_FEED, OPT_CONNECT,
			OPT_JOURNAL, OPT_CONTRACTS, OPT_GRACE, OPT_CLOCK_RATE,
			OPT_SNAPSHOT_EVERY, OPT_KEEP, OPT_METRICS, OPT_KEYS, OPT_SECURE,
			OPT_INSECURE, OPT_ON_ESCALATE, OPT_ON_FALLBACK, OPT_HOOK_TIME),
		run_hub },
	{ "demo", "", "ten agents act out an incident on a checkout service, live", NULL,
		0, 0,
		LIST(OPT_SEED, OPT_SPEED, OPT_SCENE, OPT_HEADLESS, OPT_RECORD,
			OPT_OPERATOR, OPT_WORKSPACE, OPT_THEME, OPT_GLYPHS, OPT_CONFIG),
		run_demo },
	{ "replay", "FILE", "the console on a recording: .jsonl or .jsonl.zst", NULL, 1,
		1,
		LIST(OPT_AT, OPT_SPEED, OPT_FILTER, OPT_WORKSPACE, OPT_THEME, OPT_GLYPHS,
			OPT_CONFIG),
		run_replay },
	{ "tutorial", "",
		"an incident to try the console on; no hub, and nothing is sent", NULL, 0,
		0, LIST(OPT_THEME, OPT_GLYPHS, OPT_CONFIG), run_tutorial },
	{ "stats", "FILE", "fold a recording and print its counters as JSON", NULL, 1, 1,
		LIST(OPT_AT, OPT_DUMP, OPT_FILTER, OPT_JSON), run_stats },
	{ "graph", "RECORDING",
		"the flow graph of a recording, as text, SVG, Graphviz or Mermaid",
		"On standard output; as of --at, else of its end.", 1, 1,
		LIST(OPT_AT, OPT_FORMAT), run_graph },
	{ "ping", "", "whether the hub lives: it answers, and its beat comes",
		"Exit status 3: nobody answers, or no beat has come for 5 s.", 0, 0,
		LIST(CLIENT), run_ping },
	{ "ls", "WHAT",
		"list review, dead, agents, edges, incidents, handoffs, contracts, mutes, hooks or noted",
		NULL, 1, 1, LIST(CLIENT, OPT_LIMIT, OPT_FILTER), run_ls },
	{ "show", "ID", "one handoff: its members, artifact and history", NULL, 1, 1,
		LIST(CLIENT), run_show },
	{ "counters", "", "what was received, applied, lost ...",
		"With --mirror they are folded here from the journal and the feed, as a console does,\n"
		"and held against the hub's at the same place: 0 they agree, 1 they differ.\n"
		"With --follow too, each second, a JSON line.",
		0, 0, LIST(CLIENT, OPT_MIRROR, OPT_FOLLOW), run_counters },
#define DECISION CLIENT, OPT_NOTE, OPT_OPERATOR, OPT_ATTEMPT, OPT_DECISION
	{ "approve", "ID", "let a handoff that waits go on", NULL, 1, 1, LIST(DECISION),
		run_decision },
	{ "reject", "ID", "send it back; needs --note", NULL, 1, 1, LIST(DECISION),
		run_decision },
	{ "escalate", "ID", "hand it up; needs --target", NULL, 1, 1,
		LIST(DECISION, OPT_TARGET), run_decision },
	{ "hold", "ID", "stop its clock for 15 minutes", NULL, 1, 1,
		LIST(DECISION, OPT_UNTIL), run_decision },
	{ "requeue", "ID", "put a dead letter back: its sender offers it again", NULL, 1,
		1, LIST(DECISION, OPT_ARTIFACT), run_decision },
	{ "discard", "ID", "give a dead letter up; needs --note", NULL, 1, 1,
		LIST(DECISION), run_decision },
	{ "restore", "ID", "put back what was discarded: its sender offers it again",
		NULL, 1, 1, LIST(DECISION, OPT_ARTIFACT), run_decision },
#undef DECISION
	{ "claim", "ID", "say that you are on it; binds nobody", NULL, 1, 1,
		LIST(CLIENT, OPT_OPERATOR, OPT_TIME, OPT_SECONDS, OPT_TAKE), run_claim },
	{ "release", "ID", "say that you are not on it any more", NULL, 1, 1,
		LIST(CLIENT, OPT_OPERATOR), run_claim },
	{ "note", "NAME", "write a note, a title or tags beside a handoff or an incident",
		"NAME is a handoff, or what --what says. All consoles show it, and it stays. A group of\n"
		"dead letters is named by its edge and its reason: \"billing>ledger contract\".",
		1, 1,
		LIST(CLIENT, OPT_WHAT, OPT_NOTE, OPT_TITLE, OPT_TAG, OPT_UNTAG,
			OPT_OPERATOR),
		run_note },
	{ "tag", "NAME TAG", "put tags on it; ~TAG takes one off", NULL, 2, 8,
		LIST(CLIENT, OPT_WHAT, OPT_OPERATOR), run_tag },
	{ "mute", "WHAT NAME",
		"no bell and no hook for an agent, or an edge FROM>TO, for 30 minutes",
		"WHAT is agent or edge. It is still counted and shown, and ends by itself. What a\n"
		"hook owes of it is skipped, also what it owes already.",
		2, 2, LIST(CLIENT, OPT_TIME, OPT_UNTIL, OPT_NOTE, OPT_OPERATOR),
		run_mute },
	{ "unmute", "WHAT NAME", "end a mute now", NULL, 2, 2, LIST(CLIENT, OPT_OPERATOR),
		run_mute },
	{ "notify", "WHERE",
		"send what a hook reads on standard input to pagerduty or a webhook",
		"For `seam hub --on-escalate`. Exit status: 0 it was taken, 75 try again later\n"
		"(`retry-after: N` on standard output says when), 65 it will never be taken.",
		1, 1,
		LIST(OPT_URL, OPT_KEY_FILE, OPT_TOKEN_FILE, OPT_SECRET_FILE, OPT_CA_FILE,
			OPT_TIME),
		run_notify },
	{ "emit", "FILE",
		"wrap an artifact (- is standard input) into an offer and publish it",
		NULL, 1, 1,
		LIST(CLIENT, OPT_FROM, OPT_TO, OPT_HANDOFF, OPT_ATTEMPT, OPT_SUBJECT,
			OPT_CONTRACT),
		run_emit },
	{ "tail", "[FILE]", "print the newest events; with --follow also those that come",
		"The newest 10, or --limit N of them. With --after it begins behind that event, and\n"
		"--limit N ends it after N. With --filter those that are so: the newest of all, and all\n"
		"behind --after. FILE: of a recording instead of a hub.",
		0, 1, LIST(CLIENT, OPT_AFTER, OPT_FOLLOW, OPT_LIMIT, OPT_FILTER),
		run_tail },
	{ "export", "", "print the journal as a recording (JSON lines)", NULL, 0, 0,
		LIST(OPT_HUB, OPT_KEY, OPT_JOURNAL, OPT_AFTER, OPT_OUTPUT), run_export },
	{ "audit", "[FILE]", "the operators' log: who decided what; --verify its chain",
		"From the hub, from a journal (--journal FILE) or from a recording. What humans\n"
		"decided, were denied or claimed, and what the agents answered. With --verify it\n"
		"prints the chain's head, or the first link that is broken (exit status 1).",
		0, 1, LIST(CLIENT, OPT_JOURNAL, OPT_AFTER, OPT_VERIFY, OPT_HEAD),
		run_audit },
	{ "check", "",
		"whether the journal is sound: the file, its events, the stored mesh",
		"Without --journal it is that of the hub that answers, or of one called main. A hub\n"
		"may run meanwhile. Exit status 1: something is wrong, and what to do.",
		0, 0, LIST(OPT_JOURNAL, OPT_HUB, OPT_KEY, OPT_JSON), run_check },
	{ "backup", "FILE", "copy the journal to a new file, also while its hub runs",
		"The copy is a journal with an epoch of its own: start a hub on it to restore it.\n"
		"Without --journal it is that of the hub that answers, or of one called main.",
		1, 1, LIST(OPT_JOURNAL, OPT_HUB, OPT_KEY, OPT_JSON), run_backup },
	{ "vacuum", "", "give the journal's spare pages back to the disk",
		"A running hub does it in small slices. With --journal, while no hub runs, the\n"
		"whole file is written anew, for which there must be room.",
		0, 0, LIST(OPT_JOURNAL, OPT_HUB, OPT_KEY, OPT_JSON), run_vacuum },
	{ "contract check", "DIR", "whether a hub would take the contracts of a folder",
		"Tells each fault of each file, and doubts: what a hub takes and nobody means.\n"
		"Exit status 1: there are faults; 2: no such folder, or no contracts in it.",
		1, 1, LIST(OPT_JSON), run_contract_check },
	{ "contract diff", "A B",
		"what changed from one version of a contract to the next, and for whom",
		"A and B are two contracts, two schemas or two folders of contracts; - is standard\n"
		"input. A taker is broken where the old version may refuse what the new one admits, a\n"
		"sender where it is the other way round. Exit status 1: somebody is; 2: they cannot\n"
		"be read, or are too large to compare.",
		2, 2, LIST(OPT_ALLOW_MAJOR, OPT_JSON), run_contract_diff },
	{ "contract lint", "RECORDING",
		"the whole report over a recording, judged anew: faults, loops, drift",
		"By the contracts that are in it, or by those of --contracts from its first event on.\n"
		"RECORDING may be -, standard input. Exit status 1: there are faults; with --baseline,\n"
		"such as it does not have.",
		1, 1, LIST(OPT_CONTRACTS, OPT_BASELINE, OPT_JSON), run_contract_lint },
	{ "contract validate", "[FILE]",
		"check JSON lines against a JSON Schema: a verdict for each",
		"Without FILE, of standard input. A line of more than 16 MiB is not read. The schema\n"
		"may be a contract: then it is that contract's. Exit status 1: one was not valid; 2:\n"
		"the schema or the lines cannot be read.",
		0, 1, LIST(OPT_SCHEMA, OPT_REMOTES, OPT_ASSERT_FORMAT, OPT_JSON),
		run_contract_validate },
	{ "contract infer", "RECORDING",
		"a first contract from what was seen on an edge (--edge)",
		"On standard output, to be saved as NAME-1.0.0.json and reviewed; what is doubtful\n"
		"is told on standard error. With --contract only what was offered under that one.\n"
		"What was flagged, or refused for its contract, is left out but for --all. With --json\n"
		"one line: contract, counts and doubts.",
		1, 1, LIST(OPT_EDGE, OPT_CONTRACT, OPT_ALL, OPT_JSON),
		run_contract_infer },
	{ "contract docs", "DIR",
		"the contracts of a folder as one Markdown page, with a graph",
		"On standard output. Exit status 1: a file is no contract and is not in the page.",
		1, 1, LIST(OPTIONS), run_contract_docs },
	{ "keys init", "", "make the hub's key and the list of who may connect",
		"In --keys: hub.key, which stays there, and authorised-keys, for people to read.\n"
		"A hub that listens where others reach it, or with --secure, asks for keys.",
		0, 0, LIST(OPT_KEYS, OPT_NAME, OPT_JSON), run_keys_init },
	{ "keys add", "NAME", "let somebody in: makes their key file (NAME.key)",
		"An agent's NAME is the one it publishes as, an operator's is who decides. Hand the\n"
		"file over by a way you trust; `seam --key FILE` uses it. With --public KEY the pair\n"
		"was made elsewhere, and nothing secret passes here.",
		1, 1, LIST(OPT_KEYS, OPT_ROLE, OPT_PUBLIC, OPT_OUTPUT, OPT_JSON),
		run_keys_add },
	{ "keys list", "", "who may connect", NULL, 0, 0, LIST(OPT_KEYS, OPT_JSON),
		run_keys_list },
	{ "keys revoke", "NAME", "let them in no more; ends their connections", NULL, 1,
		1, LIST(OPT_KEYS, OPT_JSON), run_keys_revoke },
	{ "keys rotate", "NAME", "a new key for somebody, or for the hub",
		"With --time the old key works so much longer, beside the new one.", 1, 1,
		LIST(OPT_KEYS, OPT_TIME, OPT_JSON), run_keys_rotate },
	{ "demo-agent", "NAME START WALL UNTIL", NULL, NULL, 4, 4,
		LIST(OPT_SCENE, OPT_SEED, OPT_SPEED, OPT_CONTROL, OPT_EVENTS, OPT_FEED,
			OPT_KEY),
		run_demo_agent },
	{ 0 },
};
