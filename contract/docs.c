/* SPDX-License-Identifier: MIT */
#include "contract/docs.h"

#include <stdlib.h>

#include "contract/markdown.h"
#include "contract/words.h"

static int by_id(const void *a, const void *b)
{
	const struct contract *x = *(struct contract *const *)a;
	const struct contract *y = *(struct contract *const *)b;
	const uint32_t v[] = { x->version.major, x->version.minor, x->version.patch };
	const uint32_t w[] = { y->version.major, y->version.minor, y->version.patch };
	int order = strcmp(x->name, y->name);

	for (int i = 0; order == 0 && i < 3; i++)
		order = (v[i] > w[i]) - (v[i] < w[i]);
	return order;
}

static void add_text(struct buf *out, const char *z)
{
	markdown_text(out, str_of(z));
}

/* Agents, with their teams. */
static void add_agents(struct buf *out, struct contract *c, char *const *list)
{
	uint32_t owners = json_member(&c->doc, 0, "owners");

	for (size_t i = 0; list[i] != NULL; i++) {
		uint32_t team = owners != JSON_NONE
			? json_member(&c->doc, owners, list[i])
			: JSON_NONE;

		buf_fmt(out, "%s`%s`", i > 0 ? ", " : "", list[i]);
		if (!json_is(&c->doc, team, JSON_STRING))
			continue;
		buf_str(out, " (");
		markdown_text(out, json_str(&c->doc, team));
		buf_char(out, ')');
	}
}

/* --- the overview ---------------------------------------------------------- */

/* What a page shows of a heading's name in its address. */
static void add_anchor(struct buf *out, const char *id)
{
	for (; *id != '\0'; id++) {
		if (*id != '.' && *id != '/')
			buf_char(out, *id);
	}
}

static void add_overview(struct buf *out, struct contract **c, size_t n)
{
	buf_str(out,
		"\n| contract | version | from | to | what it is |\n"
		"|---|---|---|---|---|\n");
	for (size_t i = 0; i < n; i++) {
		buf_fmt(out, "| [%s](#", c[i]->name);
		add_anchor(out, c[i]->id);
		buf_fmt(out, ") | %s | ", c[i]->id + strlen(c[i]->name) + 1);
		add_agents(out, c[i], c[i]->from);
		buf_str(out, " | ");
		add_agents(out, c[i], c[i]->to);
		buf_str(out, " | ");
		add_text(out, c[i]->represents);
		buf_str(out, " |\n");
	}
}

/* --- a section ------------------------------------------------------------- */

static void row(struct buf *out, const char *what)
{
	buf_fmt(out, "| %s | ", what);
}

static void end(struct buf *out)
{
	buf_str(out, " |\n");
}

static void add_codes(struct buf *out, char *const *list)
{
	for (size_t i = 0; list[i] != NULL; i++) {
		buf_str(out, i > 0 ? ", " : "");
		markdown_code(out, str_of(list[i]));
	}
}

static void add_scope(struct buf *out, struct contract *c)
{
	row(out, "from");
	add_agents(out, c, c->from);
	end(out);
	row(out, "to");
	add_agents(out, c, c->to);
	end(out);
	row(out, "is");
	add_text(out, c->represents != NULL ? c->represents : "not said");
	end(out);
	if (c->excludes == NULL || c->excludes[0] == NULL)
		return;
	row(out, "is not");
	for (size_t i = 0; c->excludes[i] != NULL; i++) {
		buf_str(out, i > 0 ? "; " : "");
		add_text(out, c->excludes[i]);
	}
	end(out);
}

static void add_confidence(struct buf *out, const struct contract *c)
{
	row(out, "confidence");
	buf_str(out, "at ");
	markdown_code(out, str_of(c->confidence_at));
	if (c->has_review_below)
		buf_fmt(out, ", held for a human below %g", c->review_below);
	else
		buf_str(out, ", never held for it");
	end(out);
}

/* The strings of an array, as text. */
static void add_strings(struct buf *out, struct json *j, uint32_t list)
{
	size_t start = out->len;

	for (uint32_t i = list + 1; i < j->node[list].next; i = j->node[i].next) {
		if (!json_is(j, i, JSON_STRING))
			continue;
		buf_str(out, out->len > start ? ", " : "");
		markdown_text(out, json_str(j, i));
	}
}

static void add_fallback(struct buf *out, struct contract *c)
{
	uint32_t fallback = json_member(&c->doc, 0, "fallback");
	uint32_t targets = json_member(&c->doc, fallback, "targets");

	row(out, "fallback");
	buf_str(out, "at ");
	markdown_code(out, str_of(c->fallback_at));
	if (json_is(&c->doc, targets, JSON_ARRAY)) {
		buf_str(out, ", may go to ");
		add_strings(out, &c->doc, targets);
	}
	if (json_member(&c->doc, 0, "max_attempts") != JSON_NONE)
		buf_fmt(out, ", at most %u attempt%s", c->max_attempts,
			c->max_attempts == 1 ? "" : "s");
	end(out);
}

static void add_string_member(
	struct buf *out, struct contract *c, const char *member, const char *what)
{
	uint32_t n = json_member(&c->doc, 0, member);

	if (!json_is(&c->doc, n, JSON_STRING))
		return;
	row(out, what);
	markdown_text(out, json_str(&c->doc, n));
	end(out);
}

