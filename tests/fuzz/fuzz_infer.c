/* SPDX-License-Identifier: MIT */
/*
 * First line how often all is seen (its first byte), the rest artifacts, a line each. A
 * contract is inferred from them; contract_check() takes it, its schema admits each of
 * them, its formats too, and it is the same when it is asked for twice.
 */
#include "contract/infer.h"

#include "contract/contract.h"
#include "contract/schema.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

#define ARTIFACTS 100 /* more are not looked at */
#define DEPTH 60      /* an artifact stands in an event */
#define TIMES 70      /* all are seen, at most ... */
#define NODES 20000   /* ... and so many values about */

static void tell(void *arg, const char *pointer, const char *why)
{
	(void)arg;
	fprintf(stderr, "%s: %s\n", pointer, why);
	complain("the contract is none");
}

/* One after another, and again from the first on: as they come in a journal. */
static void see(struct infer *f, struct json *all, size_t n, unsigned times)
{
	size_t nodes = 0;

	for (unsigned t = 0; t < times && nodes < NODES; t++) {
		for (size_t i = 0; i < n; i++) {
			infer_artifact(f, &all[i], 0);
			nodes += all[i].count;
		}
	}
}

static void check_admits(struct contract *c, struct json *all, size_t n, bool formats)
{
	struct schema_options o = { .assert_format = formats };
	struct err e;
	struct schema *s = schema_compile(
		json_raw(&c->doc, json_member(&c->doc, 0, "schema")), &o, &e);
	struct schema_run run = { .used = 0 };

	if (s == NULL)
		complain("its schema is none");
	for (size_t i = 0; i < n; i++) {
		if (schema_check(s, &run, &all[i], 0) != SCHEMA_INVALID)
			continue;
		fprintf(stderr, "%.*s\n%s\n", (int)all[i].len, all[i].text, c->json);
		complain("it refuses what it was inferred from");
	}
	schema_run_fini(&run);
	schema_free(s);
}

static void check_contract(struct infer *f, struct json *all, size_t n)
{
	struct buf text = { 0 }, again = { 0 };
	struct contract *c;
	struct err e;

	if (!infer_contract(f, &text, &e) || !infer_contract(f, &again, &e))
		complain("nothing was inferred");
	if (!str_eq(buf_view(&text), buf_view(&again)))
		complain("another one when asked twice");
	for (size_t i = 0; i < text.len; i++) {
		if ((text.data[i] < ' ' && text.data[i] != '\n') || text.data[i] > '~')
			complain("not ASCII");
	}
	c = contract_check(buf_view(&text), tell, NULL);
	if (f->always > f->fields)
		complain("more is required than there is");
	check_admits(c, all, n, false);
	check_admits(c, all, n, true);
	contract_free(c);
	buf_fini(&text);
	buf_fini(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size }, head = line_of(&rest);
	struct json all[ARTIFACTS] = { { 0 } };
	struct str line[ARTIFACTS];
	size_t lines = 0, n = 0;
	struct infer f;

	while (rest.n > 0 && lines < ARTIFACTS) {
		struct str *one = &line[lines++];

		*one = line_of(&rest);
		n += json_read(&all[n], one->p, one->n, DEPTH, NULL);
	}
	infer_init(&f, STR("a"), STR("b"));
	see(&f, all, n, head.n > 0 ? 1 + (unsigned char)head.p[0] % TIMES : 1);
	if (n > 0)
		check_contract(&f, all, n);
	infer_fini(&f);
	for (size_t i = 0; i < ARTIFACTS; i++)
		json_fini(&all[i]);
	for (size_t i = 0; i < lines; i++)
		line_free(line[i]);
	line_free(head);
	return 0;
}
