/* SPDX-License-Identifier: MIT */
/* The console on a terminal: a hub's mirror or a recording, and the shell of views/. */
#ifndef APP_CONSOLE_H
#define APP_CONSOLE_H

#include <stdbool.h>
#include <sys/types.h>

#include "app/command.h"
#include "app/replay.h"
#include "bus/mirror.h"
#include "tui/glyph.h"
#include "tui/style.h"

struct console_options {
	const char *operator_name;
	bool read_only;
	enum theme theme;
	enum glyphs glyphs;
	struct mirror *mirror;     /* borrowed; NULL with a recording */
	struct replay *replay;     /* borrowed; NULL when live */
	const char *filter;        /* borrowed; of the log, which is shown first; NULL */
	const struct args *args;   /* of the command: --config; NULL for none */
	struct tutorial *tutorial; /* borrowed; NULL but in the tutorial */
	const char *hello;         /* borrowed; what is said first, NULL for nothing */
};

/* Runs until the user leaves (or a signal ends it); the terminal is then as it was. */
enum status console_run(const struct console_options *o);

/*
 * --theme and --glyphs; false after a usage error.
 */
bool console_looks(const struct args *a, struct console_options *o);

#endif
