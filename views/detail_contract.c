/* SPDX-License-Identifier: MIT */
/*
 * The contract that a handoff stands under: its versions on this edge, what it asks for,
 * what this attempt breaks of it.
 */
#include "views/detail.h"
#include "views/owners.h"
#include "views/violations.h"

#define VIOLATIONS_SAID 32

static void labelled(struct lines *l, const char *label, struct buf *b, enum style style)
{
	if (b->len > 0) {
		buf_fmt(&l->text, "%-9s ", label);
		buf_slice(&l->text, buf_view(b));
		lines_end(l, style);
	}
	buf_reset(b);
}

static void add_list(struct buf *b, char *const *list)
{
	for (size_t i = 0; list != NULL && list[i] != NULL; i++)
		buf_fmt(b, "%s%s", i > 0 ? ", " : "", list[i]);
}

static void say_asks(struct lines *l, const struct contract *c)
{
	static const char *const broken[] = { [VIOLATION_FLAG] = "is told",
		[VIOLATION_HOLD] = "is held for a human",
		[VIOLATION_DEAD_LETTER] = "is a dead letter" };
	char bar[FORMAT_TEXT];
	struct buf b = { 0 };

	if (c->has_review_below)
		buf_fmt(&b, "confidence of %s or more, else a human looks",
			format_confidence(c->review_below, bar));
	labelled(l, "ASKS", &b, STYLE_NORMAL);
	if (c->confidence_at != NULL)
		buf_fmt(&b, "at %s", c->confidence_at);
	labelled(l, "CONF", &b, STYLE_NORMAL);
	add_list(&b, c->evidence);
	labelled(l, "EVIDENCE", &b, STYLE_NORMAL);
	if (c->value_at != NULL)
		buf_fmt(&b, "%s at %s",
			c->value_unit != NULL ? c->value_unit : "a number", c->value_at);
	labelled(l, "VALUE", &b, STYLE_NORMAL);
	if (c->critical)
		buf_str(&b, "critical: missing evidence wants a note");
	labelled(l, "WEIGHT", &b, STYLE_NORMAL);
	buf_fmt(&b, "what breaks its schema %s", broken[c->on_violation]);
	if (c->max_attempts > 0)
		buf_fmt(&b, "; %u attempts at most", c->max_attempts);
	labelled(l, "BROKEN", &b, STYLE_NORMAL);
	add_list(&b, c->targets);
	labelled(l, "TARGETS", &b, STYLE_NORMAL);
	if (c->returns != NULL)
		buf_str(&b, c->returns);
	labelled(l, "RETURNS", &b, STYLE_NORMAL);
	buf_fini(&b);
}

static void say_head(struct lines *l, const struct world *w, const struct handoff *h,
	const struct contract *c)
{
	const struct registry_entry *e = &w->mesh->contracts.entry[h->contract];
	char time[FORMAT_TEXT];
	struct buf b = { 0 };

	buf_fmt(&b, "%s, loaded %s", c->id, format_time(w, e->loaded, time));
	if (!e->in_force && e->removed != 0)
		buf_fmt(&b, ", removed %s", format_time(w, e->removed, time));
	else if (!e->in_force)
		buf_str(&b, ", another took its place");
	labelled(l, "IS", &b, e->in_force ? STYLE_NORMAL : STYLE_WARNING);
	add_list(&b, c->from);
	buf_str(&b, " > ");
	add_list(&b, c->to);
	labelled(l, "BETWEEN", &b, STYLE_NORMAL);
	owners_text(&b, c, handoff_from(w->mesh, h), handoff_to(w->mesh, h));
	labelled(l, "OWNERS", &b, STYLE_NORMAL);
	buf_fini(&b);
}

/* Under what this edge hands over, as many of each. */
static void say_versions(struct lines *l, const struct world *w, const struct handoff *h)
{
	const struct edge *e = &w->mesh->edge[h->edge];
	char count[FORMAT_TEXT], time[FORMAT_TEXT];
	struct buf b = { 0 };

	for (uint32_t i = 0; i < e->kinds; i++) {
		const struct edge_kind *k = &e->kind[i];

		buf_fmt(&b, "%s: %s, the last %s",
			k->name[0] != '\0' ? k->name : "none named",
			format_many(k->count, "offer", count),
			format_time(w, k->last, time));
		if (k->broken.count > 0)
			buf_fmt(&b, ", %s broken", format_count(k->broken.count, count));
		if (k->refused.count > 0)
			buf_fmt(&b, ", %s refused",
				format_count(k->refused.count, count));
		labelled(l, i == 0 ? "VERSIONS" : "", &b,
			k->broken.count + k->refused.count > 0 ? STYLE_WARNING
							       : STYLE_NORMAL);
	}
	buf_fini(&b);
}

/* False while the event with the violations is not here. */
static bool say_faults(
	struct detail *d, struct lines *l, const struct world *w, const struct handoff *h)
{
	uint32_t at = JSON_NONE;
	struct buf b = { 0 };
	struct violation x;
	size_t n = 0;
	bool here;

	for (unsigned i = 0; i < FAULT_BITS; i++) {
		if (h->faults >> i & 1)
			buf_fmt(&b, "%s%s", b.len > 0 ? ", " : "", fault_name(1u << i));
	}
	if (b.len == 0)
		buf_str(&b, "none");
	labelled(l, "FAULTS", &b, h->faults != 0 ? STYLE_WARNING : STYLE_NORMAL);
	here = violations_load(&d->violations, w, h);
	while (here && n < VIOLATIONS_SAID && violations_next(&d->violations, &at, &x)) {
		violation_say(&b, &x);
		labelled(l, n++ == 0 ? "WHERE" : "", &b, STYLE_WARNING);
	}
	if (here && violations_count(&d->violations) > n)
		buf_fmt(&b, "and %zu more", violations_count(&d->violations) - n);
	labelled(l, "", &b, STYLE_MUTED);
	buf_fini(&b);
	return here;
}

bool detail_text_contract(
	struct detail *d, const struct world *w, const struct handoff *h, struct lines *l)
{
	const struct contract *c = handoff_contract(w->mesh, h);
	bool here;

	if (c == NULL) {
		buf_str(&l->text, "it stands under no contract");
		lines_end(l, STYLE_MUTED);
	} else {
		say_head(l, w, h, c);
	}
	here = say_faults(d, l, w, h);
	if (c != NULL)
		say_asks(l, c);
	say_versions(l, w, h);
	return here;
}
