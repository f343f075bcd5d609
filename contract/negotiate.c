/* SPDX-License-Identifier: MIT */
#include "contract/negotiate.h"

#include "base/text.h"

#define LISTED 6 /* versions in a reason */

const char *agreement_name(enum agreement v)
{
	static const char *const names[] = { "accept", "downgrade", "refuse" };

	return names[v];
}

bool wanted_read(struct str s, struct wanted *out, struct err *e)
{
	const char *slash = s.n > 0 ? memchr(s.p, '/', s.n) : NULL;

	*out = (struct wanted){ .name = s };
	if (slash != NULL) {
		out->name.n = (size_t)(slash - s.p);
		out->said = str_skip(s, out->name.n + 1);
	}
	if (!text_is_agent(out->name))
		return err_set(
			e, "not NAME or NAME/RANGE: what is before the / is no name");
	if (!range_read(out->said, &out->range, e))
		return err_wrap(e, "what is behind the / is no range");
	return true;
}

/* --- takers ------------------------------------------------------------------------ */

/* The next string about this contract from *i on, read; what is no range is passed over.
 */
static bool next_wanted(
	const struct taker *t, struct str name, size_t *i, struct wanted *out)
{
	for (; t->accepts != NULL && t->accepts[*i] != NULL; ++*i) {
		struct str s = str_of(t->accepts[*i]);

		if (s.n < name.n || memcmp(s.p, name.p, name.n) != 0)
			continue;
		if (wanted_read(s, out, NULL) && str_eq(out->name, name)) {
			++*i;
			return true;
		}
	}
	return false;
}

bool taker_speaks_of(const struct taker *t, struct str name)
{
	struct wanted w;
	size_t i = 0;

	return next_wanted(t, name, &i, &w);
}

bool taker_takes(const struct taker *t, struct str name, struct version v)
{
	struct wanted w;

	for (size_t i = 0; next_wanted(t, name, &i, &w);) {
		if (range_takes(&w.range, v))
			return true;
	}
	return false;
}

bool taker_meets(const struct taker *t, struct str name, const struct range *r)
{
	struct wanted w;

	for (size_t i = 0; next_wanted(t, name, &i, &w);) {
		if (range_meets(&w.range, r))
			return true;
	}
	return false;
}

void taker_ranges(struct buf *out, const struct taker *t, struct str name)
{
	size_t start = out->len;
	struct wanted w;

	for (size_t i = 0; next_wanted(t, name, &i, &w);) {
		if (out->len > start)
			buf_str(out, " || ");
		buf_slice(out, w.said.n > 0 ? w.said : STR("*"));
	}
}

/* The first taker that contract `c` names and that does not take it, or NULL. */
static const struct taker *who_minds(const struct hello *h, const struct contract *c)
{
	struct str name = str_of(c->name);

	for (size_t i = 0; i < h->takers; i++) {
		const struct taker *t = &h->taker[i];

		if (contract_lists(c->to, str_of(t->agent)) && taker_speaks_of(t, name) &&
			!taker_takes(t, name, c->version))
			return t;
	}
	return NULL;
}

/* Whether `lower` can stand for `c`: it names all of its takers, and its own take it. */
static bool stands_for(
	const struct hello *h, const struct contract *c, const struct contract *lower)
{
	struct str name = str_of(c->name);

	for (size_t i = 0; i < h->takers; i++) {
		struct str agent = str_of(h->taker[i].agent);

		if (contract_lists(c->to, agent) && taker_speaks_of(&h->taker[i], name) &&
			!contract_lists(lower->to, agent))
			return false;
	}
	return who_minds(h, lower) == NULL;
}

/* --- what is in force -----------------------------------------------------------------
 */

enum end { END_FROM, END_TO };

/*
 * The highest version in force of this name, below `below` unless that is NULL, in
 * `range` unless that is NULL, which names the agent at this end unless it is nobody.
 */
static const struct contract *highest(const struct hello *h, struct str name,
	const struct version *below, const struct range *range, enum end end,
	struct str agent)
{
	const struct contract *best = NULL;

	for (uint32_t i = 0; i < h->contracts->count; i++) {
		const struct contract *c = h->contracts->entry[i].contract;

		if (!h->contracts->entry[i].in_force || !str_is(name, c->name) ||
			(below != NULL && version_cmp(c->version, *below) >= 0) ||
			(range != NULL && !range_takes(range, c->version)) ||
			(agent.n > 0 &&
				!contract_lists(
					end == END_FROM ? c->from : c->to, agent)))
			continue;
		if (best == NULL || version_cmp(c->version, best->version) > 0)
			best = c;
	}
	return best;
}

