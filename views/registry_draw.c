/* SPDX-License-Identifier: MIT */
/* The registry as cells: contracts, agents, drift, and below what is under the cursor. */
#include <stdio.h>

#include "views/link.h"
#include "views/pane.h"
#include "views/registry_own.h"

#define ONE_PANE                                                                         \
	13 /* rows of the body below which only the pane with the cursor is shown */

/* --- contracts ------------------------------------------------------------------------
 */

/* Where columns are; 0: not shown. `since`, `refused` and `broken` are right ends. */
struct columns {
	int name, versions, who, broken, refused, since;
	int name_width, versions_width, who_width;
	bool majors; /* of who publishes it: the versions seen stand beside it */
};

static struct columns columns_of(int cols)
{
	struct columns c = { .name = 5 };
	int end = cols - 1;

	if (cols >= 76) {
		c.since = end;
		end -= 9;
	}
	c.refused = end;
	end -= 8;
	c.broken = end;
	end -= cols >= 120 ? 9 : 7;
	c.majors = cols >= 100;
	c.name_width = cols >= 120 ? 28 : cols >= 50 ? 15 : end - 5;
	if (cols >= 50) {
		c.versions = c.name + c.name_width + 1;
		c.versions_width = cols >= 120 ? 30 : cols >= 70 ? 13 : 9;
		c.who = c.versions + c.versions_width + 1;
		c.who_width = end - c.who;
	}
	return c;
}

static void head_contracts(struct surface *s)
{
	struct columns c = columns_of(s->cols);

	surface_text(s, 0, c.name, c.name_width, STYLE_TITLE, STR("CONTRACT"));
	if (c.versions > 0) {
		surface_text(s, 0, c.versions, c.versions_width, STYLE_TITLE,
			c.versions_width > 13 ? STR("VERSIONS SEEN") : STR("SEEN"));
		surface_text(
			s, 0, c.who, c.who_width, STYLE_TITLE, STR("PUBLISHES > TAKES"));
	}
	surface_text_right(s, 0, c.broken, 7, STYLE_TITLE, STR("BROKEN"));
	surface_text_right(s, 0, c.refused, 8, STYLE_TITLE, STR("REFUSED"));
	if (c.since > 0)
		surface_text_right(s, 0, c.since, 8, STYLE_TITLE, STR("SINCE"));
}

static void draw_contract(
	const struct world *w, struct surface *s, int row, const struct reg_contract *x)
{
	struct columns c = columns_of(s->cols);
	char text[FORMAT_TEXT];
	struct buf b = { 0 };
	bool gone = x->known && !x->in_force;

	surface_fmt(s, row, c.name, c.name_width, STYLE_NORMAL, "%s%s", x->name,
		gone && c.versions == 0 ? ", not in force" : "");
	if (c.versions > 0) {
		reg_versions(&b, x);
		surface_text(
			s, row, c.versions, c.versions_width, STYLE_NORMAL, buf_view(&b));
		buf_reset(&b);
		if (gone)
			buf_str(&b, "not in force: ");
		reg_who_words(&b, w->mesh, x, c.majors);
		surface_text(s, row, c.who, c.who_width, STYLE_NORMAL, buf_view(&b));
	}
	surface_text_right(
		s, row, c.broken, 7, STYLE_NORMAL, str_of(format_count(x->broken, text)));
	surface_text_right(s, row, c.refused, 8, STYLE_NORMAL,
		str_of(format_count(x->refused, text)));
	if (c.since > 0)
		surface_text_right(s, row, c.since, 9, STYLE_NORMAL,
			str_of(x->since != 0 ? format_time(w, x->since, text) : "-"));
	buf_fini(&b);
}

/* --- agents
 * ------------------------------------------------------------------------------- */

struct agent_columns {
	int name, version, heard, out, conf, missed, changed;
	int name_width;
};

static struct agent_columns agent_columns_of(int cols)
{
	struct agent_columns c = { .name = 5 };
	int col;