static void add_switches(struct buf *out, struct contract *c)
{
	static const char *const then[] = {
		[VIOLATION_FLAG] = "it is flagged (on_violation `flag`)",
		[VIOLATION_HOLD] = "a human must look (on_violation `hold`)",
		[VIOLATION_DEAD_LETTER] =
			"it is dead at once (on_violation `dead_letter`)",
	};

	row(out, "if it is broken");
	buf_str(out, then[c->on_violation]);
	end(out);
	if (c->assert_format) {
		row(out, "formats");
		buf_str(out, "are checked (`assert_format`)");
		end(out);
	}
	if (c->fan_out) {
		row(out, "fan-out");
		buf_str(out, "several may come out of one input (`fan_out`)");
		end(out);
	}
	if (c->is_default) {
		row(out, "offers that name none");
		buf_str(out, "stand under this one (`default`)");
		end(out);
	}
}

/* Teams, also of agents that it does not name elsewhere. */
static void add_owners(struct buf *out, struct contract *c)
{
	uint32_t owners = json_member(&c->doc, 0, "owners"), end_of;
	bool any = false;

	if (!json_is(&c->doc, owners, JSON_OBJECT) || c->doc.node[owners].count == 0)
		return;
	row(out, "owners");
	end_of = c->doc.node[owners].next;
	for (uint32_t key = owners + 1; key < end_of; key = c->doc.node[key + 1].next) {
		if (!json_is(&c->doc, key + 1, JSON_STRING))
			continue;
		buf_str(out, any ? ", " : "");
		markdown_code(out, json_str(&c->doc, key));
		buf_str(out, ": ");
		markdown_text(out, json_str(&c->doc, key + 1));
		any = true;
	}
	end(out);
}

static void add_rules(struct buf *out, struct contract *c)
{
	if (c->provenance_at != NULL) {
		row(out, "provenance");
		buf_str(out, "at ");
		markdown_code(out, str_of(c->provenance_at));
		end(out);
	}
	add_fallback(out, c);
	row(out, "held at");
	buf_str(out,
		c->gate == GATE_FROM ? "the sender (gate `from`)"
				     : "the receiver (gate `to`)");
	end(out);
	if (c->critical) {
		row(out, "critical");
		buf_str(out, "yes");
		end(out);
	}
	if (c->approvals > 1) {
		row(out, "approvals");
		buf_str(out, "two operators");
		end(out);
	}
	add_string_member(out, c, "returns", "may come back under");
	add_switches(out, c);
}

static void add_shown(struct buf *out, const struct contract *c)
{
	if (c->value_at != NULL) {
		row(out, "value");
		buf_str(out, "at ");
		markdown_code(out, str_of(c->value_at));
		buf_str(out, c->value_unit != NULL ? ", in " : "");
		add_text(out, c->value_unit);
		end(out);
	}
	if (c->evidence != NULL && c->evidence[0] != NULL) {
		row(out, "evidence");
		add_codes(out, c->evidence);
		end(out);
	}
	if (c->summary != NULL) {
		row(out, "in one line");
		add_text(out, c->summary);
		end(out);
	}
}

/* --- its fields ------------------------------------------------------------ */

static void add_field(void *user, const struct schema_field *f)
{
	struct buf *out = user, words = { 0 };

	buf_str(out, "| ");
	markdown_code(out, f->at);
	buf_str(out, " | ");
	schema_type_words(&words, f->schema);
	markdown_text(out, buf_view(&words));
	buf_fmt(out, " | %s | ", f->required ? "yes" : "");
	buf_reset(&words);
	schema_bound_words(&words, f->schema);
	markdown_text(out, buf_view(&words));
	buf_str(out, " | ");
	markdown_text(out, schema_description(f->schema));
	end(out);
	buf_fini(&words);
}

static void add_fields(struct buf *out, struct contract *c)
{
	uint32_t root = json_member(&c->doc, 0, "schema");
	struct schema_at s = { &c->doc, root, root };
	struct buf words = { 0 }, rows = { 0 };
	bool more = schema_fields(s, add_field, &rows);

	schema_words(&words, s);
	buf_str(out, "\nThe artifact: ");
	markdown_text(out, buf_view(&words));
	buf_str(out, ".\n");
	if (rows.len > 0) {
		buf_str(out,
			"\n| field | type | required | bounds | what it is |\n"
			"|---|---|---|---|---|\n");
		buf_slice(out, buf_view(&rows));
	}
	if (more)
		buf_fmt(out, "\nThere are more than these %d fields.\n", SCHEMA_FIELDS);
	buf_fini(&words);
	buf_fini(&rows);
}

static void add_section(struct buf *out, struct contract *c)
{
	buf_fmt(out, "\n## %s\n\n| | |\n|---|---|\n", c->id);
	add_scope(out, c);
	add_confidence(out, c);
	add_owners(out, c);
	add_rules(out, c);
	add_shown(out, c);
	add_fields(out, c);
}

void docs_page(struct buf *out, struct contract **c, size_t n)
{
	if (n > 0)
		qsort(c, n, sizeof(*c), by_id);
	buf_fmt(out, "# Contracts\n\n%zu contract%s.\n\n", n, n == 1 ? "" : "s");
	if (n == 0)
		return;
	docs_graph(out, c, n);
	add_overview(out, c, n);
	for (size_t i = 0; i < n; i++)
		add_section(out, c[i]);
}
