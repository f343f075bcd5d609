/* SPDX-License-Identifier: MIT */
/* What changed from one version of a contract to another, and which agents that breaks.
 */
#include <stdio.h>

#include "contract/diff_words.h"
#include "contract/negotiate.h"
#include "views/link.h"
#include "views/registry_own.h"

#define COMPARING 2000000 /* of DIFF_FUEL: a screen must not wait for it */
#define PLACE_MOST 14     /* columns of a difference's place that line up */
#define CHANGE_MOST 34
#define NAMED 4 /* agents */

bool reg_compared(const struct registry_view *v, const struct reg_contract *c,
	const struct reg_version **was, const struct reg_version **is)
{
	uint32_t skip = v->against_of == c->id ? v->against : 0;

	*was = *is = NULL;
	for (size_t i = c->versions; i-- > 0;) {
		const struct reg_version *x = &c->version[i];

		if (x->entry == CONTRACT_NONE)
			continue;
		if (*is == NULL)
			*is = x;
		else if (skip-- == 0)
			*was = x;
		if (*was != NULL)
			return true;
	}
	return false;
}

/* --- whom it breaks -------------------------------------------------------------------
 */

/* Whether it was offered under this version, or offers so: as far as an edge remembers.
 */
static bool uses(const struct mesh *m, uint32_t agent, const char *id, bool takes)
{
	for (uint32_t i = 0; i < m->edges; i++) {
		const struct edge *e = &m->edge[i];

		for (uint32_t k = 0; (takes ? e->to : e->from) == agent && k < e->kinds;
			k++) {
			if (strcmp(e->kind[k].name, id) == 0)
				return true;
		}
	}
	return false;
}

/* Who was handed it by mistake, once, does not take it. */
static bool is_party(const struct contract *c, const char *agent, bool takes)
{
	return contract_lists(takes ? c->to : c->from, str_of(agent));
}

/* "ledger, refund": who says so in its hello, or was seen to as one whom it names. */
static void say_agents(
	struct buf *out, const struct mesh *m, const struct contract *c, bool takers)
{
	size_t n = 0;

	for (uint32_t i = 0; i < m->agents; i++) {
		const struct agent *a = &m->agent[i];
		struct taker says = { a->name, takers ? a->accepts : a->sends };
		bool said = taker_speaks_of(&says, str_of(c->name));

		if (a->left ||
			!(said ? taker_takes(&says, str_of(c->name), c->version)
			       : is_party(c, a->name, takers) &&
						uses(m, i, c->id, takers)))
			continue;
		if (n++ < NAMED)
			buf_fmt(out, "%s%s", n > 1 ? ", " : "", a->name);
	}
	if (n > NAMED)
		buf_fmt(out, " and %zu more", n - NAMED);
	if (n == 0)
		buf_str(out, "nobody now");
}

struct broken { /* by any difference that breaks them */
	struct buf takers, senders;
};

static void broken_words(struct buf *out, const struct broken *b, unsigned breaks)
{
	if (breaks & BREAKS_TAKER)
		buf_fmt(out, "taken by %s", b->takers.data);
	if (breaks & BREAKS_SENDER)
		buf_fmt(out, "%ssent by %s", breaks & BREAKS_TAKER ? "; " : "",
			b->senders.data);
}

/* --- in words --------------------------------------------------------------------------
 */

/* Up to `most` the next column begins at the same place. */
static int widest(const struct diff *d, int most, bool place)
{
	int width = 0;

	for (size_t i = 0; i < d->count; i++) {
		struct buf b = { 0 };
		int n;

		if (place)
			buf_str(&b, diff_place(&d->list[i]));
		else
			diff_change_words(&b, &d->list[i]);
		n = (int)b.len;
		if (n > width && n <= most)
			width = n;
		buf_fini(&b);
	}
	return width;
}

static void pad(struct buf *b, size_t from, int width)
{
	for (int n = (int)(b->len - from); n < width; n++)
		buf_char(b, ' ');
	buf_str(b, "  ");
}