	c.name_width = cols >= 120 ? 24 : cols >= 70 ? 12 : cols >= 50 ? 10 : 12;
	col = c.name + c.name_width + 1;
	if (cols >= 60) {
		c.version = col;
		col += 7;
	}
	c.heard = col;
	col += 7;
	if (cols >= 50) {
		c.out = col;
		col += 8;
	}
	c.conf = col;
	col += 11;
	if (cols >= 70) {
		c.missed = col + 6; /* a right end */
		col += 8;
	}
	if (cols >= 60)
		c.changed = col;
	return c;
}

static void head_agents(struct surface *s)
{
	struct agent_columns c = agent_columns_of(s->cols);

	surface_text(s, 0, c.name, TO_EDGE, STYLE_TITLE, STR("AGENT"));
	if (c.version > 0)
		surface_text(s, 0, c.version, TO_EDGE, STYLE_TITLE, STR("VER"));
	surface_text(s, 0, c.heard, TO_EDGE, STYLE_TITLE, STR("HEARD"));
	if (c.out > 0)
		surface_text(s, 0, c.out, TO_EDGE, STYLE_TITLE, STR("OUT/1m"));
	surface_text(s, 0, c.conf, TO_EDGE, STYLE_TITLE, STR("CONF p50"));
	if (c.missed > 0)
		surface_text_right(s, 0, c.missed, 7, STYLE_TITLE, STR("MISSED"));
	if (c.changed > 0)
		surface_text(s, 0, c.changed, TO_EDGE, STYLE_TITLE, STR("CHANGED"));
}

/* ".41 -.45", ".91 =", ".91": against what was usual before it changed. */
static void put_confidence(const struct reg_agent *x, char out[FORMAT_TEXT])
{
	double by = x->conf - x->before;
	char is[FORMAT_TEXT], change[FORMAT_TEXT];

	format_confidence(x->conf, is);
	if (x->conf < 0 || x->before < 0)
		snprintf(out, FORMAT_TEXT, "%s", is);
	else if (by < .02 && by > -.02)
		snprintf(out, FORMAT_TEXT, "%.8s =", is);
	else
		snprintf(out, FORMAT_TEXT, "%.8s %c%.8s", is, by < 0 ? '-' : '+',
			format_confidence(by < 0 ? -by : by, change));
}

static void put_change(const struct world *w, const struct agent *a, char out[ROW_TEXT])
{
	char time[FORMAT_TEXT];

	if (a->renewed == 0) {
		snprintf(out, ROW_TEXT, "-");
		return;
	}
	snprintf(out, ROW_TEXT, "%s%s%.60s%s%.60s", format_time(w, a->renewed, time),
		a->was_version != NULL ? " was " : "",
		a->was_version != NULL ? a->was_version : "",
		a->was_model != NULL ? " model was " : "",
		a->was_model != NULL ? a->was_model : "");
}

static void draw_agent(
	const struct world *w, struct surface *s, int row, const struct reg_agent *x)
{
	struct agent_columns c = agent_columns_of(s->cols);
	const struct agent *a = &w->mesh->agent[x->agent];
	bool silent = agent_state(a, link_now(w)) == AGENT_SILENT;
	char text[ROW_TEXT], number[FORMAT_TEXT];

	surface_text(s, row, c.name, c.name_width, STYLE_NORMAL, str_of(a->name));
	if (c.version > 0)
		surface_text(s, row, c.version, 6, STYLE_NORMAL,
			str_of(a->version != NULL ? a->version : "-"));
	surface_text(s, row, c.heard, 6, silent ? STYLE_WARNING : STYLE_NORMAL,
		str_of(a->heard == 0      ? "never"
				: a->left ? "left"
					  : format_span(link_now(w) - a->heard, number)));
	if (c.out > 0)
		surface_text(s, row, c.out, 7, STYLE_NORMAL,
			str_of(x->rate > 0 ? format_often(x->rate, number) : "-"));
	put_confidence(x, number);
	surface_text(s, row, c.conf, 10, STYLE_NORMAL, str_of(number));
	if (c.missed > 0)
		surface_text_right(s, row, c.missed, 7, STYLE_NORMAL,
			str_of(format_count(x->missed, number)));
	put_change(w, a, text);
	if (c.changed > 0)
		surface_text(s, row, c.changed, TO_EDGE, STYLE_NORMAL, str_of(text));
}

