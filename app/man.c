/* SPDX-License-Identifier: MIT */
#include "app/man.h"

#include <stdio.h>

#include "app/command.h"
#include "base/buf.h"
#include "base/text.h"
#include "bus/hub.h"
#include "mesh/query.h"
#include "views/shell.h"
#include "views/signs.h"

/* Text as roff takes it: nothing in it is a request, an escape or a hyphen. */
static void put(const char *text)
{
	struct str s = str_of(text);
	uint32_t before = '\n';

	while (s.n > 0) {
		uint32_t c;
		size_t n = utf8_decode(s.p, s.n, &c);

		if (before == '\n' && (c == '.' || c == '\''))
			fputs("\\&", stdout);
		before = c;
		if (c == '\\')
			fputs("\\e", stdout);
		else if (c == '-' || c == '~' || c == '^' || c == '`' || c == '\'')
			printf("%s",
				c == '-'           ? "\\-"
					: c == '~' ? "\\(ti"
					: c == '^' ? "\\(ha"
					: c == '`' ? "\\(ga"
						   : "\\(aq");
		else if (c >= 0x80)
			printf("\\[u%04X]", (unsigned)c);
		else
			putchar((int)c);
		s = str_skip(s, n > 0 ? n : 1);
	}
}

static void line(const char *text)
{
	put(text);
	putchar('\n');
}

static void section(const char *name)
{
	printf(".SH \"%s\"\n", name);
}

/* A tagged paragraph: a bold tag, perhaps an argument in italics. */
static void tag(const char *bold, const char *italic)
{
	fputs(".TP\n\\fB", stdout);
	put(bold);
	fputs("\\fR", stdout);
	if (italic != NULL && italic[0] != '\0') {
		fputs(" \\fI", stdout);
		put(italic);
		fputs("\\fR", stdout);
	}
	putchar('\n');
}

static void entry(const char *bold, const char *text)
{
	tag(bold, NULL);
	line(text);
}

static const char *dashed(enum option o, char out[64])
{
	snprintf(out, 64, "--%s", option_row(o)->name);
	return out;
}

/* --- the parts ---------------------------------------------------------------- */

static void put_commands(void)
{
	char name[64];

	section("COMMANDS");
	for (const struct command *c = commands; c->name != NULL; c++) {
		if (c->help == NULL)
			continue;
		snprintf(name, sizeof(name), "seam%s%s", c->name[0] != '\0' ? " " : "",
			c->name);
		tag(name, c->operands);
		line(c->help);
		if (c->more != NULL) {
			puts(".br");
			line(c->more);
		}
		if (c->options[0] == OPTIONS)
			continue;
		fputs(".br\nOptions:", stdout);
		for (const enum option *o = c->options; *o != OPTIONS; o++) {
			fputs(o == c->options ? "\n\\fB" : ",\n\\fB", stdout);
			put(dashed(*o, name));
			fputs("\\fR", stdout);
		}
		putchar('\n');
	}
}

static void put_options(void)
{
	char name[64];

	section("OPTIONS");
	for (int o = 0; o < OPTIONS; o++) {
		tag(dashed((enum option)o, name), option_row((enum option)o)->argument);
		line(option_row((enum option)o)->help);
	}
	entry("--help", "usage and options, of seam or of a command");
	entry("--version", "the versions of the program and of the protocol");
	entry("--man", "this page, for man(1)");
}

/* "Now, Review: ", "in a recording: ", "" where it holds everywhere. */
static void put_where(const struct action_row *r)
{
	const char *between = "";

	if (r->modes == IN_REPLAY)
		fputs("in a recording: ", stdout);
	if (r->screens == ON_ALL)
		return;
	for (int i = 0; i < SCREENS; i++) {
		if (!(r->screens & ON(i)))
			continue;
		printf("%s%s", between, shell_views[i]->title);
		between = ", ";
	}
	fputs(": ", stdout);
}

