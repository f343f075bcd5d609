/* SPDX-License-Identifier: MIT */
#include "views/signs.h"

#include <stddef.h>

const struct sign signs[] = {
	{ ">", "the row under the cursor" },
	{ "*", "a marked row: the next capital is about all that are marked" },
	{ "#", "somebody wrote of it: a note, a title or tags (m); the detail has the newest" },
	{ "@", "somebody is on it; who, where there is room, and in the detail" },
	{ "&", "approved by the first of the two operators that its contract asks for" },
	{ "~ in front",
		"a row that changed while a sheet was open on it, until it is opened" },
	{ "x14 +",
		"so many that are alike, as one row (+ folded, - each stands below it "
		"behind |); in front of it + instead of *: some of it is marked" },
	{ "!!", "critical: ships by itself within two minutes, a broken edge, no hub" },
	{ "!", "trouble; before an agent: one of its edges is in trouble" },
	{ "?", "behind a count: old, the link is down; before an agent: not heard" },
	{ "+?", "behind a count: at least so many, events were missed (:gaps lists them)" },
	{ "-", "for a count: not known yet; in a row: there is none" },
	{ "esc held",
		"behind what happens at 0:00: it was escalated (to whom), a human "
		"holds its clock" },
	{ "~", "cut here: the text is longer" },
	{ "+ -", "behind EVIDENCE: it is in the artifact, it is missing" },
	{ "─►", "in the graph, an edge whose handoffs are taken" },
	{ "┄►", "an edge of low confidence, or on which something waits" },
	{ "━►", "an edge whose handoffs are refused or die" },
	{ "(blank)",
		"an edge without a line: idle, nothing was offered for five minutes" },
	{ "┼", "two lines cross and do not meet" },
	{ "a b c", "an edge in trouble: the same letter as in the list below the graph" },
	{ "m", "behind an edge: it, or an agent of it, is muted: no bell, no hook (:mute)" },
	{ "^n", "n edges lead back from this agent; they are not drawn" },
	{ ">n", "n edges lead on from this agent to one that is too far to be drawn" },
	{ "▁▃█",
		"a sparkline, the newest at the right: the lowest bar is zero, the full "
		"one the most that is shown, blank is not known" },
	{ "[ ] m !",
		"on the bar of a recording: where you are, a mark of yours, where "
		"trouble begins" },
	{ NULL, NULL },
};
