/* SPDX-License-Identifier: MIT */
#include "views/changes.h"

#include <stdio.h>

#include "base/json_out.h"
#include "base/text.h"

#define LONG 300      /* bytes of a value; one that is larger is cut */
#define STEPS 4000000 /* comparisons of names, all in all */

struct walk {
	struct lines *l;
	struct json *a, *b;
	struct buf at; /* the pointer */
	size_t steps, lines;
	bool gave_up;
	struct changes found;
};

static void add_value(struct buf *out, struct json *j, uint32_t n)
{
	struct buf text = { 0 };
	struct str head;

	json_compact(&text, j, n);
	head = text_head(buf_view(&text), LONG);
	buf_slice(out, head);
	if (head.n < text.len)
		buf_fmt(out, " ... %zu bytes", text.len);
	buf_fini(&text);
}

static void tell(struct walk *w, char sign, struct json *j, uint32_t n)
{
	if (w->lines >= CHANGES_LINES) {
		w->found.left_out++;
		return;
	}
	w->lines++;
	buf_fmt(&w->l->text, "%c ", sign);
	if (w->at.len == 0)
		buf_str(&w->l->text, "the artifact");
	buf_slice(&w->l->text, buf_view(&w->at));
	buf_str(&w->l->text, "  ");
	add_value(&w->l->text, j, n);
	lines_end(w->l, sign == '-' ? STYLE_DIFF_DEL : STYLE_DIFF_ADD);
}

/* One of the two is JSON_NONE where the place is only in the other. */
static void differs(struct walk *w, uint32_t a, uint32_t b)
{
	w->found.places++;
	if (a != JSON_NONE)
		tell(w, '-', w->a, a);
	if (b != JSON_NONE)
		tell(w, '+', w->b, b);
}

static void compare(struct walk *w, uint32_t a, uint32_t b);

static void compare_at(struct walk *w, struct str name, uint32_t a, uint32_t b)
{
	size_t was = w->at.len;

	out_token(&w->at, name);
	if (a == JSON_NONE || b == JSON_NONE)
		differs(w, a, b);
	else
		compare(w, a, b);
	w->at.len = was;
}

/* Looks behind `near` first: most objects have their members in the same order. */
static uint32_t member_of(
	struct walk *w, struct json *j, uint32_t object, struct str name, uint32_t *near)
{
	uint32_t found;

	if (*near < j->node[object].next && str_eq(json_str(j, *near), name)) {
		found = *near + 1;
	} else {
		w->steps += j->node[object].count;
		if (w->steps > STEPS) {
			w->gave_up = true;
			return JSON_NONE;
		}
		found = json_find(j, object, name);
	}
	if (found != JSON_NONE)
		*near = j->node[found].next;
	return found;
}

static void compare_objects(struct walk *w, uint32_t a, uint32_t b)
{
	uint32_t near = b + 1, other;

	for (uint32_t k = a + 1; k < w->a->node[a].next; k = w->a->node[k + 1].next) {
		struct str name = json_str(w->a, k);

		other = member_of(w, w->b, b, name, &near);
		if (w->gave_up)
			return;
		compare_at(w, name, k + 1, other);
	}
	near = a + 1;
	for (uint32_t k = b + 1; k < w->b->node[b].next; k = w->b->node[k + 1].next) {
		struct str name = json_str(w->b, k);

		other = member_of(w, w->a, a, name, &near);
		if (w->gave_up)
			return;
		if (other == JSON_NONE)
			compare_at(w, name, JSON_NONE, k + 1);
	}
}

static void compare_arrays(struct walk *w, uint32_t a, uint32_t b)
{
	uint32_t end_a = w->a->node[a].next, end_b = w->b->node[b].next;
	uint32_t x = a + 1, y = b + 1;
	char number[24];

	for (size_t i = 0; x < end_a || y < end_b; i++) {
		int n = snprintf(number, sizeof(number), "%zu", i);

		compare_at(w, (struct str){ number, (size_t)n },
			x < end_a ? x : JSON_NONE, y < end_b ? y : JSON_NONE);
		x = x < end_a ? w->a->node[x].next : x;
		y = y < end_b ? w->b->node[y].next : y;
	}
}

static bool is_same_scalar(struct walk *w, uint32_t a, uint32_t b)
{
	if (str_eq(json_raw(w->a, a), json_raw(w->b, b)))
		return true;
	return json_type(w->a, a) == JSON_STRING &&
		str_eq(json_str(w->a, a), json_str(w->b, b));
}

static void compare(struct walk *w, uint32_t a, uint32_t b)
{
	enum json_type type = json_type(w->a, a);
	bool same;

	if (str_eq(json_raw(w->a, a), json_raw(w->b, b))) {
		w->found.same++;
		return;
	}
	same = type == json_type(w->b, b);
	if (same && type == JSON_OBJECT)
		compare_objects(w, a, b);
	else if (same && type == JSON_ARRAY)
		compare_arrays(w, a, b);
	else if (same && type != JSON_OBJECT && type != JSON_ARRAY &&
		is_same_scalar(w, a, b))
		w->found.same++;
	else
		differs(w, a, b);
}

struct changes changes_add(
	struct lines *l, struct json *a, uint32_t from, struct json *b, uint32_t to)
{
	struct walk w = { .l = l, .a = a, .b = b };

	compare(&w, from, to);
	if (w.found.left_out > 0) {
		buf_fmt(&l->text, "  and %zu lines more", w.found.left_out);
		lines_end(l, STYLE_WARNING);
	}
	if (w.gave_up) {
		buf_str(&l->text, "  too many names to compare: not all is told");
		lines_end(l, STYLE_WARNING);
	}
	buf_fini(&w.at);
	return w.found;
}
