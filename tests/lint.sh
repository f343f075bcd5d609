#!/bin/bash
# SPDX-License-Identifier: MIT
#
# tests/lint.sh: what a program can judge about the source. Format, cppcheck, shellcheck and
# layers can fail; what has grown long is only reported.

cd "$(dirname "$0")/.." || exit 1

folders=(base contract mesh bus tui views app tests fixtures)
mapfile -t sources < <(find "${folders[@]}" -name '*.[ch]' | LC_ALL=C sort)
mapfile -t scripts < <(grep -rslE '^#!/bin/(ba)?sh' .ci "${folders[@]}" | LC_ALL=C sort)
failed=0

check() {
	local name=$1 output
	shift
	if output=$("$@" 2>&1); then
		echo "ok    $name"
		[ -z "$output" ] || head -n 100 <<<"$output"
	else
		echo "FAIL  $name"
		head -n 100 <<<"$output"
		failed=1
	fi
}

# Versions of clang-format differ in details. That of Debian 12 decides, others only tell.
format() {
	clang-format --dry-run -Werror "${sources[@]}" && return
	case $(clang-format --version) in *'version 14.'*) return 1 ;; esac
}

static() {
	mkdir -p build/cppcheck
	cppcheck -q -j "$(nproc)" --cppcheck-build-dir=build/cppcheck --std=c11 --language=c -I. \
		--enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
		--suppress=internalAstError --suppress=normalCheckLevelMaxBranches \
		-D_GNU_SOURCE '-DSEAM_SHARE_DIR="/usr/share/seam"' "${sources[@]}"
}

# clang-format puts the braces of a function, and of nothing else, at the start of a line.
long() {
	awk -v sort='sort -rn' '
	FNR == 1 { if (file) files[file] = lines; file = FILENAME }
	{ lines = FNR }
	/^[a-z].*\(/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
	/^\{/ { start = FNR }
	/^\}$/ && start {
		length_[++n] = FNR - start - 1
		if (length_[n] > 50)
			printf "      %4d lines  %s:%d %s()\n", length_[n], FILENAME, start, name | sort
		start = 0
	}
	END {
		files[file] = lines
		for (f in files)
			if (files[f] > 600)
				printf "      %4d lines  %s\n", files[f], f | sort
		for (i = 1; i <= n; i++)
			long += length_[i] > 50
		close(sort)
		printf "      %d functions, %d of them longer than 50 lines\n", n, long
	}' "$@"
}

check clang-format format
check cppcheck static
check layers tests/layers.sh
check shellcheck shellcheck -S warning "${scripts[@]}"
echo "long: functions over 50 lines, files over 600"
long "${sources[@]}"
exit $failed
