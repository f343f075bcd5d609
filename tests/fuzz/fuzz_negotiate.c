/* SPDX-License-Identifier: MIT */
/*
 * Lines of words: `c NAME VERSION FROM TO`, a contract in force; `t AGENT NAME/RANGE
 * ...`, what it said that it accepts; `s AGENT NAME/RANGE` and `a AGENT NAME/RANGE`, who
 * says in a hello what it sends or accepts. Each word is read as a range besides. A range
 * means what its spans say; a version that is agreed on is in force and taken by all.
 */
#include "contract/negotiate.h"

#include "base/text.h"
#include "tests/fuzz/fuzz.h"

#define MOST 16 /* contracts, takers, strings of a taker */
#define WORDS 24

struct input {
	struct registry contracts;
	struct taker taker[MOST];
	char *accepts[MOST][WORDS + 1];
	size_t takers;
};

/* --- ranges -------------------------------------------------------------------- */

static const struct version probes[] = { { 0, 0, 0 }, { 0, 0, 1 }, { 0, 1, 0 },
	{ 1, 0, 0 }, { 1, 2, 3 }, { 2, 0, 0 }, { 999999999, 999999999, 999999999 } };

#define PROBES (sizeof(probes) / sizeof(*probes))

/* The versions where something may change. */
static size_t probes_of(const struct range *r, struct version v[PROBES + 2 * RANGE_SPANS])
{
	size_t n = 0;

	for (size_t i = 0; i < PROBES; i++)
		v[n++] = probes[i];
	for (unsigned i = 0; i < r->spans; i++) {
		v[n++] = r->span[i].from;
		v[n++] = r->span[i].below;
	}
	return n;
}

static bool can_be_written(struct version v)
{
	return v.major <= 999999999 && v.minor <= 999999999 && v.patch <= 999999999;
}

/* Its spans as a range; false where they have no words. */
static bool add_spans(struct buf *out, const struct range *r)
{
	char text[VERSION_TEXT];

	for (unsigned i = 0; i < r->spans; i++) {
		bool endless = r->span[i].below.major == UINT32_MAX;

		if (!can_be_written(r->span[i].from) ||
			(!endless && !can_be_written(r->span[i].below)))
			return false;
		buf_fmt(out, "%s>=%s", i > 0 ? "||" : "",
			version_text(r->span[i].from, text));
		if (!endless)
			buf_fmt(out, " <%s", version_text(r->span[i].below, text));
	}
	return r->spans > 0;
}

static void check_same(const struct range *r, const struct range *again)
{
	struct version v[PROBES + 2 * RANGE_SPANS];
	size_t n = probes_of(r, v);

	for (size_t i = 0; i < n; i++) {
		if (range_takes(r, v[i]) != range_takes(again, v[i]))
			complain("it takes another version when read again");
		if (range_takes(r, v[i]) && !range_meets(r, again))
			complain("both take it, and they do not meet");
	}
}

static void check_range(struct str text)
{
	struct err e = { "" };
	struct buf spans = { 0 };
	struct range r, again;

	if (!range_read(text, &r, &e)) {
		if (e.text[0] == '\0')
			complain("no range, without a reason");
		return;
	}
	for (unsigned i = 0; i < r.spans; i++) {
		if (version_cmp(r.span[i].from, r.span[i].below) >= 0 ||
			!range_takes(&r, r.span[i].from))
			complain("an empty span");
	}
	if (range_meets(&r, &r) != (r.spans > 0))
		complain("it does not meet itself");
	if (add_spans(&spans, &r)) {
		if (!range_read(buf_view(&spans), &again, &e))
			complain("its spans are no range");
		check_same(&r, &again);
	}
	buf_fini(&spans);
}

static void check_version(struct str text)
{
	char back[VERSION_TEXT];
	struct version v;
	struct range r;

	if (!version_read(text, &v))
		return;
	if (!str_is(text, version_text(v, back)) || version_cmp(v, v) != 0)
		complain("a version that is written otherwise");
	if (!range_read(text, &r, NULL) || !range_takes(&r, v) || r.spans != 1)
		complain("a version that is no range");
}

