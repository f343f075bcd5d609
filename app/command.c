/* SPDX-License-Identifier: MIT */
/* Reading a command line by the tables, and printing help from them. */
#include "app/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/man.h"
#include "app/place.h"
#include "base/buf.h"
#include "base/json_out.h"
#include "base/text.h"
#include "bus/hub.h"

static const struct option_row options[OPTIONS] = {
	[OPT_JSON] = { "json", NULL, "print JSON, one value a line" },
	[OPT_HUB] = { "hub", "URL",
		"control address of the hub (or $SEAM_HUB; " HUB_CONTROL ")" },
	[OPT_EVENTS] = { "events", "URL", "where agents publish (" HUB_EVENTS ")" },
	[OPT_CONTROL] = { "control", "URL", "where requests come in (" HUB_CONTROL ")" },
	[OPT_FEED] = { "feed", "URL", "where consoles subscribe (" HUB_FEED ")" },
	[OPT_CONNECT] = { "connect", "URL",
		"also subscribe to a publisher that binds; may be repeated" },
	[OPT_JOURNAL] = { "journal", "FILE",
		"the journal ($XDG_STATE_HOME/seam/NAME.journal); none: keep nothing" },
	[OPT_CONTRACTS] = { "contracts", "DIR", "folder of handoff contracts" },
	[OPT_NAME] = { "name", "NAME", "the mesh's name (main)" },
	[OPT_OPERATOR] = { "operator", "NAME", "who decides (or $SEAM_OPERATOR; $USER)" },
	[OPT_READ_ONLY] = { "read-only", NULL, "look, never act" },
	[OPT_INSECURE] = { "insecure", NULL,
		"bind addresses that others reach, without keys" },
	[OPT_SECURE] = { "secure", NULL, "ask for keys on this machine too" },
	[OPT_KEYS] = { "keys", "DIR",
		"a hub's folder of keys (or $SEAM_KEYS; $XDG_CONFIG_HOME/seam/keys)" },
	[OPT_KEY] = { "key", "FILE",
		"who you are, to a hub with keys (or $SEAM_KEY; $XDG_CONFIG_HOME/seam/key)" },
	[OPT_ROLE] = { "role", "ROLE", "agent, operator, observer or hub" },
	[OPT_PUBLIC] = { "public", "KEY", "of a pair that was made elsewhere" },
	[OPT_METRICS] = { "metrics", "HOST:PORT",
		"Prometheus metrics and /healthz over HTTP, as 127.0.0.1:9464" },
	[OPT_GRACE] = { "grace", "TIME",
		"after a start no overdue deadline fires for so long (10s)" },
	[OPT_CLOCK_RATE] = { "clock-rate", "N", "scale the hub's clock (1)" },
	[OPT_SNAPSHOT_EVERY] = { "snapshot-every", "N",
		"store the mesh beside the journal every N events (100000)" },
	[OPT_KEEP] = { "keep", "AGE|SIZE",
		"30d or 20GB or both (30d,20GB): what nobody waits for is deleted then" },
	[OPT_ON_ESCALATE] = { "on-escalate", "PROGRAM",
		"run it, with arguments, for each handoff that is escalated" },
	[OPT_ON_FALLBACK] = { "on-fallback", "PROGRAM",
		"the same for each fallback that fires" },
	[OPT_HOOK_TIME] = { "hook-time", "TIME",
		"how long such a program may take (30s)" },
	[OPT_NOTE] = { "note", "TEXT", "goes back to the agent as the reason" },
	[OPT_ARTIFACT] = { "artifact", "FILE",
		"its artifact as you have changed it, - is standard input" },
	[OPT_TARGET] = { "target", "WHO", "to whom it is escalated" },
	[OPT_UNTIL] = { "until", "TIME",
		"hold the clock for 20m, or until an instant (15m)" },
	[OPT_DECISION] = { "decision", "ID", "the decision's id (a new one)" },
	[OPT_ATTEMPT] = { "attempt", "N", "the attempt that is meant" },
	[OPT_SECONDS] = { "seconds", "N", "for how long, at most 900 (300)" },
	[OPT_TAKE] = { "take", NULL, "take it over from who has it" },
	[OPT_LIMIT] = { "limit", "N", "at most so many" },
	[OPT_FILTER] = { "filter", "FILTER",
		"only what is so: from=planner conf<.7 !agent:kyc" },
	[OPT_WORKSPACE] = { "workspace", "NAME",
		"show the screens that :workspace save NAME has kept" },
	[OPT_AFTER] = { "after", "N", "only events above this hubsequence" },
	[OPT_FOLLOW] = { "follow", NULL, "go on with what comes, until Ctrl-C" },
	[OPT_MIRROR] = { "mirror", NULL,
		"fold them here as a console does, and compare with the hub" },
	[OPT_AT] = { "at", "TIME", "up to there: " PLACE_FORMS },
	[OPT_DUMP] = { "dump", NULL, "print what `mesh` is the digest of, line by line" },
	[OPT_FORMAT] = { "format", "NAME",
		"txt, svg, html, dot (Graphviz) or mmd (Mermaid) (txt)" },
	[OPT_SEED] = { "seed", "N", "the same seed, the same story (1)" },
	[OPT_SPEED] = { "speed", "N", "how much faster than life (1)" },
	[OPT_SCENE] = { "scene", "NAME",
		"incident, calm, bad-deploy, retry-storm or silent (incident)" },
	[OPT_HEADLESS] = { "headless", "SECONDS",
		"run without a screen and print the counters" },
	[OPT_RECORD] = { "record", "FILE",
		"write the journal as a recording at the end" },
	[OPT_FROM] = { "from", "AGENT", "who hands over" },
	[OPT_TO] = { "to", "AGENT", "who receives" },
	[OPT_HANDOFF] = { "handoff", "ID", "the handoff's id (a new one)" },
	[OPT_SUBJECT] = { "subject", "ID", "the incident it belongs to" },
	[OPT_CONTRACT] = { "contract", "NAME/X.Y.Z", "the contract it is offered under" },
	[OPT_ALL] = { "all", NULL, "what was flagged or refused for its contract, too" },
	[OPT_CONFIG] = { "config", "FILE",
		"settings and keys ($XDG_CONFIG_HOME/seam/console.conf)" },
	[OPT_CHECK_CONFIG] = { "check-config", NULL,
		"say what is wrong with that file, and end" },
	[OPT_BASELINE] = { "baseline", "FILE",
		"an earlier --json of it: what stands there does not fail" },
	[OPT_EDGE] = { "edge", "FROM>TO", "the edge that is meant" },
	[OPT_THEME] = { "theme", "NAME",
		"auto, dark, light, mono, 16-dark, 16-light, 256-dark, 256-light" },
	[OPT_GLYPHS] = { "glyphs", "NAME", "auto, utf8, acs or ascii" },
	[OPT_OUTPUT] = { "output", "FILE", "write there instead of standard output" },
	[OPT_VERIFY] = { "verify", NULL,
		"walk its chain of hashes and name the first broken link" },
	[OPT_HEAD] = { "head", "HASH",
		"verify, and that the event with this hash is still there" },
	[OPT_URL] = { "url", "URL",
		"where to send it (or, of a webhook, $SEAM_WEBHOOK_URL)" },
	[OPT_KEY_FILE] = { "key-file", "FILE",
		"PagerDuty's routing key (or $SEAM_PAGERDUTY_KEY)" },
	[OPT_TOKEN_FILE] = { "token-file", "FILE",
		"its content goes along as a bearer token (or $SEAM_WEBHOOK_TOKEN)" },
	[OPT_SECRET_FILE] = { "secret-file", "FILE",
		"what the body is signed with (or $SEAM_WEBHOOK_SECRET)" },
	[OPT_CA_FILE] = { "ca-file", "FILE",
		"certificates to trust instead of the system's" },
	[OPT_TIME] = { "time", "TIME",
		"how long (claim: 5m; mute: 30m; notify: 20s in all)" },
	[OPT_SCHEMA] = { "schema", "FILE", "a JSON Schema, 2020-12" },
	[OPT_REMOTES] = { "remotes", "DIR",
		"what http://localhost:1234/ stands for; nothing is ever fetched" },
	[OPT_ASSERT_FORMAT] = { "assert-format", NULL,
		"`format` decides; without it, it is a remark" },
	[OPT_WHAT] = { "what", "WHAT",
		"what NAME is: handoff, group, incident, edge, agent or contract (handoff)" },
	[OPT_TITLE] = { "title", "TEXT", "what it is called, in a line" },
	[OPT_TAG] = { "tag", "TAG,TAG", "tags to put on it" },
	[OPT_UNTAG] = { "untag", "TAG,TAG", "tags to take off" },
	[OPT_ALLOW_MAJOR] = { "allow-major", NULL,
		"exit status 0 where a version that breaks has the number for it" },
};

