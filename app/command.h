/* SPDX-License-Identifier: MIT */
/*
 * Sub-commands and their options as tables: each row has its name and its
 * help, and `seam --help`, `seam COMMAND --help` and the README's lists are
 * printed from them.
 */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

/* What a command ends with: docs/OPERATING.md. */
enum status {
	DONE = 0,
	REFUSED = 1,
	USAGE = 2,
	NO_HUB = 3,
	NEVER = 65,    /* notify: it will not be taken, whenever it comes */
	TRY_LATER = 75 /* notify: it may be */
};

enum option {
	OPT_JSON,
	OPT_HUB,
	OPT_EVENTS,
	OPT_CONTROL,
	OPT_FEED,
	OPT_CONNECT,
	OPT_JOURNAL,
	OPT_CONTRACTS,
	OPT_NAME,
	OPT_OPERATOR,
	OPT_READ_ONLY,
	OPT_INSECURE,
	OPT_SECURE,
	OPT_KEYS,
	OPT_KEY,
	OPT_ROLE,
	OPT_PUBLIC,
	OPT_METRICS,
	OPT_GRACE,
	OPT_CLOCK_RATE,
	OPT_SNAPSHOT_EVERY,
	OPT_KEEP,
	OPT_ON_ESCALATE,
	OPT_ON_FALLBACK,
	OPT_HOOK_TIME,
	OPT_NOTE,
	OPT_ARTIFACT,
	OPT_TARGET,
	OPT_UNTIL,
	OPT_DECISION,
	OPT_ATTEMPT,
	OPT_SECONDS,
	OPT_TAKE,
	OPT_LIMIT,
	OPT_FILTER,
	OPT_WORKSPACE,
	OPT_AFTER,
	OPT_FOLLOW,
	OPT_MIRROR,
	OPT_AT,
	OPT_DUMP,
	OPT_FORMAT,
	OPT_SEED,
	OPT_SPEED,
	OPT_SCENE,
	OPT_HEADLESS,
	OPT_RECORD,
	OPT_FROM,
	OPT_TO,
	OPT_HANDOFF,
	OPT_SUBJECT,
	OPT_CONTRACT,
	OPT_EDGE,
	OPT_THEME,
	OPT_GLYPHS,
	OPT_OUTPUT,
	OPT_VERIFY,
	OPT_HEAD,
	OPT_URL,
	OPT_KEY_FILE,
	OPT_TOKEN_FILE,
	OPT_SECRET_FILE,
	OPT_CA_FILE,
	OPT_TIME,
	OPT_SCHEMA,
	OPT_REMOTES,
	OPT_ASSERT_FORMAT,
	OPT_ALLOW_MAJOR,
	OPT_ALL,
	OPT_BASELINE,
	OPT_WHAT,
	OPT_TITLE,
	OPT_TAG,
	OPT_UNTAG,
	OPT_CONFIG,
	OPT_CHECK_CONFIG,
	OPTIONS
};

#define MOST_CONNECTS 32

struct args {
	const char *command;
	const char *operand[8];
	size_t operands;
	const char *value[OPTIONS];             /* NULL: not given; "" for a flag */
	const char *connect[MOST_CONNECTS + 1]; /* each --connect, NULL-terminated */
	size_t connects;
	bool json; /* --json stands on the line, read so far or not: errors are JSON too
		    */
};

struct command {
	const char *name;
	const char *operands;       /* as shown in the usage line */
	const char *help;           /* one line; NULL: seam's own, not listed */
	const char *more;           /* further lines for its own --help, or NULL */
	size_t least, most;         /* operands */
	const enum option *options; /* ended by OPTIONS */
	enum status (*run)(const struct args *a);
};

/* Every command, in the order of --help; ended by a row without a name. */
extern const struct command commands[];

/* One of the options, as help tells it. */
struct option_row {
	const char *name, *argument, *help; /* no argument: NULL */
};
const struct option_row *option_row(enum option o);

static inline bool given(const struct args *a, enum option o)
{
	return a->value[o] != NULL;
}

/* The option's value, or `otherwise`. */
static inline const char *value_or(
	const struct args *a, enum option o, const char *otherwise)
{
	return a->value[o] != NULL ? a->value[o] : otherwise;
}

/* A whole number of digits alone, `least` at the least; false if it is none. */
bool read_number(const char *text, unsigned long long least, unsigned long long *out);

/*
 * Says why the command ends with `s` and gives that: a line on standard error and,
 * with --json, the error as a hub would answer it on standard output.
 */
enum status fail_with(const struct args *a, enum status s, const char *code,
	const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* The same for a wrong command line, and where help is; USAGE. */
enum status usage_error(const struct args *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* "seam: ..." on standard error, foreign text cleaned. */
void complain(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Runs the command line; what main() returns. */
int run_command_line(int argc, char **argv);

#endif
