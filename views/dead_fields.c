/* SPDX-License-Identifier: MIT */
/* The dead letters' screen: what is known of the row under the cursor. */
#include <stdio.h>

#include "mesh/dead.h"
#include "views/again.h"
#include "views/dead_own.h"
#include "views/died.h"
#include "views/format.h"
#include "views/link.h"
#include "views/notes.h"
#include "views/owners.h"
#include "views/pane.h"
#include "views/unruled.h"
#include "views/values.h"

static int64_t death_at(
	const struct dead_shown *letters, const struct mesh *m, bool newest)
{
	uint32_t letter;
	const struct handoff *h =
		dead_shown_at(letters, newest ? letters->n - 1 : 0, &letter)
		? handoff_at(m, letter)
		: NULL;

	return h != NULL ? h->dead_key : 0;
}

static void times(struct buf *out, const struct world *w,
	const struct dead_shown *letters, const struct handoff *h,
	const struct dead_why *y)
{
	char text[FORMAT_TEXT];

	if (h != NULL) {
		struct again a = again_of(w->mesh, h);

		buf_fmt(out, "offered %s, ", format_time(w, h->offered, text));
		buf_fmt(out, "dead %s", format_time(w, h->since, text));
		if (a.times > 0)
			buf_fmt(out, "; requeued x%u%s", a.times,
				a.same ? ", of the same cause each time" : "");
		return;
	}
	buf_fmt(out, "%s",
		format_time(w, y != NULL ? y->first : death_at(letters, w->mesh, false),
			text));
	if (y != NULL)
		dead_why_since(out, w, y);
	if (letters->n > 1)
		buf_fmt(out, ", the newest %s",
			format_time(w, death_at(letters, w->mesh, true), text));
}

/* Those that letters of a group died under; false: of one alone, or of none. */
static bool several(struct buf *out, const struct mesh *m, uint32_t group)
{
	size_t n = 0;
	const char *last = "";
	uint32_t i = NONE;

	while ((i = dead_why_next(m, group, i)) != NONE) {
		const struct dead_why *y = &m->dead_why[i];

		if (y->letters.count == 0 || y->contract[0] == '\0' ||
			strcmp(y->contract, last) == 0)
			continue;
		if (n == 0 || strstr(out->data, y->contract) == NULL)
			buf_fmt(out, "%s%s", n++ > 0 ? ", " : "", y->contract);
		last = y->contract;
	}
	if (n < 2)
		buf_reset(out);
	return n > 1;
}

/* Of a group that of its newest letter; where no such is in force, what it was called. */
static void contract(struct buf *out, const struct mesh *m, const struct handoff *h)
{
	const struct contract *c = handoff_contract(m, h);
	const char *named = h->dead_why != NONE ? m->dead_why[h->dead_why].contract : "";

	if (c != NULL)
		buf_str(out, c->id);
	else
		unruled_words(out, m, h, str_of(named));
}

/* What is known of the one under the cursor, in the order of the rows. */
struct fields {
	struct {
		const char *label;
		struct buf value;
		int most; /* rows; WHY has what the others leave */
	} field[10];
	size_t n;
};

static struct buf *add_field(struct fields *f, const char *label, int most)
{
	f->field[f->n].label = label;
	f->field[f->n].most = most;
	return &f->field[f->n++].value;
}

static void put_fields(struct fields *f, struct surface *s)
{
	int row = 1, left = s->rows - 1;

	for (size_t i = 1; i < f->n; i++)
		left -= f->field[i].value.len > 0;
	f->field[0].most = left > 1 ? left : 1;
	for (size_t i = 0; i < f->n; i++) {
		struct buf *v = &f->field[i].value;
		int most = f->field[i].most, room = s->rows - row;

		if (v->len > 0 && room > 0)
			row += pane_wrap_field(s, row, most < room ? most : room,
				f->field[i].label, buf_view(v), STYLE_NORMAL);
		buf_fini(v);
	}
}

/* The cause of a row; of a group's that of its newest letter, if there is but one. */
static const struct dead_why *why_of(
	const struct dead *d, const struct mesh *m, const struct dead_row *row)
{
	const struct dead_why *y;
	struct order_item last;

	if (row->why != NONE)
		return &m->dead_why[row->why];
	if (row->handoff != NONE || dead_rows_divided(d, row->group) ||
		!order_at(&m->dead_group[row->group].letters,
			m->dead_group[row->group].letters.count - 1, &last))
		return NULL;
	y = &m->dead_why[handoff_at(m, last.id)->dead_why];
	return y->letters.count == m->dead_group[row->group].letters.count ? y : NULL;
}

/* What its receiver takes, where that did not say so itself. */
static void untaken(struct buf *out, const struct mesh *m, const struct handoff *h)
{
	struct buf words = { 0 };

	if (h->detail == NULL)
		handoff_untaken(&words, m, h);
	if (words.len > 0)
		buf_fmt(out, "; %s", words.data);
	buf_fini(&words);
}

/* Why: of a letter in its own words, else in those that its cause has for all. */
static void why(struct buf *out, const struct dead *d, const struct mesh *m,
	const struct dead_row *row, const struct handoff *h)
{
	const struct dead_why *y = row->why != NONE ? &m->dead_why[row->why] : NULL;
	char text[ROW_TEXT];

	if (row->handoff == NONE && y != NULL) {
		if (y->violation || y->text[0] != '\0')
			buf_fmt(out,
				"%s: ", y->violation ? "hub" : died_speaker(m, h, text));
		dead_why_text(out, y);
		if (dead_why_version(m, row->why, text)[0] != '\0')
			buf_fmt(out, ", under %s", text);
		if (strcmp(y->text, fault_name(FAULT_VERSION)) == 0)
			untaken(out, m, h);
	} else if (row->handoff == NONE && dead_rows_divided(d, row->group)) {
		uint32_t n = dead_rows_causes(d, row->group);

		buf_fmt(out, "%u cause%s, below", n, n == 1 ? "" : "s");
	} else {
		died_why(out, m, h);
		if (out->len == 0)
			buf_fmt(out, "%s; nothing more was said",
				m->dead_group[row->group].reason);
		untaken(out, m, h);
	}
}