/* --- what is in force, and who takes it ------------------------------------------ */

static void put_contract(struct input *in, const struct str *word, size_t words)
{
	struct buf text = { 0 };
	struct contract *c;

	if (words < 5 || in->contracts.count == MOST)
		return;
	buf_fmt(&text,
		"{\"contract\":\"%.*s\",\"version\":\"%.*s\",\"from\":[\"%.*s\"],\"to\":[",
		STR_ARG(word[1]), STR_ARG(word[2]), STR_ARG(word[3]));
	for (size_t i = 4; i < words; i++)
		buf_fmt(&text, "%s\"%.*s\"", i > 4 ? "," : "", STR_ARG(word[i]));
	buf_str(&text,
		"],\"schema\":true,\"scope\":{},\"confidence\":{},\"fallback\":{}}");
	c = contract_read(buf_view(&text), NULL);
	if (c != NULL)
		registry_put_take(&in->contracts, c);
	buf_fini(&text);
}

static void put_taker(struct input *in, const struct str *word, size_t words)
{
	char **accepts;
	size_t n = 0;

	if (words < 2 || in->takers == MOST)
		return;
	accepts = in->accepts[in->takers];
	for (size_t i = 2; i < words; i++)
		accepts[n++] = xmemdup(word[i].p, word[i].n);
	in->taker[in->takers++] =
		(struct taker){ xmemdup(word[1].p, word[1].n), n > 0 ? accepts : NULL };
}

static void check_ranges(const struct taker *t, struct str name)
{
	struct version v[PROBES + 2 * RANGE_SPANS];
	struct buf ranges = { 0 };
	struct range r;

	taker_ranges(&ranges, t, name);
	if (taker_speaks_of(t, name) && range_read(buf_view(&ranges), &r, NULL)) {
		size_t n = probes_of(&r, v);

		for (size_t i = 0; i < n; i++) {
			if (range_takes(&r, v[i]) != taker_takes(t, name, v[i]))
				complain("its ranges say something else than it takes");
		}
		if (taker_meets(t, name, &r) != (r.spans > 0))
			complain("it does not meet what it takes");
	}
	buf_fini(&ranges);
}

/* --- answers ---------------------------------------------------------------------- */

static bool names(char *const *list, struct str agent)
{
	for (; *list != NULL; list++) {
		if (str_is(agent, *list))
			return true;
	}
	return false;
}

/* The highest version in force that it means and the agent may send, or take. */
static const struct contract *meant(
	const struct input *in, const struct wanted *w, struct str agent, bool sends)
{
	const struct contract *best = NULL;

	for (uint32_t i = 0; i < in->contracts.count; i++) {
		const struct registry_entry *x = &in->contracts.entry[i];
		const struct contract *c = x->contract;

		if (x->in_force && str_is(w->name, c->name) &&
			range_takes(&w->range, c->version) &&
			names(sends ? c->from : c->to, agent) &&
			(best == NULL || version_cmp(c->version, best->version) > 0))
			best = c;
	}
	return best;
}

static const struct contract *contract_of(
	const struct input *in, const char *name, struct version v)
{
	for (uint32_t i = 0; i < in->contracts.count; i++) {
		const struct contract *c = in->contracts.entry[i].contract;

		if (in->contracts.entry[i].in_force && strcmp(name, c->name) == 0 &&
			version_cmp(c->version, v) == 0)
			return c;
	}
	return NULL;
}

/* Who is named in what is given takes it, and nobody is left out who takes what is meant.
 */
