/* SPDX-License-Identifier: MIT */
/* The payload's tab: the artifact as text, and in it what breaks its contract. */
#include "base/json_out.h"
#include "base/mem.h"
#include "base/text.h"
#include "views/detail.h"

#define PRETTY (256u << 10) /* bytes of a payload that are shown */
#define MARKS 16            /* as many as the hub tells */

/* A node of the artifact and what is wrong there. */
struct mark {
	uint32_t node;
	struct str below; /* what is missing below it, as a pointer */
	struct str message;
};

struct pretty {
	const struct json *j;
	struct lines *l;
	const struct handoff *h;
	uint32_t confidence; /* node, JSON_NONE */
	size_t most;
	struct mark mark[MARKS];
	size_t marks, marked;
};

/* What is not there is marked at the nearest that is. */
static void find_marks(struct pretty *p, struct detail *d)
{
	uint32_t at = JSON_NONE;
	struct violation b;

	while (p->marks < MARKS && violations_next(&d->violations, &at, &b)) {
		struct mark *m = &p->mark[p->marks++];
		size_t n = b.at.n;

		m->message = b.message;
		while ((m->node = json_pointer(p->j, d->offer.artifact,
				(struct str){ b.at.p, n })) == JSON_NONE &&
			n > 0) {
			n--;
			while (n > 0 && b.at.p[n] != '/')
				n--;
		}
		m->below = str_skip(b.at, n);
	}
}

static bool is_marked_within(const struct pretty *p, uint32_t n)
{
	for (size_t i = 0; i < p->marks; i++) {
		if (p->mark[i].node > n && p->mark[i].node < p->j->node[n].next)
			return true;
	}
	return false;
}

/* Behind what breaks the contract, what is wrong; whether there is anything. */
static bool add_marks(struct pretty *p, uint32_t node)
{
	size_t n = 0;

	for (size_t i = 0; i < p->marks; i++) {
		const struct mark *m = &p->mark[i];

		if (m->node != node)
			continue;
		buf_str(&p->l->text, n++ == 0 ? "      ! " : "; ");
		buf_slice(&p->l->text, m->below);
		buf_str(&p->l->text, m->below.n > 0 ? ": " : "");
		buf_slice(&p->l->text, m->message);
	}
	p->marked += n;
	return n > 0;
}

/* Too low, or nothing that can be compared; good enough is no news. */
static bool is_low(const struct pretty *p, uint32_t node)
{
	return node == p->confidence && p->h->has_review_below &&
		(!p->h->has_confidence || p->h->confidence < p->h->review_below);
}

#define LONG 100 /* behind a longer value nobody would find what is wrong with it */

static bool is_long(const struct pretty *p, uint32_t n)
{
	return json_type(p->j, n) == JSON_STRING && json_raw(p->j, n).n > LONG;
}

/* Ends the line; behind the confidence it says what the contract asks. */
static void end_line(struct pretty *p, uint32_t node)
{
	char bar[FORMAT_TEXT];
	bool low = node != JSON_NONE && is_low(p, node);
	bool bad = node != JSON_NONE && !is_long(p, node) && add_marks(p, node);

	if (low)
		buf_fmt(&p->l->text, "      < %s asked",
			format_confidence(p->h->review_below, bar));
	lines_end(p->l, low || bad ? STYLE_WARNING : STYLE_NORMAL);
}

static void indent(struct pretty *p, unsigned depth)
{
	for (unsigned i = 0; i < depth; i++)
		buf_str(&p->l->text, "  ");
}

/* In a line of its own above a long value. */
static void mark_before(struct pretty *p, uint32_t node, unsigned depth)
{
	size_t from = p->l->text.len;

	indent(p, depth);
	if (add_marks(p, node)) {
		lines_end(p->l, STYLE_WARNING);
	} else {
		p->l->text.len = from;
	}
}

static void pretty_value(struct pretty *p, uint32_t n, unsigned depth, bool comma);

static void pretty_members(struct pretty *p, uint32_t n, unsigned depth, bool object)
{
	uint32_t end = p->j->node[n].next, i = n + 1;

	while (i < end && p->l->text.len < p->most) {
		uint32_t value = object ? i + 1 : i;
		uint32_t next = p->j->node[value].next;

		if (is_long(p, value))
			mark_before(p, value, depth);
		indent(p, depth);
		if (object) {
			buf_slice(&p->l->text, json_raw(p->j, i));
			buf_str(&p->l->text, ": ");
		}
		pretty_value(p, value, depth, next < end);
		i = next;
	}
}

