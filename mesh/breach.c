/* SPDX-License-Identifier: MIT */
#include "mesh/breach.h"

#include <stdlib.h>

#include "base/mem.h"
#include "mesh/own.h"

#define WORDS_MOST 8 /* of what an agent says, that tell one cause from another */

/* --- what varies is `*` ---------------------------------------------------------- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool all_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]))
			return false;
	}
	return s.n > 0;
}

static bool any_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_digit(s.p[i]))
			return true;
	}
	return false;
}

/* Up to the next `at`, which is passed over. */
static struct str take_until(struct str *rest, char at)
{
	const char *end = rest->n > 0 ? memchr(rest->p, at, rest->n) : NULL;
	struct str part = { rest->p, end != NULL ? (size_t)(end - rest->p) : rest->n };

	*rest = str_skip(*rest, part.n + (end != NULL));
	return part;
}

void breach_say_place(struct buf *out, struct str said, size_t at)
{
	struct str pointer = { said.p, at < said.n ? at : said.n };
	struct str rest = str_skip(said, pointer.n);

	while (pointer.n > 0) {
		struct str token = take_until(&pointer, '/');

		if (all_digits(token))
			buf_char(out, '*');
		else
			buf_slice(out, token);
		if (pointer.n > 0)
			buf_char(out, '/');
	}
	buf_slice(out, rest);
}

void breach_say_words(struct buf *out, struct str said)
{
	for (int i = 0; i < WORDS_MOST && said.n > 0; i++) {
		struct str word = take_until(&said, ' ');

		if (i > 0)
			buf_char(out, ' ');
		if (any_digit(word))
			buf_char(out, '*');
		else
			buf_slice(out, word);
	}
}

/* --- of an edge ------------------------------------------------------------------- */

static void breach_fini(struct edge_breach *x)
{
	free(x->contract);
	free(x->text);
}

static void make_room(struct edge *e)
{
	uint32_t at = 0;

	for (uint32_t i = 1; i < e->breaches; i++) {
		if (e->breach[i].last < e->breach[at].last)
			at = i;
	}
	e->other_breaches += e->breach[at].count;
	breach_fini(&e->breach[at]);
	e->breaches--;
	memmove(e->breach + at, e->breach + at + 1,
		(e->breaches - at) * sizeof(*e->breach));
}

bool breach_put(struct edge *e, const struct edge_breach *x)
{
	struct edge_breach *to;

	if (x->contract == NULL || x->text == NULL || e->breaches == EDGE_BREACHES)
		return false;
	if ((e->breaches & (e->breaches - 1)) ==
		0) /* its room is the next power of two */
		e->breach = xrealloc(e->breach,
			(e->breaches == 0 ? 1 : 2 * (size_t)e->breaches) *
				sizeof(*e->breach));
	to = &e->breach[e->breaches++];
	*to = *x;
	to->contract = xstrdup(x->contract);
	to->text = xstrdup(x->text);
	return true;
}

void breaches_fini(struct edge *e)
{
	for (uint32_t i = 0; i < e->breaches; i++)
		breach_fini(&e->breach[i]);
	free(e->breach);
	e->breach = NULL;
	e->breaches = 0;
}

/* Counts it, but once for one event. */
static void note(struct mesh *m, uint32_t i, bool refused, const char *text)
{
	const struct handoff *h = handoff_there(m, i);
	struct edge *e = &m->edge[h->edge];
	const char *contract = kind_name(m, h);
	struct edge_breach *x = NULL;

	for (uint32_t k = 0; k < e->breaches && x == NULL; k++) {
		if (e->breach[k].refused == refused &&
			strcmp(e->breach[k].text, text) == 0 &&
			strcmp(e->breach[k].contract, contract) == 0)
			x = &e->breach[k];
	}
	if (x == NULL) {
		/* only read: breach_put() copies them */
		struct edge_breach new = { .contract = (char *)(uintptr_t)contract,
			.text = (char *)(uintptr_t)text,
			.refused = refused,
			.first = m->now };

		if (e->breaches == EDGE_BREACHES)
			make_room(e);
		breach_put(e, &new);
		x = &e->breach[e->breaches - 1];
	}
	if (x->count > 0 && x->changed == m->hubsequence)
		return;
	x->count++;
	x->changed = m->hubsequence;
	x->last = m->now;
	x->handoff = i;
}

/* What its contract promised, and what is not so. */
#define PROMISED                                                                         \
	(FAULT_NO_CONFIDENCE | FAULT_CONFIDENCE_KIND | FAULT_CONFIDENCE_RANGE |          \
		FAULT_NO_FALLBACK | FAULT_BAD_FALLBACK | FAULT_BAD_TARGET |              \
		FAULT_SCHEMA | FAULT_NO_PROVENANCE | FAULT_VERSION | FAULT_UNCHECKED)

void breach_judged(struct mesh *m, uint32_t i)
{
	const struct handoff *h = handoff_there(m, i);
	unsigned faults = h->faults & PROMISED;

	if (faults == 0 || h->contract == CONTRACT_NONE)
		return;
	kind_broken(m, h);
	for (unsigned bit = 0; faults >> bit != 0; bit++) {
		if (faults >> bit & 1)
			note(m, i, false, fault_name(1u << bit));
	}
}

static void note_cut(struct mesh *m, uint32_t i, bool refused, struct buf *text)
{
	char *kept = text_kept(buf_view(text));

	if (kept != NULL)
		note(m, i, refused, kept);
	free(kept);
	buf_reset(text);
}

/* What a seam.handoff.flagged says is wrong; places of one array are one. */
void breach_flagged(struct mesh *m, uint32_t i, const struct event *e, unsigned had)
{
	struct json *j = e->doc;
	uint32_t list = json_member(j, e->data, "violations");
	struct buf said = { 0 }, text = { 0 };
	size_t pointer;

	if ((had & PROMISED) == 0)
		kind_broken(m, handoff_at(m, i));
	if (e->faults & ~had & FAULT_UNCHECKED)
		note(m, i, false, fault_name(FAULT_UNCHECKED));
	for (uint32_t k = list + 1;
		json_is(j, list, JSON_ARRAY) && k < j->node[list].next;
		k = j->node[k].next) {
		uint32_t at = json_member(j, k, "at");
		uint32_t message = json_member(j, k, "message");

		if (!json_is(j, at, JSON_STRING) || !json_is(j, message, JSON_STRING))
			continue;
		buf_slice(&said, json_str(j, at));
		pointer = said.len;
		buf_str(&said, ": ");
		buf_slice(&said, json_str(j, message));
		breach_say_place(&text, buf_view(&said), pointer);
		buf_reset(&said);
		note_cut(m, i, false, &text);
	}
	buf_fini(&said);
	buf_fini(&text);
}

void breach_refused(struct mesh *m, uint32_t i, const struct event *e)
{
	struct buf text = { 0 };

	buf_slice(&text, e->reason);
	if (e->detail.n > 0) {
		buf_str(&text, ": ");
		breach_say_words(&text, e->detail);
	}
	note_cut(m, i, true, &text);
	buf_fini(&text);
}

/* --- how often -----------------------------------------------------------------------
 */

void trouble_note(struct trouble *t, int64_t now)
{
	if (t->count == 0 || now - t->last >= RATE_TROUBLE)
		t->since = now;
	t->count++;
	t->last = now;
}