const struct option_row *option_row(enum option o)
{
	return &options[o];
}

void complain(const char *fmt, ...)
{
	struct buf line = { 0 };
	char text[1000];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	text_clean(&line, str_of(text));
	fprintf(stderr, "seam: %s\n", line.data != NULL ? line.data : "");
	buf_fini(&line);
}

bool read_number(const char *text, unsigned long long least, unsigned long long *out)
{
	size_t n = strlen(text);

	if (n < 1 || n > 18 || strspn(text, "0123456789") != n)
		return false;
	*out = strtoull(text, NULL, 10);
	return *out >= least;
}

/* docs/PROTOCOL.md, "Control": a reply that is an error, but for what only a hub knows.
 */
static void print_error(const char *code, const char *message)
{
	struct buf b = { 0 }, ascii = { 0 };

	out_open(&b, '{');
	out_key(&b, "ok");
	out_bool(&b, false);
	out_key(&b, "error");
	out_open(&b, '{');
	out_key(&b, "code");
	out_text(&b, code);
	out_key(&b, "message");
	out_text(&b, message);
	out_close(&b, '}');
	out_close(&b, '}');
	out_ascii(&ascii, buf_view(&b));
	puts(ascii.data);
	buf_fini(&b);
	buf_fini(&ascii);
}