/* Arrays of a few scalars stand in one line. */
static bool is_short(const struct pretty *p, uint32_t n)
{
	return json_raw(p->j, n).n <= 48 && p->j->node[n].next - n <= 8 &&
		json_type(p->j, n) == JSON_ARRAY && !is_marked_within(p, n);
}

static void pretty_value(struct pretty *p, uint32_t n, unsigned depth, bool comma)
{
	enum json_type type = json_type(p->j, n);
	bool object = type == JSON_OBJECT, whole;

	whole = (!object && type != JSON_ARRAY) || p->j->node[n].count == 0 ||
		is_short(p, n);
	if (whole) {
		json_compact(&p->l->text, p->j, n);
	} else {
		buf_char(&p->l->text, object ? '{' : '[');
		end_line(p, n);
		pretty_members(p, n, depth + 1, object);
		indent(p, depth);
		buf_char(&p->l->text, object ? '}' : ']');
	}
	if (comma)
		buf_char(&p->l->text, ',');
	end_line(p, whole ? n : JSON_NONE);
}

/* What is below may be further down than the screen goes, or beyond what is shown. */
static void head_marks(struct lines *l, const struct handoff *h, size_t marks)
{
	char count[FORMAT_TEXT];

	if (h->violations == 0)
		return;
	buf_str(&l->text, violations_text(h, count));
	if (marks < h->violations)
		buf_fmt(&l->text, ", %zu of them", marks);
	buf_str(&l->text, " marked with ! (n goes to the next)");
	lines_end(l, STYLE_WARNING);
}

bool detail_text_payload(
	struct detail *d, const struct world *w, const struct handoff *h, struct lines *l)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	struct pretty p = { .l = l, .h = h, .confidence = JSON_NONE, .most = PRETTY };
	bool whole = violations_load(&d->violations, w, h);

	if (!detail_load(d, w, h)) {
		detail_loading(l);
		return false;
	}
	p.j = &d->offer.json;
	if (d->offer.artifact == JSON_NONE) {
		buf_str(&l->text, "the offer has no artifact");
		lines_end(l, STYLE_MUTED);
		return true;
	}
	p.confidence = json_pointer(p.j, d->offer.artifact,
		str_of(c != NULL ? c->confidence_at : "/confidence"));
	find_marks(&p, d);
	head_marks(l, h, p.marks);
	pretty_value(&p, d->offer.artifact, 0, false);
	if (l->text.len >= PRETTY) {
		buf_fmt(&l->text, "cut: the artifact has %zu bytes",
			json_raw(p.j, d->offer.artifact).n);
		if (p.marked < p.marks)
			buf_fmt(&l->text, ", %zu of the places are in what is cut",
				p.marks - p.marked);
		lines_end(l, STYLE_MUTED);
	}
	return whole;
}

/* --- as a copy ------------------------------------------------------------------ */

/* Whether cleaning would change it, but for line ends and tabs. */
static bool needs_escapes(struct str json)
{
	struct buf clean = { 0 };
	bool needs = false;

	while (json.n > 0 && !needs) {
		size_t n = 0;

		while (n < json.n && json.p[n] != '\n' && json.p[n] != '\t')
			n++;
		buf_reset(&clean);
		needs = text_clean(&clean, (struct str){ json.p, n }) > 0;
		json = str_skip(json, n < json.n ? n + 1 : n);
	}
	buf_fini(&clean);
	return needs;
}

/* What is copied is cleaned: as escapes it is the same JSON afterwards. */
char *detail_payload(struct detail *d, const struct world *w, uint32_t place)
{
	struct buf plain = { 0 };
	struct str raw;

	if (!detail_load(d, w, handoff_at(w->mesh, place)) ||
		d->offer.artifact == JSON_NONE)
		return NULL;
	raw = json_raw(&d->offer.json, d->offer.artifact);
	if (!needs_escapes(raw))
		return xmemdup(raw.p, raw.n);
	out_ascii(&plain, raw);
	return buf_steal(&plain);
}