static void check_taken(const struct input *in, const struct contract *meant,
	const struct contract *given)
{
	struct str name = str_of(meant->name);

	for (size_t i = 0; i < in->takers; i++) {
		const struct taker *t = &in->taker[i];
		struct str agent = str_of(t->agent);

		if (!taker_speaks_of(t, name))
			continue;
		if (names(given->to, agent) && !taker_takes(t, name, given->version))
			complain("agreed on what is not taken");
		if (names(meant->to, agent) && !names(given->to, agent))
			complain("agreed on what leaves out a taker");
	}
}

static void check_answer(const struct input *in, struct str agent, struct str said,
	bool sends, const struct answer *a)
{
	const struct contract *best, *given;
	struct wanted w;
	bool read = wanted_read(said, &w, NULL);

	if (agreement_name(a->agreement)[0] == '\0')
		complain("an answer without a name");
	if ((a->agreement == AGREEMENT_REFUSE) != (a->reason.text[0] != '\0'))
		complain("refused without a reason, or accepted with one");
	if (a->agreement == AGREEMENT_REFUSE)
		return;
	best = read ? meant(in, &w, agent, sends) : NULL;
	given = best != NULL && a->agreement == AGREEMENT_DOWNGRADE
		? contract_of(in, best->name, a->version)
		: best;
	if (best == NULL || given == NULL || (given != best && !sends) ||
		!names(sends ? given->from : given->to, agent))
		complain("agreed on what it may not send, or take");
	else if (given != best && !range_is_one(&w.range) &&
		!range_takes(&w.range, given->version))
		complain("a downgrade that is not in its range");
	else if (sends)
		check_taken(in, best, given);
}

static void ask(const struct input *in, const struct str *word, size_t words, bool sends)
{
	struct hello h = {
		.contracts = &in->contracts, .taker = in->taker, .takers = in->takers
	};
	void (*answer)(const struct hello *h, struct str said, struct answer *out) =
		sends ? answer_sends : answer_accepts;
	struct answer one, again;

	if (words < 3)
		return;
	h.agent = word[1];
	for (size_t i = 2; i < words; i++) {
		answer(&h, word[i], &one);
		answer(&h, word[i], &again);
		if (one.agreement != again.agreement ||
			strcmp(one.reason.text, again.reason.text) != 0)
			complain("two answers");
		check_answer(in, word[1], word[i], sends, &one);
	}
}

/* --- the input ---------------------------------------------------------------------- */

static size_t words_of(struct str line, struct str word[WORDS])
{
	size_t n = 0;

	while (line.n > 0 && n < WORDS) {
		const char *end = memchr(line.p, ' ', line.n);
		size_t bytes = end != NULL ? (size_t)(end - line.p) : line.n;

		if (bytes > 0)
			word[n++] = (struct str){ line.p, bytes };
		line = str_skip(line, end != NULL ? bytes + 1 : bytes);
	}
	return n;
}

static void take_line(struct input *in, struct str line)
{
	struct str word[WORDS];
	size_t n = words_of(line, word);

	check_range(line);
	for (size_t i = 0; i < n; i++) {
		check_range(word[i]);
		check_version(word[i]);
	}
	if (n == 0)
		return;
	if (str_is(word[0], "c"))
		put_contract(in, word, n);
	else if (str_is(word[0], "t"))
		put_taker(in, word, n);
	else if (str_is(word[0], "s") || str_is(word[0], "a"))
		ask(in, word, n, str_is(word[0], "s"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	struct input *in = xcalloc(1, sizeof(*in));

	while (rest.n > 0) {
		struct str line = line_of(&rest);

		take_line(in, line);
		line_free(line);
	}
	for (size_t i = 0; i < in->takers; i++) {
		for (uint32_t k = 0; k < in->contracts.count; k++)
			check_ranges(&in->taker[i],
				str_of(in->contracts.entry[k].contract->name));
		for (size_t k = 0; k < WORDS && in->accepts[i][k] != NULL; k++)
			free(in->accepts[i][k]);
		free((void *)(uintptr_t)in->taker[i].agent);
	}
	registry_fini(&in->contracts);
	free(in);
	return 0;
}