/* In one row if it fits, else whom it breaks stands below. */
static void difference(struct registry_view *v, const struct difference *one, int place,
	int change, const struct version *of, const struct broken *broken)
{
	enum style style = one->breaks != 0 ? STYLE_WARNING : STYLE_NORMAL;
	struct buf *b = &v->lines.text, who = { 0 };
	size_t start = b->len, from;

	diff_who_words(&who, one, of); /* NULL: "@1" would say both */
	if (one->breaks != 0) {
		buf_str(&who, ": ");
		broken_words(&who, broken, one->breaks);
	}
	buf_str(b, one->breaks != 0 ? "! " : "  ");
	from = b->len;
	buf_str(b, diff_place(one));
	pad(b, from, place);
	from = b->len;
	diff_change_words(b, one);
	if (v->cols > 0 && b->len - start + 2 + who.len > (size_t)v->cols &&
		(one->breaks != 0 || one->note[0] != '\0')) {
		reg_line(v, style);
		buf_str(b, "    ");
	} else {
		pad(b, from, change);
	}
	buf_slice(b, buf_view(&who));
	reg_line(v, style);
	buf_fini(&who);
}

static void differences(struct registry_view *v, const struct mesh *m,
	const struct contract *was, const struct contract *is)
{
	struct broken broken = { { 0 }, { 0 } };
	struct diff d = { .fuel = COMPARING };
	bool told = false;
	int place, change;
	size_t from;

	diff_contracts(&d, was, is);
	if (diff_gave_up(&d)) {
		reg_say(v, STYLE_MUTED,
			"Too large to be compared here: seam contract diff.");
		diff_fini(&d);
		return;
	}
	say_agents(&broken.takers, m, was, true);
	say_agents(&broken.senders, m, was, false);
	place = widest(&d, PLACE_MOST, true);
	change = widest(&d, CHANGE_MOST, false);
	for (int breaks = 1; breaks >= 0; breaks--) {
		for (size_t i = 0; i < d.count; i++) {
			if ((d.list[i].breaks != 0) == breaks)
				difference(v, &d.list[i], place, change,
					was->version.major != is->version.major
						? &was->version
						: NULL,
					&broken);
		}
	}
	diff_verdict_words(&v->lines.text, &d, &was->version);
	reg_line(v, STYLE_NORMAL);
	from = v->lines.text.len;
	if (version_cmp(was->version, is->version) != 0)
		told = diff_version_words(&v->lines.text, &d, was->version, is->version);
	else if (d.count > 0)
		buf_str(&v->lines.text,
			"an agent cannot tell the two apart: this must be another version");
	if (v->lines.text.len > from)
		reg_line(v, told ? STYLE_MUTED : STYLE_WARNING);
	diff_fini(&d);
	buf_fini(&broken.takers);
	buf_fini(&broken.senders);
}

/* --- what is compared
 * -------------------------------------------------------------------- */

static void no_differences(struct registry_view *v, const struct reg_contract *c)
{
	size_t loaded = 0;

	for (size_t i = 0; i < c->versions; i++)
		loaded += c->version[i].entry != CONTRACT_NONE;
	reg_say(v, STYLE_MUTED,
		loaded == 0
			? "No version of it is in the hub's folder: nothing to compare."
			: "Only one version of it is known: nothing to compare.");
	for (size_t i = 0; i < c->versions && loaded > 0; i++) {
		const struct reg_version *x = &c->version[i];
		char text[FORMAT_TEXT];

		if (x->entry != CONTRACT_NONE)
			continue;
		buf_fmt(&v->lines.text, "%s was offered and is in no file of the hub.",
			x->numbered ? version_text(x->v, text)
				    : "Something without a version");
		reg_line(v, STYLE_WARNING);
	}
}

void reg_text_differences(
	struct registry_view *v, const struct mesh *m, const struct reg_contract *c)
{
	const struct registry_entry *entry = m->contracts.entry;
	const struct reg_version *was, *is;

	for (size_t i = c->versions; i-- > 0;) {
		uint32_t k = c->version[i].entry;

		if (k != CONTRACT_NONE &&
			registry_before(&m->contracts, k) != CONTRACT_NONE) {
			buf_fmt(&v->lines.text, "! %s changed under the same version:",
				entry[k].contract->id);
			reg_line(v, STYLE_WARNING);
			differences(v, m,
				entry[registry_before(&m->contracts, k)].contract,
				entry[k].contract);
			reg_say(v, STYLE_NORMAL, "");
		}
	}
	if (reg_compared(v, c, &was, &is))
		differences(v, m, entry[was->entry].contract, entry[is->entry].contract);
	else
		no_differences(v, c);
}

void reg_text_changed(struct registry_view *v, const struct mesh *m, uint32_t entry)
{
	uint32_t before = registry_before(&m->contracts, entry);

	if (before != CONTRACT_NONE)
		differences(v, m, m->contracts.entry[before].contract,
			m->contracts.entry[entry].contract);
}