static void put_keys(void)
{
	section("KEYS");
	line("Lower case looks, six capitals act: A R E H B X. The key that opens a decision");
	line("never sends it. C- is Ctrl. A name behind a colon is typed after : instead.");
	for (int a = ACTION_NONE + 1; a < ACTIONS; a++) {
		const struct action_row *r = &action_rows[a];
		char name[80] = "";

		if (r->help == NULL)
			continue;
		if (r->name != NULL && !r->acts)
			snprintf(name, sizeof(name), ":%s%s%s", r->name,
				r->arg != NULL ? " " : "", r->arg != NULL ? r->arg : "");
		tag(r->keys[0] != '\0' ? r->keys : name, r->keys[0] != '\0' ? name : "");
		put_where(r);
		line(r->help);
	}
}

static void put_signs(void)
{
	section("SIGNS");
	for (const struct sign *g = signs; g->sign != NULL; g++)
		entry(g->sign, g->means);
}

static void put_filters(void)
{
	char name[40];

	section("FILTERS");
	line("Behind / in the console and behind --filter. Terms between blanks are all true;");
	line("!TERM is not; or stands between groups; a word alone, or \"in quotes\", stands in");
	line("the row; FIELD:VALUE contains, = and != are exact, :~ is a regular expression, a");
	line("comma is one of several; /a/b is a place in the artifact, * any element.");
	for (int i = 0; i < QUERY_NAMES; i++) {
		snprintf(name, sizeof(name), "%s %s", query_fields[i].name,
			query_operators(query_fields[i].type));
		entry(name, query_fields[i].help);
	}
}

static void put_rest(void)
{
	section("ENVIRONMENT");
	entry("SEAM_HUB", "the control address of the hub, where --hub is not given");
	entry("SEAM_OPERATOR", "who decides, where --operator is not given; else USER");
	entry("SEAM_PAGERDUTY_KEY, SEAM_WEBHOOK_URL, SEAM_WEBHOOK_SECRET, "
	      "SEAM_WEBHOOK_TOKEN",
		"what seam notify needs, where no option names a file");
	entry("XDG_STATE_HOME, XDG_CACHE_HOME", "where the files below are");
	entry("NO_COLOR, COLORFGBG, TERM", "what colours the console uses");
	section("FILES");
	entry("$XDG_STATE_HOME/seam/NAME.journal",
		"the journal of the hub NAME, in SQLite");
	entry("$XDG_STATE_HOME/seam/decisions.jsonl",
		"each decision of this operator, before it is sent");
	entry("$XDG_STATE_HOME/seam/filters",
		"filters that were saved: a name, a filter");
	entry("$XDG_STATE_HOME/seam/hub.log", "what a hub says that the console started");
	entry("$XDG_CACHE_HOME/seam/clip", "what was copied last");
	section("EXIT STATUS");
	entry("0", "done");
	entry("1", "refused, not found, cannot start");
	entry("2", "wrong usage");
	entry("3", "no hub answers");
	entry("65, 75", "notify: it will never be taken; not now, later");
	section("EXAMPLES");
	puts(".nf");
	line("seam demo");
	line("seam hub --name prod-eu-1 --contracts /etc/seam/contracts");
	line("seam hub --on-escalate \"seam notify pagerduty --key-file /etc/seam/key\"");
	line("seam ls review");
	line("seam approve ho-4711-a --note \"looked at it with payments\"");
	line("seam export --output night.jsonl.zst");
	line("seam replay night.jsonl.zst --at 03:04");
	puts(".fi");
	section("SEE ALSO");
	line("README.md, PROTOCOL.md and OPERATING.md, installed in share/doc/seam.");
}

void man_print(void)
{
	puts(".\\\" SPDX-License-Identifier: MIT\n.\\\" written by: seam --man");
	puts(".TH SEAM 1 \"" SEAM_DATE "\" \"seam " SEAM_VERSION "\" \"User Commands\"");
	section("NAME");
	puts("seam \\- terminal console for the seams of an AI agent mesh");
	section("SYNOPSIS");
	puts(".B seam\n[\\fIOPTION\\fR...]\n.br\n.B seam\n\\fICOMMAND\\fR "
	     "[\\fIOPTION\\fR...] ...");
	section("DESCRIPTION");
	line("A hub collects what agents say of the work they hand to one another, holds");
	line("what a human must look at, and fires the fallback of what nobody acts on.");
	line("The console shows it; whoever is on call approves, rejects, escalates or");
	line("holds, there or from the shell, and the agent that waits does what was decided.");
	put_commands();
	put_options();
	put_keys();
	put_signs();
	put_filters();
	put_rest();
}
