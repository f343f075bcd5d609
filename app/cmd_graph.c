/* SPDX-License-Identifier: MIT */
/* `seam graph RECORDING`: the flow graph of a recording, as the console exports it. */
#include <stdio.h>

#include "app/commands.h"
#include "app/replay.h"
#include "views/flow_export.h"

/* To where --at says, else to the end; false after a usage error. */
static bool go(struct replay *r, const struct args *a, struct world *w)
{
	char message[160], end[24];

	replay_world(r, w);
	snprintf(end, sizeof(end), "%llu", (unsigned long long)w->replay->events);
	replay_act(r, ACTION_GOTO, str_of(value_or(a, OPT_AT, end)), 0, message);
	replay_world(r, w);
	if (message[0] != '\0')
		usage_error(a, "--at: %s", message);
	return message[0] == '\0';
}

static enum status print(
	const struct args *a, const struct world *w, enum flow_format format)
{
	void *flow = view_flow.open();
	struct buf out = { 0 };
	char why[ROW_TEXT];
	enum status s = DONE;

	if (!flow_export(flow, w, format, &out, why))
		s = fail_with(a, REFUSED, "no_graph", "%s", why);
	else if (fwrite(out.data, 1, out.len, stdout) != out.len || fflush(stdout) != 0)
		s = fail_with(a, REFUSED, "no_file", "cannot write standard output");
	buf_fini(&out);
	view_flow.close(flow);
	return s;
}

enum status run_graph(const struct args *a)
{
	struct world w = { .clock_rate = 1 };
	enum flow_format format = FLOW_TXT;
	char odd[160];
	struct replay *r;
	enum status s = USAGE;
	struct err e;

	if (given(a, OPT_FORMAT) &&
		!flow_format_named(str_of(a->value[OPT_FORMAT]), &format))
		return usage_error(a, "--format takes txt, svg, html, dot or mmd");
	r = replay_open(a->operand[0], &e);
	if (r == NULL)
		return fail_with(a, REFUSED, "no_file", "%s", e.text);
	replay_oddities(r, odd);
	if (odd[0] != '\0')
		complain("%s", odd);
	if (go(r, a, &w))
		s = print(a, &w, format);
	replay_close(r);
	return s;
}