/* What is at stake, where all of it is known and of one unit; of a few, bytes are read.
 */
static void sum_values(struct buf *out, const struct world *w,
	const struct dead_shown *letters, const struct handoff *one)
{
	size_t n = one != NULL ? 1 : letters->n;
	const char *unit = NULL;
	uint32_t letter;
	double sum = 0;

	for (size_t i = 0; i < n && n <= VALUES / 2; i++) {
		const struct handoff *h = one;
		const struct value *v;
		const char *its;

		if (h == NULL && dead_shown_at(letters, i, &letter))
			h = handoff_at(w->mesh, letter);
		v = h != NULL ? values_of(w, h) : NULL;
		its = v != NULL ? handoff_contract(w->mesh, h)->value_unit : NULL;
		if (v == NULL || !v->known || its == NULL ||
			(unit != NULL && strcmp(unit, its) != 0))
			return;
		unit = its;
		sum += v->number;
	}
	if (unit != NULL)
		buf_fmt(out, "%.20s %.12g", unit, sum);
}

static void draw_fields(struct dead *d, const struct world *w, struct surface *s,
	const struct dead_row *row)
{
	const struct mesh *m = w->mesh;
	struct dead_shown letters = dead_rows_all(d, row);
	const struct handoff *letter = handoff_at(m, row->handoff), *h = letter;
	struct fields f = { .n = 0 };
	uint32_t newest;

	if (h == NULL && dead_shown_at(&letters, letters.n - 1, &newest))
		h = handoff_at(m, newest);
	why(add_field(&f, "WHY", 0), d, m, row, h);
	times(add_field(&f, "SINCE", 2), w, &letters, letter, why_of(d, m, row));
	if (row->why != NONE && m->dead_why[row->why].contract[0] != '\0')
		buf_str(add_field(&f, "CONTRACT", 1), m->dead_why[row->why].contract);
	else if (row->handoff != NONE ||
		!several(add_field(&f, "CONTRACT", 1), m, row->group))
		contract(row->handoff != NONE ? add_field(&f, "CONTRACT", 1)
					      : &f.field[f.n - 1].value,
			m, h);
	dead_rehearse(add_field(&f, "REQUEUE", s->rows > 8 ? 3 : 1), d, w, row);
	if (letter != NULL && h->summary != NULL)
		buf_str(add_field(&f, "SUMMARY", 2), h->summary);
	notes_brief(add_field(&f, "NOTE", 2), w,
		letter != NULL ? mesh_noted_handoff(m, h)
			       : notes_of_group(m, &m->dead_group[row->group]));
	if (h->incident != NONE)
		notes_incident(
			add_field(&f, "INCIDENT", 1), w, incident_at(m, h->incident));
	owners_text(add_field(&f, "OWNERS", 1), handoff_contract(m, h),
		handoff_from(m, h), handoff_to(m, h));
	sum_values(add_field(&f, "VALUE", 1), w, &letters, letter);
	put_fields(&f, s);
}

/* Of a bucket: what is in it, since when, whether it would pass, what is at stake. */
static void draw_bucket_fields(struct dead *d, const struct world *w, struct surface *s,
	const struct dead_row *row)
{
	const struct dead_bucket *b = &d->bucket[row->bucket];
	struct dead_shown letters = dead_by_shown(d, row->bucket);
	struct fields f = { .n = 0 };
	struct buf *since;
	char time[FORMAT_TEXT];

	dead_by_why(d, row->bucket, add_field(&f, "WHY", 0));
	since = add_field(&f, "SINCE", 1);
	buf_fmt(since, "%s", format_time(w, b->oldest, time));
	if (b->n > 1)
		buf_fmt(since, ", the newest %s", format_time(w, b->newest, time));
	dead_rehearse(add_field(&f, "REQUEUE", s->rows > 8 ? 3 : 1), d, w, row);
	dead_by_notes(d, w, row->bucket, add_field(&f, "NOTE", 2));
	sum_values(add_field(&f, "VALUE", 1), w, &letters, NULL);
	put_fields(&f, s);
}

void dead_fields_draw(struct dead *d, const struct world *w, struct surface *s)
{
	const struct handoff *h = NULL;
	struct dead_row row;
	char title[ROW_TEXT], edge[ROW_TEXT], count[FORMAT_TEXT];
	size_t n;

	if (s->rows < 2 || !dead_rows_selected(d, &row))
		return;
	if (dead_is_bucket(&row))
		dead_by_title(d, row.bucket, edge);
	else
		dead_edge_text(w->mesh, w->mesh->dead_group[row.group].edge, edge);
	n = dead_shown_of_row(d, &row).n;
	if (row.handoff != NONE) {
		h = handoff_at(w->mesh, row.handoff);
		snprintf(title, sizeof(title), "%.60s  %.100s", h->id, edge);
	} else {
		snprintf(title, sizeof(title), "%.100s   %s letter%s", edge,
			format_count(n, count), n == 1 ? "" : "s");
	}
	surface_rule(s, 0,
		&(struct rule){ .line = RULE_LIGHT,
			.title = str_of(title),
			.right = h != NULL ? str_of(state_name(h->state))
					   : (struct str){ 0 } });
	if (dead_is_bucket(&row))
		draw_bucket_fields(d, w, s, &row);
	else
		draw_fields(d, w, s, &row);
}