/* --- drift
 * ---------------------------------------------------------------------------------- */

static void draw_finding(
	const struct world *w, struct surface *s, int row, const struct reg_finding *x)
{
	char count[FORMAT_TEXT] = "", age[FORMAT_TEXT];
	int end = s->cols - 1;

	if (s->cols >= 60) {
		if (x->since != 0)
			surface_text_right(s, row, end, 6, STYLE_NORMAL,
				str_of(format_span(link_now(w) - x->since, age)));
		end -= 7;
	}
	if (x->count > 0)
		format_count(x->count, count);
	surface_text_right(s, row, end, 8, STYLE_NORMAL, str_of(count));
	surface_text(s, row, 5, end - 5 - (int)strlen(count) - 2, STYLE_NORMAL,
		str_of(x->words));
}

/* --- panes
 * ----------------------------------------------------------------------------------- */

static void draw_rows(struct registry_view *v, const struct world *w, struct surface *s,
	enum reg_pane p)
{
	struct list_items items = reg_items(v, p);

	list_sync(&v->list[p], &items, s->rows > 0 ? (size_t)s->rows : 0);
	for (int i = 0; i < s->rows; i++) {
		size_t rank = list_rank(&v->list[p], &items, (size_t)i);
		struct reg_subject x;

		if (rank == LIST_NOWHERE)
			break;
		x = reg_subject_of(v, p, v->ids[p][rank]);
		pane_grave(s, i, 1, reg_grave(&x));
		reg_draw_noted(w, s, i, &x);
		if (x.contract != NULL)
			draw_contract(w, s, i, x.contract);
		else if (x.agent != NULL)
			draw_agent(w, s, i, x.agent);
		else if (x.finding != NULL)
			draw_finding(w, s, i, x.finding);
		if (p == v->pane && list_line(&v->list[p]) == (size_t)i) {
			surface_put(s, i, 0, STYLE_NORMAL, '>');
			surface_select(s, i, 0, s->cols, true);
		}
	}
}

static void draw_filtered(
	const struct registry_view *v, struct surface *s, enum reg_pane p)
{
	struct filter_count n = { .hidden = v->hidden[p] };
	struct buf text = { 0 };

	filter_none(&text, &v->filter, &n);
	surface_text(s, 0, 3, TO_EDGE, STYLE_MUTED, buf_view(&text));
	buf_fini(&text);
}

static void draw_none(const struct registry_view *v, const struct world *w,
	struct surface *s, enum reg_pane p)
{
	static const char *const none[REG_PANES] = {
		[REG_CONTRACTS] =
			"No contract: none is loaded, and no handoff named one.",
		[REG_AGENTS] = "No agent has been heard.",
		[REG_DRIFT] =
			"No version is unmet, no edge carries two, nothing goes round.",
	};

	if (link_loading(w))
		surface_text(s, 0, 3, TO_EDGE, STYLE_MUTED, STR("Not known yet."));
	else if (v->filter.query != NULL)
		draw_filtered(v, s, p);
	else
		surface_text(s, 0, 3, TO_EDGE, STYLE_MUTED,
			v->trouble_only ? STR("None in trouble: f shows all.")
					: str_of(none[p]));
}

static void put_more(struct buf *b, const struct registry_view *v, enum reg_pane p)
{
	struct list_items items = reg_items(v, p);
	size_t below = list_below(&v->list[p], &items);

	if (below > 0)
		buf_fmt(b, "%s%zu more below", b->len > 0 ? "  " : "", below);
}

/* "drift 3  loops 1": as line 3 counts it, what is news. */
static void put_news(struct buf *b, const struct registry_view *v)
{
	if (v->model.drifting > 0)
		buf_fmt(b, "drift %zu%s  ", v->model.drifting, v->model.cut ? "+" : "");
	if (v->model.circling > 0)
		buf_fmt(b, "loops %zu  ", v->model.circling);
}