enum status fail_with(
	const struct args *a, enum status s, const char *code, const char *fmt, ...)
{
	char text[900];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	complain("%s", text);
	if (a->json)
		print_error(code, text);
	return s;
}

enum status usage_error(const struct args *a, const char *fmt, ...)
{
	char text[800];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	return fail_with(a, USAGE, "usage", "%s (seam%s%s --help)", text,
		a->command != NULL ? " " : "", a->command != NULL ? a->command : "");
}

/* --- help ------------------------------------------------------------------ */

static void print_all(void)
{
	puts("seam: the terminal console for the seams of an AI agent mesh\n");
	puts("usage: seam [OPTION...]              the console; finds the hub or starts it");
	puts("       seam COMMAND [OPTION...] ...\n\ncommands:");
	for (const struct command *c = commands; c->name != NULL; c++) {
		char left[64];

		if (c->name[0] == '\0' || c->help == NULL)
			continue;
		snprintf(left, sizeof(left), "%s %s", c->name, c->operands);
		printf("  %-26s %s\n", left, c->help);
	}
	puts("\n`seam COMMAND --help` tells a command's options. Exit status: 0 done,\n"
	     "1 refused or not found, 2 wrong usage, 3 no hub.");
}

static void print_options(const enum option *o)
{
	for (; *o != OPTIONS; o++) {
		char left[64];

		snprintf(left, sizeof(left), "--%s%s%s", options[*o].name,
			options[*o].argument != NULL ? " " : "",
			options[*o].argument != NULL ? options[*o].argument : "");
		printf("  %-22s %s\n", left, options[*o].help);
	}
}

static void print_one(const struct command *c)
{
	printf("usage: seam%s%s [OPTION...]%s%s\n\n%s\n", c->name[0] != '\0' ? " " : "",
		c->name, c->operands[0] != '\0' ? " " : "", c->operands,
		c->help != NULL ? c->help : "seam starts this itself");
	if (c->more != NULL)
		printf("\n%s\n", c->more);
	if (c->options[0] != OPTIONS) {
		puts("\noptions:");
		print_options(c->options);
	}
}

/* --- reading --------------------------------------------------------------- */

static const struct command *command_named(const char *name)
{
	for (const struct command *c = commands; c->name != NULL; c++) {
		if (strcmp(c->name, name) == 0)
			return c;
	}
	return NULL;
}

/* Of "contract check", a name of two words, the first. */
static bool begins_with_word(const struct command *c, const char *word)
{
	size_t n = strlen(word);

	return strncmp(c->name, word, n) == 0 && c->name[n] == ' ';
}

static bool has_verbs(const char *word)
{
	for (const struct command *c = commands; c->name != NULL; c++) {
		if (begins_with_word(c, word))
			return true;
	}
	return false;
}

/* The command whose name begins the line, NULL if it is none; *words: how many. */
static const struct command *command_of(int argc, char **argv, int *words)
{
	char both[64];

	*words = 2;
	if (argc > 2) {
		snprintf(both, sizeof(both), "%s %s", argv[1], argv[2]);
		if (has_verbs(argv[1]))
			return command_named(both);
	}
	*words = 1;
	return command_named(argv[1]);
}

static void print_verbs(const char *word)
{
	printf("usage: seam %s VERB [OPTION...] ...\n\nverbs:\n", word);
	for (const struct command *c = commands; c->name != NULL; c++) {
		char left[64];

		if (!begins_with_word(c, word))
			continue;
		snprintf(left, sizeof(left), "%s %s", c->name + strlen(word) + 1,
			c->operands);
		printf("  %-24s %s\n", left, c->help);
	}
	printf("\n`seam %s VERB --help` tells a verb's options.\n", word);
}

/* A first word that needs a second one, and has none or a wrong one. */
static int run_verbs(const struct args *a, int argc, char **argv)
{
	if (argc > 2 && strcmp(argv[2], "--help") != 0 && strcmp(argv[2], "-h") != 0)
		return usage_error(a, "no such command: %s %s", argv[1], argv[2]);
	if (argc == 2)
		return usage_error(a, "%s: what of it?", argv[1]);
	print_verbs(argv[1]);
	return DONE;
}

