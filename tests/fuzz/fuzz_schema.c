/* SPDX-License-Identifier: MIT */
/*
 * First line a schema, second an instance, the rest the document that all references to
 * others find. It is refused with a reason, or compiled; schema_check() and
 * schema_explain() say the same of the instance, twice, with and without `format`; and
 * what is wrong has a place in it.
 */
#include "contract/schema.h"

#include "base/buf.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

#define DOCUMENTS 1000 /* most that a schema is made of */
/*
 * Bytes of them here: short ones come without end. One that names a dialect, which is
 * looked for as well and is none of its documents, is never so short.
 */
#define OTHERS 40000
#define NAMES 1100000 /* bytes of their URIs: each may be longer than the one before */

/* The other document, under any name: one may lead to the next. */
struct others {
	struct str text;
	size_t found, named;
};

static bool find(void *arg, struct str uri, struct buf *text)
{
	struct others *others = arg;

	others->named += uri.n;
	if (others->found * others->text.n > OTHERS || others->named > NAMES ||
		others->text.n == 0 || !str_starts(uri, "http://localhost:1234/"))
		return false;
	if (++others->found == DOCUMENTS)
		complain("more documents than a schema may have");
	buf_slice(text, others->text);
	return true;
}

static void look_at_errors(struct json *j, const struct schema_errors *errors)
{
	if (errors->count == 0 || errors->all < errors->count)
		complain("invalid, and nothing is wrong");
	for (size_t i = 0; i < errors->count; i++) {
		const struct schema_error *e = &errors->error[i];

		if (e->message[0] == '\0')
			complain("an error without a reason");
		if (json_pointer(j, 0, str_of(e->instance)) == JSON_NONE)
			complain("an error in a place that is not there");
	}
}

static enum verdict judge_instance(struct schema *s, struct json *j)
{
	struct schema_errors errors = { .count = 0 };
	struct schema_run run = { .used = 0 };
	enum verdict verdict = schema_check(s, &run, j, 0);

	if (schema_check(s, &run, j, 0) != verdict)
		complain("two verdicts");
	if (verdict != SCHEMA_GAVE_UP) {
		enum verdict told = schema_explain(s, &run, j, 0, &errors);

		if (told != verdict && told != SCHEMA_GAVE_UP)
			complain("another verdict when asked why");
		if (told == SCHEMA_INVALID)
			look_at_errors(j, &errors);
		else if (told == SCHEMA_VALID && errors.count > 0)
			complain("valid, and something is wrong");
	}
	schema_errors_fini(&errors);
	schema_run_fini(&run);
	return verdict;
}

static void judge_with(struct str schema, struct str other, bool formats, struct json *j)
{
	struct others others = { .text = other };
	struct schema_options o = {
		.assert_format = formats, .find = find, .arg = &others
	};
	struct err e = { "" };
	struct schema *s = schema_compile(schema, &o, &e);

	if (s == NULL && e.text[0] == '\0')
		complain("refused without a reason");
	if (s != NULL && j->count > 0)
		judge_instance(s, j);
	schema_free(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	struct str schema = line_of(&rest), instance = line_of(&rest);
	struct json j = { 0 };

	json_read(&j, instance.p, instance.n, SCHEMA_DEPTH, NULL);
	judge_with(schema, rest, false, &j);
	judge_with(schema, rest, true, &j);
	json_fini(&j);
	line_free(schema);
	line_free(instance);
	return 0;
}