static void put_right(struct buf *b, const struct registry_view *v, enum reg_pane p)
{
	if (p == REG_CONTRACTS && v->model.breaking > 0)
		buf_fmt(b, "broken now %zu  ", v->model.breaking);
	if (p == REG_CONTRACTS)
		put_news(b, v);
	if (filter_is_set(&v->filter) && p != REG_CONTRACTS && v->hidden[p] > 0)
		buf_fmt(b, "%zu hidden  ", v->hidden[p]);
	if (p == REG_CONTRACTS && filter_is_set(&v->filter)) {
		struct filter_count n = { .hidden = v->hidden[p] };

		filter_title(b, &v->filter, &n, v->cols - 52);
		buf_str(b, "  ");
	}
	if (p == REG_CONTRACTS && v->trouble_only)
		buf_str(b, "only trouble  ");
	while (b->len > 0 && b->data[b->len - 1] == ' ')
		b->data[--b->len] = '\0';
}

/* "DRIFT 3  LOOPS 1  and 12 that are no news": all rows, by what they count as. */
static void put_findings(struct buf *b, const struct reg_model *m)
{
	size_t other = m->findings - m->drifting - m->circling;

	buf_fmt(b, "DRIFT %zu%s", m->drifting, m->cut ? "+" : "");
	if (m->circling > 0)
		buf_fmt(b, "  LOOPS %zu", m->circling);
	if (other > 0)
		buf_fmt(b, "  and %zu that %s no news", other, other == 1 ? "is" : "are");
}

static void put_title(struct buf *b, const struct registry_view *v, enum reg_pane p)
{
	char contracts[FORMAT_TEXT], agents[FORMAT_TEXT];

	if (p == REG_CONTRACTS)
		buf_fmt(b, "REGISTRY  %s in force  %s",
			format_many(v->model.in_force, "contract", contracts),
			format_many(v->model.agents, "agent", agents));
	else if (p == REG_AGENTS)
		buf_str(b, "AGENTS");
	else
		put_findings(b, &v->model);
}

/* Its rule, its heads and its rows, over all of `s`. */
static void draw_pane(struct registry_view *v, const struct world *w, struct surface *s,
	enum reg_pane p)
{
	bool heads = p != REG_DRIFT && s->rows > 2;
	struct surface part = surface_sub(
		s, (struct rect){ 1 + heads, 0, s->rows - 1 - heads, s->cols });
	struct surface head = surface_sub(s, (struct rect){ 1, 0, 1, s->cols });
	struct buf title = { 0 }, right = { 0 };
	size_t news;

	if (heads && p == REG_CONTRACTS)
		head_contracts(&head);
	else if (heads)
		head_agents(&head);
	draw_rows(v, w, &part, p);
	if (v->rows[p] == 0)
		draw_none(v, w, &part, p);
	put_title(&title, v, p);
	put_right(&right, v, p);
	news = right.len;
	put_more(&right, v, p);
	/* what is wrong is told, if there is room for one of them */
	if (news > 0 && news < right.len &&
		!surface_rule_fits(s, buf_view(&title), buf_view(&right))) {
		right.len = news;
		right.data[news] = '\0';
	}
	pane_rule(w, s, 0, title.data, right.data);
	buf_fini(&title);
	buf_fini(&right);
}

/* --- the detail
 * --------------------------------------------------------------------------- */

static const char *const tabs[REG_TABS] = { "what breaks", "differences", "who uses it",
	"history", "raw" };

static void name_tabs(struct buf *b, const struct registry_view *v, bool narrow)
{
	for (int i = 0; i < REG_TABS; i++) {
		if (i == (int)v->tab)
			buf_fmt(b, "%s[%s]", b->len > 0 ? " " : "", tabs[i]);
		else if (!narrow)
			buf_fmt(b, "%s%s", b->len > 0 ? " " : "", tabs[i]);
	}
	if (narrow)
		buf_str(b, " ..");
}

static void title_of(struct buf *b, const struct registry_view *v, const struct world *w,
	const struct reg_subject *x)
{
	const struct reg_version *was, *is;
	char old[FORMAT_TEXT], new[FORMAT_TEXT];

	buf_str(b, x->finding != NULL ? x->finding->kind : reg_name(w, x));
	if (x->contract != NULL && v->tab == REG_DIFF &&
		reg_compared(v, x->contract, &was, &is))
		buf_fmt(b, "  %s against %s", reg_version_text(x->contract, is, new),
			reg_version_text(x->contract, was, old));
}

