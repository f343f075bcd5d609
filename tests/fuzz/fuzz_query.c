/* SPDX-License-Identifier: MIT */
/*
 * First line a filter, second an artifact, the rest names and values of a row. What is
 * refused says why in printable text; what is read means the same each time, costs no
 * more than its fuel, and its opposite is its opposite; what is quoted is found.
 */
#include "mesh/query.h"

#include "base/text.h"
#include "tests/fuzz/fuzz.h"

#define DEPTH 62
#define FIELDS 8

struct row {
	struct str value[FIELDS];
	size_t n;
	struct str artifact;
};

/* Numbers to fields that have numbers, the same texts to all others. */
static bool value_of(struct query_row *row, enum query_name name, struct str member,
	unsigned nth, struct query_value *out)
{
	const struct row *r = row->arg;
	enum query_type type = name == QUERY_MEMBER ? QUERY_ANY : query_fields[name].type;

	(void)member;
	if (nth >= r->n)
		return false;
	out->text = r->value[nth];
	out->is_number = type == QUERY_NUMBER || type == QUERY_SPAN;
	out->number = (double)r->value[nth].n;
	return true;
}

static enum query_look look(struct query_row *row, const struct query *q, uint32_t *found)
{
	const struct row *r = row->arg;
	uint64_t fuel = QUERY_FUEL;
	struct json j = { 0 };
	bool good = json_read(&j, r->artifact.p, r->artifact.n, DEPTH, NULL);

	if (good)
		*found = query_find(q, &j, 0, 0, json_pointer(&j, 0, STR("/a")), &fuel);
	if (fuel > QUERY_FUEL)
		complain("fuel that was not there");
	json_fini(&j);
	return good ? QUERY_LOOKED : QUERY_NOTHING;
}

static enum query_verdict judge(const struct query *q, struct row *r, uint64_t most)
{
	struct query_row row = { value_of, look, r, "" };
	uint64_t fuel = most;
	enum query_verdict v = query_judge(q, &row, &fuel);

	if (fuel > most)
		complain("fuel that was not there");
	return v;
}

static void check_exact(const struct query *q)
{
	struct buf out = { 0 };
	struct json j = { 0 };

	if (query_is_exact(q, &out) && !json_read(&j, out.data, out.len, DEPTH, NULL))
		complain("no JSON for the hub");
	json_fini(&j);
	buf_fini(&out);
}

static void check_error(const struct err *e)
{
	struct buf clean = { 0 };

	if (utf8_valid(str_of(e->text)) && text_clean(&clean, str_of(e->text)) > 0)
		complain("an error with more than text in it");
	buf_fini(&clean);
}

static void check(struct str text, unsigned kinds, const char *members, struct row *r)
{
	struct err e = { "" };
	struct query *q = query_compile(text, kinds, members, &e);
	struct query *again = query_compile(text, kinds, members, NULL);
	enum query_verdict v;

	if ((q == NULL) != (again == NULL))
		complain("read, and refused");
	if ((q == NULL && !text_is_blank(text)) != (e.text[0] != '\0'))
		complain("refused without a reason, or with one taken");
	check_error(&e);
	if (q != NULL) {
		v = judge(q, r, QUERY_FUEL);
		if (judge(again, r, QUERY_FUEL) != v)
			complain("something else the second time");
		judge(q, r, 3);
		check_exact(q);
	}
	query_free(q);
	query_free(again);
}

/* A word in quotes is found in what it is. */
static void check_quoted(struct str word)
{
	struct row r = { .value = { word }, .n = 1 };
	struct buf text = { 0 };
	struct query *q;

	if (word.n == 0 || word.n > 200 || memchr(word.p, '"', word.n) != NULL)
		return;
	query_quote(&text, word);
	q = query_compile(buf_view(&text), QUERY_HANDOFFS, NULL, NULL);
	if (q == NULL && !text_is_blank(buf_view(&text)))
		complain("what was quoted is refused");
	if (q != NULL && judge(q, &r, QUERY_FUEL) != QUERY_YES)
		complain("what was quoted is not found");
	query_free(q);
	buf_reset(&text);
	buf_str(&text, "text=");
	query_quote_value(&text, word);
	q = query_compile(buf_view(&text), QUERY_HANDOFFS, NULL, NULL);
	if (q == NULL || judge(q, &r, QUERY_FUEL) != QUERY_YES)
		complain("a value that was quoted is not found");
	query_free(q);
	buf_fini(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	struct str text = line_of(&rest), artifact = line_of(&rest);
	struct row r = { .artifact = artifact };

	while (rest.n > 0 && r.n < FIELDS)
		r.value[r.n++] = line_of(&rest);
	for (unsigned kind = QUERY_HANDOFFS; kind <= QUERY_INCIDENTS; kind <<= 1)
		check(text, kind, NULL, &r);
	check(text, QUERY_HANDOFFS | QUERY_EVENTS, NULL, &r);
	check(text, 0, "a state from", &r);
	for (size_t i = 0; i < r.n; i++) {
		check_quoted(r.value[i]);
		line_free(r.value[i]);
	}
	line_free(text);
	line_free(artifact);
	return 0;
}