/* "are 1.2.0 and 2.0.0", the highest last. */
static void list_versions(const struct hello *h, struct str name, struct buf *out)
{
	struct version v[LISTED], below;
	const struct contract *c =
		highest(h, name, NULL, NULL, END_TO, (struct str){ 0 });
	size_t n = 0;
	char text[VERSION_TEXT];

	while (c != NULL && n < LISTED) {
		below = v[n++] = c->version;
		c = highest(h, name, &below, NULL, END_TO, (struct str){ 0 });
	}
	buf_fmt(out, "%s %s", n > 1 ? "are" : "is", c != NULL ? "..., " : "");
	while (n-- > 0)
		buf_fmt(out, "%s%s", version_text(v[n], text),
			n > 1            ? ", "
				: n == 1 ? " and "
					 : "");
}

static bool has_any(const struct registry *r)
{
	for (uint32_t i = 0; i < r->count; i++) {
		if (r->entry[i].in_force)
			return true;
	}
	return false;
}

/* --- answers
 * ----------------------------------------------------------------------------- */

static void refuse_unfit(
	const struct hello *h, const struct wanted *w, enum end end, struct answer *out)
{
	struct str nobody = { 0 };
	const struct contract *c;
	struct buf list = { 0 };

	out->agreement = AGREEMENT_REFUSE;
	c = highest(h, w->name, NULL, &w->range, end, nobody);
	if (!has_any(h->contracts)) {
		err_set(&out->reason, "this hub has no contracts");
	} else if (c != NULL) {
		err_set(&out->reason, "%s does not name %.*s in %s", c->id,
			STR_ARG(h->agent), end == END_FROM ? "from" : "to");
	} else if (highest(h, w->name, NULL, NULL, end, nobody) == NULL) {
		err_set(&out->reason, "%.*s is not a contract of this mesh",
			STR_ARG(w->name));
	} else {
		list_versions(h, w->name, &list);
		err_set(&out->reason, "no version of %.*s in force fits %.*s; there %s",
			STR_ARG(w->name), STR_ARG(w->said), list.data);
	}
	buf_fini(&list);
}

static void refuse_minded(const struct contract *c, const struct taker *t,
	const struct wanted *w, struct answer *out)
{
	struct buf ranges = { 0 };

	taker_ranges(&ranges, t, str_of(c->name));
	out->agreement = AGREEMENT_REFUSE;
	if (w->said.n == 0 || range_is_one(&w->range))
		err_set(&out->reason,
			"%s takes %s %s only, and no version below %u.%u.%u in force "
			"would do",
			t->agent, c->name, ranges.data, c->version.major,
			c->version.minor, c->version.patch);
	else
		err_set(&out->reason,
			"%s takes %s %s only, and no version in force that fits %.*s "
			"would do",
			t->agent, c->name, ranges.data, STR_ARG(w->said));
	buf_fini(&ranges);
}

static bool read_wanted(struct str said, struct wanted *w, struct answer *out)
{
	*out = (struct answer){ .agreement = AGREEMENT_ACCEPT };
	if (wanted_read(said, w, &out->reason))
		return true;
	out->agreement = AGREEMENT_REFUSE;
	return false;
}

void answer_sends(const struct hello *h, struct str said, struct answer *out)
{
	const struct contract *best, *lower;
	const struct taker *minds;
	const struct range *within;
	struct wanted w;

	if (!read_wanted(said, &w, out))
		return;
	best = highest(h, w.name, NULL, &w.range, END_FROM, h->agent);
	if (best == NULL) {
		refuse_unfit(h, &w, END_FROM, out);
		return;
	}
	minds = who_minds(h, best);
	if (minds == NULL)
		return;
	/* one version is what it would send; of a range it says what it can send */
	within = range_is_one(&w.range) ? NULL : &w.range;
	lower = best;
	do {
		lower = highest(h, w.name, &lower->version, within, END_FROM, h->agent);
	} while (lower != NULL && !stands_for(h, best, lower));
	if (lower == NULL) {
		refuse_minded(best, minds, &w, out);
		return;
	}
	out->agreement = AGREEMENT_DOWNGRADE;
	out->version = lower->version;
}

void answer_accepts(const struct hello *h, struct str said, struct answer *out)
{
	struct wanted w;

	if (read_wanted(said, &w, out) &&
		highest(h, w.name, NULL, &w.range, END_TO, h->agent) == NULL)
		refuse_unfit(h, &w, END_TO, out);
}