static void draw_detail(struct registry_view *v, const struct world *w, struct surface *s)
{
	struct reg_subject x = reg_selected(v);
	struct buf title = { 0 }, right = { 0 };

	if (s->rows < 2 || (x.contract == NULL && x.agent == NULL && x.finding == NULL))
		return;
	reg_text(v, w, &x);
	title_of(&title, v, w, &x);
	if (x.contract != NULL) {
		name_tabs(&right, v, false);
		if (!surface_rule_fits(s, buf_view(&title), buf_view(&right))) {
			buf_reset(&right);
			name_tabs(&right, v, true);
		}
	}
	surface_rule(s, 0,
		&(struct rule){ .title = buf_view(&title),
			.right = buf_view(&right),
			.title_style = v->zoomed ? STYLE_KEY : STYLE_NORMAL });
	reg_draw_detail(v, w, s);
	buf_fini(&title);
	buf_fini(&right);
}

/* --- the whole
 * ----------------------------------------------------------------------------- */

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int need_of(const struct registry_view *v, enum reg_pane p)
{
	return v->rows[p] == 0 ? 1 : v->rows[p] < 1000 ? (int)v->rows[p] : 1000;
}

/* Rows of each pane's list; what one does not need the others have. */
static void share(const struct registry_view *v, int room, int rows[REG_PANES])
{
	int need[REG_PANES];

	for (int p = 0; p < REG_PANES; p++)
		need[p] = need_of(v, (enum reg_pane)p);
	rows[REG_DRIFT] = least(need[REG_DRIFT], room / 3 > 1 ? room / 3 : 1);
	room -= rows[REG_DRIFT];
	rows[REG_AGENTS] = least(need[REG_AGENTS], room * 2 / 5 > 1 ? room * 2 / 5 : 1);
	rows[REG_CONTRACTS] = least(need[REG_CONTRACTS], room - rows[REG_AGENTS]);
	room -= rows[REG_AGENTS] + rows[REG_CONTRACTS];
	for (int i = 0; i < 2 && room > 0; i++) {
		int p = i == 0 ? REG_AGENTS : REG_DRIFT;
		int more = least(need[p] - rows[p], room);

		rows[p] += more;
		room -= more;
	}
	rows[REG_CONTRACTS] += room;
}

static void draw_panes(
	struct registry_view *v, const struct world *w, struct surface *s, bool all)
{
	int rows[REG_PANES], at = 0;

	if (!all) {
		draw_pane(v, w, s, v->pane);
		return;
	}
	share(v, s->rows - 5, rows);
	for (int p = 0; p < REG_PANES; p++) {
		int height = rows[p] + (p == REG_DRIFT ? 1 : 2);
		struct surface part =
			surface_sub(s, (struct rect){ at, 0, height, s->cols });

		draw_pane(v, w, &part, (enum reg_pane)p);
		at += height;
	}
}

/* Rows of the detail: what the lists do not need, and no less than there is room for. */
static int detail_of(const struct registry_view *v, int rows)
{
	int least_rows = rows >= 40 ? 16 : rows >= 28 ? 11 : rows >= 19 ? 6 : 4;
	int need = 5; /* rules and heads */

	if (rows < ONE_PANE)
		return 0;
	for (int p = 0; p < REG_PANES; p++)
		need += need_of(v, (enum reg_pane)p);
	return rows - need > least_rows ? rows - need : least_rows;
}

void reg_draw(struct registry_view *v, const struct world *w, struct surface *s)
{
	int detail = detail_of(v, s->rows);
	struct surface part;

	if (v->zoomed && v->rows[v->pane] > 0) {
		draw_detail(v, w, s);
		return;
	}
	part = surface_sub(s, (struct rect){ 0, 0, s->rows - detail, s->cols });
	draw_panes(v, w, &part, s->rows >= ONE_PANE);
	part = surface_sub(s, (struct rect){ s->rows - detail, 0, detail, s->cols });
	draw_detail(v, w, &part);
}
