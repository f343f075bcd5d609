/* SPDX-License-Identifier: MIT */
/*
 * Any bytes: json_read() and jansson agree (tests/json_judge.h), every node
 * lies within its parent, and compact text reads as the same nodes.
 */
#include "base/json.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/json_judge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void complain(const char *what)
{
	fprintf(stderr, "fuzz_json: %s\n", what);
	abort();
}

/* Children follow one another inside their container, and fill it. */
static void check_nodes(const struct json *j)
{
	for (uint32_t n = 0; n < j->count; n++) {
		const struct json_node *node = &j->node[n];
		uint32_t end = node->start, items = 0;
		uint32_t each = node->type == JSON_OBJECT ? 2 : 1;

		if (node->start >= node->end || node->end > j->len ||
			node->next > j->count)
			complain("a node out of bounds");
		for (uint32_t i = n + 1; i < node->next; i = j->node[i].next, items++) {
			if (j->node[i].start <= end || j->node[i].end >= node->end)
				complain("a child outside its place");
			end = j->node[i].end - 1;
		}
		if (node->type >= JSON_ARRAY ? items != node->count * each : items != 0)
			complain("a wrong count");
	}
}

static void check_compact(const struct json *j)
{
	struct buf once = { 0 }, twice = { 0 };
	struct json again = { 0 };

	json_compact(&once, j, 0);
	if (!json_read(&again, once.data, once.len, JUDGE_DEPTH, NULL))
		complain("compact text is refused");
	if (again.count != j->count)
		complain("compact text has other nodes");
	for (uint32_t n = 0; n < j->count; n++)
		if (j->node[n].type < JSON_ARRAY &&
			!str_eq(json_raw(j, n), json_raw(&again, n)))
			complain("compact text has another value");
	json_compact(&twice, &again, 0);
	if (!str_eq(buf_view(&once), buf_view(&twice)))
		complain("compact text can be made more compact");
	json_fini(&again);
	buf_fini(&once);
	buf_fini(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct json j = { 0 };
	struct err e = { "" };
	char *text = malloc(size); /* of its own, so that a read behind it is seen */
	const char *verdict;

	memcpy(text, data, size);
	verdict = judge(&j, (struct str){ text, size });
	if (verdict != NULL)
		complain(verdict);
	if (json_read(&j, text, size, JUDGE_DEPTH, &e)) {
		check_nodes(&j);
		check_compact(&j);
	} else if (e.text[0] == '\0' || j.count != 0) {
		complain("refused without a reason");
	}
	json_fini(&j);
	free(text);
	return 0;
}
