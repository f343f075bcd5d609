/* SPDX-License-Identifier: MIT */
#include "views/edit.h"

#include <stdio.h>

#include "contract/schema.h"

#define DEPTH 62 /* of an artifact in an event: two less than an event has */

/* --- as text ------------------------------------------------------------------ */

static void indent(struct buf *out, unsigned depth)
{
	buf_char(out, '\n');
	for (unsigned i = 0; i < depth; i++)
		buf_str(out, "  ");
}

static void add(struct buf *out, const struct json *j, uint32_t n, unsigned depth)
{
	bool object = json_type(j, n) == JSON_OBJECT;
	uint32_t end = j->node[n].next;

	if ((!object && json_type(j, n) != JSON_ARRAY) || j->node[n].count == 0) {
		json_compact(out, j, n);
		return;
	}
	buf_char(out, object ? '{' : '[');
	for (uint32_t i = n + 1; i < end;) {
		uint32_t value = object ? i + 1 : i;

		indent(out, depth + 1);
		if (object) {
			buf_slice(out, json_raw(j, i));
			buf_str(out, ": ");
		}
		add(out, j, value, depth + 1);
		i = j->node[value].next;
		if (i < end)
			buf_char(out, ',');
	}
	indent(out, depth);
	buf_char(out, object ? '}' : ']');
}

void edit_text(struct buf *out, const struct json *j, uint32_t n)
{
	add(out, j, n, 0);
	buf_char(out, '\n');
}

/* --- what came back ------------------------------------------------------------- */

/* The line of the nearest place that is there. */
static size_t line_of(const struct json *j, struct str at)
{
	uint32_t n;
	size_t line = 1;

	while ((n = json_pointer(j, 0, at)) == JSON_NONE && at.n > 0) {
		at.n--;
		while (at.n > 0 && at.p[at.n] != '/')
			at.n--;
	}
	for (size_t i = 0; n != JSON_NONE && i < j->node[n].start; i++)
		line += j->text[i] == '\n';
	return line;
}

/* Holds it against a copy: the contract of the mesh is not ours to compile. */
static bool holds(struct json *j, const struct contract *c, char why[ROW_TEXT])
{
	struct contract *own = c != NULL ? contract_read(str_of(c->json), NULL) : NULL;
	struct schema *s = own != NULL ? contract_schema(own, NULL) : NULL;
	struct schema_errors errors = { 0 };
	struct schema_run run = { 0 };
	bool good = s == NULL || schema_check(s, &run, j, 0) != SCHEMA_INVALID;

	if (!good) {
		schema_explain(s, &run, j, 0, &errors);
		if (errors.count == 0)
			snprintf(why, ROW_TEXT, "it breaks %.60s", c->id);
		else
			snprintf(why, ROW_TEXT, "line %zu: %.70s: %.90s%s",
				line_of(j, str_of(errors.error[0].at)),
				errors.error[0].at[0] != '\0' ? errors.error[0].at
							      : "the artifact",
				errors.error[0].message,
				errors.all > 1 ? ", and more" : "");
	}
	schema_errors_fini(&errors);
	schema_run_fini(&run);
	contract_free(own);
	return good;
}

enum edit_found edit_read(struct str text, struct str was, const struct contract *c,
	struct buf *out, char why[ROW_TEXT])
{
	enum edit_found found = EDIT_BAD;
	struct json j = { 0 };
	struct err e = { "" };

	buf_reset(out);
	if (text.n > EDIT_MOST) {
		snprintf(why, ROW_TEXT, "an artifact has at most %zu bytes", EDIT_MOST);
		return EDIT_BAD;
	}
	if (!json_read(&j, text.p, text.n, DEPTH, &e)) {
		json_err_line(&e, text);
		snprintf(why, ROW_TEXT, "no JSON: %.180s", e.text);
	} else {
		json_compact(out, &j, 0);
		if (str_eq(buf_view(out), was))
			found = EDIT_UNCHANGED;
		else if (holds(&j, c, why))
			found = EDIT_GOOD;
	}
	json_fini(&j);
	return found;
}
