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
	{ "filters", "finding rows: / on every list",
		"/ and a text shows only the rows that have it; the list follows while "
		"you type, Esc brings all back, Enter keeps it.\n"
		"On the command line a screen takes it too: :review fraud, :log gap.\n"
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
		"leap, ( ) go to the trouble before and after, Space plays. q comes back "
		"to the live mesh, which was followed meanwhile.\n"
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