static enum option option_named(const struct command *c, struct str name)
{
	for (const enum option *o = c->options; *o != OPTIONS; o++) {
		if (str_is(name, options[*o].name))
			return *o;
	}
	return OPTIONS;
}

/* Reads "--name", "--name=value" or "--name value"; moves *i on. */
static bool take_option(
	const struct command *c, struct args *a, int argc, char **argv, int *i)
{
	const char *text = argv[*i] + 2, *equals = strchr(text, '=');
	struct str name = { text,
		equals != NULL ? (size_t)(equals - text) : strlen(text) };
	enum option o = option_named(c, name);

	if (o == OPTIONS) {
		usage_error(a, "unknown option --%.*s", STR_ARG(name));
		return false;
	}
	if (options[o].argument == NULL) {
		if (equals != NULL) {
			usage_error(a, "--%s takes no value", options[o].name);
			return false;
		}
		a->value[o] = "";
		return true;
	}
	if (equals == NULL && *i + 1 >= argc) {
		usage_error(a, "--%s needs %s", options[o].name, options[o].argument);
		return false;
	}
	if (o == OPT_FILTER && given(a, o)) {
		usage_error(a, "--filter may stand once");
		return false;
	}
	a->value[o] = equals != NULL ? equals + 1 : argv[++*i];
	if (o == OPT_CONNECT && a->connects < MOST_CONNECTS)
		a->connect[a->connects++] = a->value[o];
	return true;
}

/* The operands behind those that were given, "A and B". */
static void say_missing(const struct command *c, const struct args *a)
{
	struct buf left = { 0 };
	const char *word = c->operands;

	for (size_t i = 0; i < a->operands; i++)
		word = strchr(word, ' ') + 1;
	for (; *word != '\0'; word++) {
		if (*word == ' ')
			buf_str(&left, " and ");
		else
			buf_char(&left, *word);
	}
	usage_error(a, "%s %s missing", left.data,
		strchr(left.data, ' ') != NULL ? "are" : "is");
	buf_fini(&left);
}

/* The console takes none; whoever wrote its options first may have meant a command. */
static void say_too_many(const struct command *c, const struct args *a, const char *word)
{
	if (c->name[0] == '\0' && (command_named(word) != NULL || has_verbs(word)))
		usage_error(a, "options stand behind the command: seam %s ...", word);
	else
		usage_error(a, "one argument too many: %s", word);
}

static bool read_line(
	const struct command *c, struct args *a, int argc, char **argv, int i)
{
	bool plain = false;

	for (; i < argc; i++) {
		if (!plain && strcmp(argv[i], "--") == 0) {
			plain = true;
		} else if (!plain && strncmp(argv[i], "--", 2) == 0) {
			if (!take_option(c, a, argc, argv, &i))
				return false;
		} else if (!plain && argv[i][0] == '-' && argv[i][1] != '\0') {
			usage_error(a, "unknown option %s", argv[i]);
			return false;
		} else if (a->operands < c->most) {
			a->operand[a->operands++] = argv[i];
		} else {
			say_too_many(c, a, argv[i]);
			return false;
		}
	}
	if (a->operands < c->least) {
		say_missing(c, a);
		return false;
	}
	return true;
}

static bool asks_for(const char *word, int argc, char **argv, int i)
{
	for (; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strcmp(argv[i], word) == 0)
			return true;
	}
	return false;
}

int run_command_line(int argc, char **argv)
{
	bool named = argc > 1 && argv[1][0] != '-';
	int words = 0;
	const struct command *c =
		named ? command_of(argc, argv, &words) : command_named("");
	int first = 1 + words;
	struct args a = { .json = asks_for("--json", argc, argv, first) };

	if (argc > 1 && strcmp(argv[1], "--version") == 0) {
		puts("seam " SEAM_VERSION ", protocol " PROTOCOL_VERSION);
		return DONE;
	}
	if (argc > 1 && strcmp(argv[1], "--man") == 0) {
		man_print();
		return DONE;
	}
	if (c == NULL && has_verbs(argv[1])) {
		a.command = argc > 2 ? NULL : argv[1];
		return run_verbs(&a, argc, argv);
	}
	if (c == NULL)
		return usage_error(&a, "no such command: %s", argv[1]);
	if (asks_for("--help", argc, argv, first) || asks_for("-h", argc, argv, first)) {
		if (!named)
			print_all();
		print_one(c);
		return DONE;
	}
	a.command = named ? c->name : NULL;
	if (!read_line(c, &a, argc, argv, first))
		return USAGE;
	return c->run(&a);
}
