#!/bin/sh
# SPDX-License-Identifier: MIT
#
# tests/layers.sh [TREE]: a folder is a layer. Reads the #include lines of TREE and prints, as
# file:line, each one that does not point down. Exits 1 when there is one.

cd "${1:-$(dirname "$0")/..}" || exit 2

# What a folder may include besides itself.
folders='
base:
contract: base
mesh:     contract base
bus:      mesh contract base
tui:      base
views:    tui mesh contract base
app:      views tui bus mesh contract base'

# What begins so is included only in files that begin so.
libraries='
curses:  tui/screen tui/term
ncurses: tui/screen tui/term
term.h:  tui/screen tui/term
zmq:     bus/
sqlite3: bus/
zstd:    bus/
curl/:   bus/post
dlfcn:   bus/late bus/name_guard
microhttpd: bus/http
jansson: bus/ contract/ app/
sodium:  base/
pcre2:   contract/pattern.c'

find base contract mesh bus tui views app -name '*.[ch]' 2>/dev/null | LC_ALL=C sort |
	xargs awk -v folders="$folders" -v libraries="$libraries" '
	BEGIN {
		n = split(folders, line, "\n")
		for (i = 1; i <= n; i++) {
			m = split(line[i], word, /:? +|:/)
			for (j = 1; j <= m; j++)
				down[word[1], word[j]] = 1
			known[word[1]] = 1
		}
		n = split(libraries, line, "\n")
		for (i = 1; i <= n; i++) {
			m = split(line[i], word, /: +/)
			places[word[1]] = word[2]
		}
	}

	function complain(why) {
		print FILENAME ":" FNR ": " $0 " (" why ")"
		bad = 1
	}

	function check_library(header,    name, place, i, n) {
		for (name in places) {
			if (name == "" || index(header, name) != 1)
				continue
			n = split(places[name], place, " ")
			for (i = 1; i <= n; i++)
				if (index(FILENAME, place[i]) == 1)
					return
			complain("only in " places[name])
		}
	}

	/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
		split($0, part, /[<>"]/)
		split(FILENAME, from, "/")
		split(part[2], to, "/")
		if ($0 ~ /</)
			check_library(part[2])
		else if (!(to[1] in known))
			complain("write folder/file.h")
		else if (!((from[1], to[1]) in down))
			complain(from[1] " may not know " to[1])
	}

	END { exit bad }' || exit 1
