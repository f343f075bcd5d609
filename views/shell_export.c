/* SPDX-License-Identifier: MIT */
/*
 * `:export WHAT [PATH]`: makes the file's bytes here and leaves it to the world
 * outside to write them. What it is called says what it is: flow.svg, incident.md.
 * And the flow graph's layout, which goes to a file by itself.
 */
#include <stdio.h>
#include <string.h>

#include "tui/surface_html.h"
#include "tui/surface_svg.h"
#include "views/flow_export.h"
#include "views/flow_saved.h"
#include "views/incident_page.h"
#include "views/link.h"
#include "views/shell_own.h"

#define TAKES                                                                            \
	"flow.svg, .html, .dot, .mmd or .txt, screen.svg, .html or .txt, incident.md "   \
	"[PATH]"

static void screen_as(
	struct shell *s, const struct world *w, enum flow_format format, struct buf *out)
{
	struct surface all = { 0 };
	char title[ROW_TEXT];

	surface_init(&all, s->rows, s->cols);
	shell_draw(s, w, &all);
	snprintf(title, sizeof(title), "seam %.80s: %s", w->name != NULL ? w->name : "",
		shell_views[s->screen]->title);
	if (format == FLOW_SVG)
		surface_svg(&all, str_of(title), out);
	else if (format == FLOW_HTML)
		surface_html(&all, str_of(title), out);
	else
		surface_dump(&all, GLYPHS_UTF8, out);
	surface_fini(&all);
}

/* Of what the keys are about: an incident, or a handoff of one. */
static bool make_incident(
	struct shell *s, const struct world *w, struct buf *out, char why[ROW_TEXT])
{
	enum noted_what what = NOTED_AGENT;
	char name[NOTED_NAME] = "";

	if (s->frozen) {
		snprintf(why, ROW_TEXT,
			"frozen: p thaws; screen.html or screen.txt is what is seen");
		return false;
	}
	if (shell_subject(s, w, &what, name) && what == NOTED_HANDOFF) {
		uint32_t place = mesh_find_handoff(w->mesh, str_of(name));
		const struct handoff *h = handoff_at(w->mesh, place);
		const struct incident *i =
			h != NULL ? incident_at(w->mesh, h->incident) : NULL;

		snprintf(name, NOTED_NAME, "%s", i != NULL ? i->id : "");
	} else if (what != NOTED_INCIDENT) {
		name[0] = '\0';
	}
	return incident_page(w, name, out, why);
}

/* Adds the bytes; false, and why not. */
static bool make(struct shell *s, const struct world *w, struct str what, struct buf *out,
	char why[ROW_TEXT])
{
	const char *dot = what.n > 0 ? memchr(what.p, '.', what.n) : NULL;
	struct str base = { what.p, dot != NULL ? (size_t)(dot - what.p) : what.n };
	enum flow_format format;

	snprintf(why, ROW_TEXT, "export takes " TAKES);
	if (str_is(what, "incident.md"))
		return make_incident(s, w, out, why);
	if (dot == NULL || !flow_format_named(str_skip(what, base.n + 1), &format))
		return false;
	if (str_is(base, "flow") && s->frozen) {
		snprintf(why, ROW_TEXT,
			"frozen: p thaws; screen.svg or screen.txt is what is seen");
		return false;
	}
	if (str_is(base, "flow"))
		return flow_export(s->state[SCREEN_FLOW], w, format, out, why);
	if (!str_is(base, "screen") || format == FLOW_DOT || format == FLOW_MMD)
		return false;
	screen_as(s, w, format, out);
	return true;
}

void shell_export(struct shell *s, const struct world *w, struct str arg)
{
	const char *blank = arg.n > 0 ? memchr(arg.p, ' ', arg.n) : NULL;
	struct str what = { arg.p, blank != NULL ? (size_t)(blank - arg.p) : arg.n };
	struct str path = str_skip(arg, what.n);
	struct wish *wish;
	char why[ROW_TEXT];

	while (path.n > 0 && path.p[0] == ' ')
		path = str_skip(path, 1);
	buf_reset(&s->exported);
	if (path.n >= sizeof(wish->note)) {
		shell_tell(s, w, STYLE_WARNING, "nothing written: the path is too long");
	} else if (!make(s, w, what, &s->exported, why)) {
		shell_tell(s, w, STYLE_WARNING, "nothing written: %s", why);
	} else if ((wish = shell_want(s, WISH_EXPORT)) != NULL) {
		snprintf(wish->text, sizeof(wish->text), "%.*s", STR_ARG(what));
		snprintf(wish->note, sizeof(wish->note), "%.*s", STR_ARG(path));
	}
}

void shell_layout(struct shell *s, struct str text)
{
	flow_saved_give(shell_split_first(s, SCREEN_FLOW), text);
}

void shell_keep_layout(struct shell *s, const struct world *w)
{
	struct buf text = { 0 };
	struct wish *wish;

	if (w->replay != NULL || link_loading(w) || w->tick < s->layout_at ||
		w->name == NULL || w->name[0] == '\0' || strcmp(w->name, "?") == 0 ||
		s->wishes == SHELL_WISHES)
		return;
	if (!flow_saved_take(shell_split_first(s, SCREEN_FLOW), w->name, &text))
		return;
	s->layout_at = w->tick + SHELL_LAYOUTS;
	buf_fini(&s->layout);
	s->layout = text;
	wish = shell_want(s, WISH_LAYOUT);
	snprintf(wish->text, sizeof(wish->text), "%s", w->name);
}
