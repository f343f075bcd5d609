/* SPDX-License-Identifier: MIT */
/*
 * First line a contract, second the next version of it, the rest artifacts, a line each.
 * Nothing differs from itself, and where nobody who takes is broken, no artifact that the
 * new schema admits is refused by the old one; the same the other way round.
 */
#include "contract/diff_words.h"

#include "base/text.h"
#include "contract/schema.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

#define ARTIFACTS 16 /* more are not looked at */
#define DEPTH 60     /* an artifact stands in an event */

/* NULL if it is none, or none with a schema. */
static struct contract *contract_of(struct str *rest)
{
	struct str line = line_of(rest);
	struct contract *c = contract_read(line, NULL);

	if (c != NULL && contract_schema(c, NULL) == NULL) {
		contract_free(c);
		c = NULL;
	}
	line_free(line);
	return c;
}

static void check_words(
	const struct diff *d, const struct contract *was, const struct contract *is)
{
	struct buf words = { 0 };
	unsigned breaks = 0;

	for (size_t i = 0; i < d->count; i++) {
		const struct difference *one = &d->list[i];

		breaks |= one->breaks;
		buf_fmt(&words, "%s %s: ", diff_place(one), breaks_name(one->breaks));
		diff_change_words(&words, one);
		diff_who_words(&words, one, &was->version);
	}
	diff_verdict_words(&words, d, &was->version);
	diff_version_words(&words, d, was->version, is->version);
	if (!utf8_valid(buf_view(&words)))
		complain("words that are cut within a character");
	if ((breaks & ~d->breaks) != 0 || (d->left_out == 0 && breaks != d->breaks))
		complain("it breaks more, or less, than is told");
	if (d->left_out > 0 && d->count != DIFF_MOST)
		complain("left out though there is room");
	buf_fini(&words);
}

/* Of its schema with the members of each object in another order. */
static void check_self(const struct contract *c)
{
	struct diff d = { .fuel = DIFF_FUEL };
	struct json j = { 0 };
	struct buf other = { 0 };
	uint32_t n = json_member(&c->doc, 0, "schema");

	diff_contracts(&d, c, c);
	add_reversed(&other, &c->doc, n);
	json_read(&j, other.data, other.len, CONTRACT_DEPTH, NULL);
	diff_schemas(&d, (struct json *)(uintptr_t)&c->doc, n, &j, 0);
	if (d.count > 0 || d.breaks != 0)
		complain("it differs from itself");
	diff_fini(&d);
	json_fini(&j);
	buf_fini(&other);
}

static enum verdict verdict_of(struct contract *c, struct schema_run *run, struct json *j)
{
	return schema_check(contract_schema(c, NULL), run, j, 0);
}

/*
 * A sender is promised less: a name that is new to an open object is taken as not sent
 * before. So of what has members, nothing is asked.
 */
static void check_promise(
	unsigned breaks, enum verdict was, enum verdict is, bool members)
{
	if ((breaks & BREAKS_TAKER) == 0 && is == SCHEMA_VALID && was == SCHEMA_INVALID)
		complain("no taker is broken, and one refuses");
	if ((breaks & BREAKS_SENDER) == 0 && was == SCHEMA_VALID &&
		is == SCHEMA_INVALID && !members)
		complain("no sender is broken, and one is refused");
}

static bool has_members(const struct json *j)
{
	for (uint32_t n = 0; n < j->count; n++) {
		if (json_is(j, n, JSON_OBJECT) && j->node[n].count > 0)
			return true;
	}
	return false;
}

static void check_artifacts(struct contract *was, struct contract *is, struct str rest,
	const unsigned *breaks)
{
	struct schema_run run = { .used = 0 };
	struct json j = { 0 };

	for (int i = 0; i < ARTIFACTS && rest.n > 0; i++) {
		struct str line = line_of(&rest);

		if (json_read(&j, line.p, line.n, DEPTH, NULL)) {
			enum verdict old = verdict_of(was, &run, &j);
			enum verdict new = verdict_of(is, &run, &j);

			check_promise(breaks[0], old, new, has_members(&j));
			check_promise(breaks[1], new, old, has_members(&j));
		}
		line_free(line);
	}
	json_fini(&j);
	schema_run_fini(&run);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	struct contract *was = contract_of(&rest), *is = contract_of(&rest);

	if (was != NULL && is != NULL) {
		struct diff there = { .fuel = DIFF_FUEL }, back = { .fuel = DIFF_FUEL };
		unsigned breaks[2];

		check_self(was);
		diff_contracts(&there, was, is);
		diff_contracts(&back, is, was);
		check_words(&there, was, is);
		breaks[0] = there.breaks;
		breaks[1] = back.breaks;
		check_artifacts(was, is, rest, breaks);
		diff_fini(&there);
		diff_fini(&back);
	}
	contract_free(was);
	contract_free(is);
	return 0;
}
