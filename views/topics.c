/* SPDX-License-Identifier: MIT */
#include "views/topics.h"

#include <stddef.h>

const struct topic topics[] = {
	{ "decisions", "what acts, and what has to happen before anything is sent",
		"Six capitals act: A approve, R reject, E escalate, H hold, B put back, X "
		"discard. Each opens a sheet that says what it is about; what is sent is "
		"about that handoff, that attempt and that artifact, or nothing is.\n"
		"A second, other key confirms: y for one, the digit for two to nine, the "
		"number and y for more. Enter never sends, and no key does in the first "
		"quarter of a second. Any other key goes back.\n"
		"Then it is pending for 5 s (:set undo), and u takes it back. :sent lists "
		"what became of each." },
	{ "roles", "what a key may, where the hub asks for keys, and how to get another",
		"An operator's key decides, claims, writes notes and mutes. An observer's "
		"reads all of it: what it may not is dim, on the hint line, behind `:` and "
		"on this page. An agent's is no key for a console. The name in line 1 is "
		"the owner's, and whatever is done with a key is done in that name.\n"
		"Who keeps the hub's keys gives another one: seam keys add NAME --role "
		"operator, and then seam --key FILE, or $SEAM_KEY.\n"
		"What was refused, and to whom, is in the Log: type:seam.access.denied." },
	{ "header", "what the first three lines say",
		"Line 1: the link in [ ], with the age of the newest word of the hub: LIVE, "
		"QUIET (no events, the hub is well), STALE and LOST (what is shown is so "
		"old, nothing can be decided). 9 ev/s: events of the last 5 s. LOST 3 "
		"behind it: so many events of agents never arrived, so counts are at least "
		"what is shown (+?), rates too (>=). :gaps lists whose. It stays until "
		"they come.\n"
		"Line 2: what waits where, by the digit that shows it; ! trouble, !! a "
		"critical one.\n"
		"Line 3: the worst first. (+4 more): :why shows all of it, and why.\n"
		"4/s, 12/min, 3/h: handoffs offered in the last minute. 38 of 40, +38: of "
		"the last ten minutes. Confidence: the median of the last 64." },
	{ "filters", "finding rows: / on every list",
		"/ and a text shows only the rows that have it; the list follows while "
		"you type, Esc brings all back, Enter keeps it. Tab completes.\n"
		"    refund          in any word of the row; !refund: in none\n"
		"    a b, a or b     both; one of them\n"
		"    conf<.7         a field: ? lists those of the screen one is on\n"
		"    agent:refund    one that gives or takes; edge:refund>ledger\n"
		"    due<5m          reason:~timeout: has it in it\n"
		"    /amount>1000    a place in the artifact; alone: it is there\n"
		":save NAME keeps the filter of this list, tomorrow too: /@NAME is it, "
		":filters lists all that are kept.\n"
		"On the command line a screen takes it too: :review fraud, :log gap. "
		":open h-1017, or :h-1017, goes to one handoff wherever it is.\n"
		"f shows trouble only, n and N go from one trouble to the next." },
	{ "keys", "how keys are put elsewhere: console.conf, :map, :unmap",
		"A line `map SCREEN KEY COMMAND` gives a key something to do, `unmap "
		"SCREEN KEY` takes it away. SCREEN is now, flow, review, dead, registry, "
		"log, or all; KEY as this page writes it: x, X, Space, F5, C-t, PgDn; "
		"COMMAND a name of this page, or what stands behind `:`.\n"
		"    unmap review w\n"
		"    map review w wrap\n"
		"    map all F5 review\n"
		"    map dead D discard\n"
		"In $XDG_CONFIG_HOME/seam/console.conf (or --config FILE) they hold at "
		"every start, with `set OPTION VALUE`. seam --check-config says what is "
		"wrong with it; a file with a fault is not used at all.\n"
		"What acts needs a capital letter, and a key that does something is to be "
		"unmapped first. Esc, :, C-c and C-z stay.\n"
		":map shows what is mapped, :source FILE reads a file now." },
	{ "mouse", "off at start: F2, or :set mouse on",
		"A click selects a row, shows a screen whose tab it is on, and goes to a "
		"pane; the wheel scrolls. Nothing acts: a click does what j, k, Tab and "
		"the digits do.\n"
		"While it is on, the terminal's own selection needs Shift." },
	{ "copy", "c, then i e p r s",
		"c i copies the id under the cursor, c e the edge, c p the payload, c r "
		"the row, c s the screen as text.\n"
		"It is always written to $XDG_CACHE_HOME/seam/clip, and offered to the "
		"terminal's clipboard (OSC 52) where it has one; of that no answer comes. "
		"tmux takes it with `set -g set-clipboard on`. :set osc52 off leaves the "
		"clipboard alone." },
	{ "commands", "the line behind :",
		"Tab completes names and what may follow them, again for the next one. "
		"Up and Down go through what was typed before, C-r finds in it what "
		"stands in the line. C-a C-e go to the ends, C-w C-u C-k cut.\n"
		"What was typed is kept in $XDG_STATE_HOME/seam/history; a line that "
		"begins with a blank, or looks like a secret, is not.\n"
		"No command decides anything." },
	{ "recordings", "replay, and r: back in time from live",
		"r shows the newest events of this hub as a recording, at its end: < > "
		"leap, ( ) go to the trouble before and after, Space plays. q or :live comes "
		"back to the live mesh, which was followed meanwhile: line 3 tells of it.\n"
		"Tab behind the last pane gives the bar the keys: Left and Right go a "
		"second. m sets a mark and asks for its note; :marks shows them all.\n"
		":open FILE does the same with a recording, `seam replay FILE` from the "
		"shell." },
	{ "tutorial", ":tutorial, or `seam tutorial`: ten minutes",
		"An incident that is part of the program. Each step says what to press "
		"and notices when it was done. Nothing leaves it: there is no hub behind "
		"it, and what is decided is played.\n"
		":q goes back to where one was." },
	{ "split", "two screens at once, and workspaces",
		":split SCREEN puts a second screen beside this one from 100 columns, below "
		"it from 30 rows; :vsplit only ever beside it. A filter may follow.\n"
		"The sign before a title says where the keys are: what the capitals are "
		"about is there, the other one is only shown. Tab past the last pane or "
		"C-w w goes to the other one, C-w 4 shows Dead there.\n"
		"z gives one of them all of the room, and back. Esc at the top or :only "
		"closes the other.\n"
		":workspace save NAME keeps both, with their filters, orders and pictures; "
		":workspace NAME, or seam --workspace NAME, shows them again." },
	{ "changes", "e on dead letters: lines that change their artifacts",
		"a adds a line, Enter edits it, d drops it:\n"
		"    move /a /b      the value at /a goes to /b\n"
		"    rename /a b     the member /a is called b\n"
		"    set /x 5        /x is this JSON\n"
		"    drop /y         what is at /y goes\n"
		"After each the dry run says how many would fit. n shows the next letter "
		"before and after. B asks, for those that fit; the others stay.\n"
		"A version that the receiver does not take is no part of the artifact: no "
		"line changes it. The receiver has to take it, or the sender to go back." },
	{ "operations", ":ops: what is put back step by step",
		"A canary puts back one, then ten, then the rest, and stops by itself when "
		"too many come back.\n"
		"Enter shows what became of each letter. s stops one that runs, x cancels "
		"what still waits in it, B goes on with one that was stopped: it asks, and "
		"begins with one letter again. What was sent stays." },
	{ "copies", ":restore: what was discarded",
		"Each discard wrote a copy first. Enter shows its letters; B asks to put "
		"back those that are discarded still." },
	{ "mapped", "the keys that are mapped now", NULL },
	{ NULL, NULL, NULL },
};

const struct topic *topic_named(struct str name)
{
	for (const struct topic *t = topics; t->name != NULL; t++) {
		if (str_is(name, t->name))
			return t;
	}
	return NULL;
}
