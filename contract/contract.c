/* SPDX-License-Identifier: MIT */
#include "contract/contract.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "contract/negotiate.h"
#include "contract/schema.h"

#define SUMMARY_BYTES 400

static bool digits(struct str *s, uint32_t *value)
{
	size_t n = 0;

	*value = 0;
	while (n < s->n && s->p[n] >= '0' && s->p[n] <= '9' && n < 9)
		*value = *value * 10 + (uint32_t)(s->p[n++] - '0');
	if (n == 0 || (n > 1 && s->p[0] == '0'))
		return false;
	*s = str_skip(*s, n);
	return true;
}

static bool dot(struct str *s)
{
	if (s->n == 0 || s->p[0] != '.')
		return false;
	*s = str_skip(*s, 1);
	return true;
}

bool version_read(struct str s, struct version *out)
{
	return digits(&s, &out->major) && dot(&s) && digits(&s, &out->minor) && dot(&s) &&
		digits(&s, &out->patch) && s.n == 0;
}

static void list_free(char **list)
{
	for (size_t i = 0; list != NULL && list[i] != NULL; i++)
		free(list[i]);
	free(list);
}

void contract_free(struct contract *c)
{
	if (c == NULL)
		return;
	free(c->id);
	free(c->name);
	list_free(c->from);
	list_free(c->to);
	list_free(c->excludes);
	list_free(c->evidence);
	list_free(c->targets);
	schema_free(c->schema);
	free(c->confidence_at);
	free(c->fallback_at);
	free(c->provenance_at);
	free(c->value_at);
	free(c->value_unit);
	free(c->summary);
	free(c->represents);
	free(c->returns);
	json_fini(&c->doc);
	free(c->json);
	free(c);
}

struct schema *contract_schema(struct contract *c, struct err *e)
{
	struct schema_options o = { .assert_format = c->assert_format };
	uint32_t n = json_member(&c->doc, 0, "schema");

	if (c->schema == NULL && !c->bad_schema)
		c->schema = schema_compile(json_raw(&c->doc, n), &o, e);
	c->bad_schema = c->schema == NULL;
	return c->schema;
}

bool contract_lists(char *const *list, struct str name)
{
	for (size_t i = 0; list[i] != NULL; i++) {
		if (str_is(name, list[i]))
			return true;
	}
	return false;
}

bool contract_returns(const struct contract *c, const struct contract *back)
{
	struct wanted w;

	return c->returns != NULL && wanted_read(str_of(c->returns), &w, NULL) &&
		str_is(w.name, back->name) && range_takes(&w.range, back->version);
}

bool contract_names(const struct contract *c, struct str from, struct str to)
{
	return contract_lists(c->from, from) && contract_lists(c->to, to);
}

bool contract_owns(const struct contract *c, struct str team)
{
	uint32_t owners = json_member(&c->doc, 0, "owners");

	if (!json_is(&c->doc, owners, JSON_OBJECT))
		return false;
	for (uint32_t key = owners + 1; key < c->doc.node[owners].next;
		key = c->doc.node[key + 1].next) {
		struct str raw = json_raw(&c->doc, key + 1); /* a name: nothing escaped */

		if (raw.n == team.n + 2 && memcmp(raw.p + 1, team.p, team.n) == 0)
			return true;
	}
	return false;
}

bool contract_knows_target(const struct contract *c, struct str target)
{
	uint32_t owners = json_member(&c->doc, 0, "owners");
	bool owned =
		json_is(&c->doc, owners, JSON_OBJECT) && c->doc.node[owners].count > 0;

	if (c->targets == NULL && !owned)
		return true;
	return (c->targets != NULL && contract_lists(c->targets, target)) ||
		contract_owns(c, target);
}

/* Adds a value; a list stops growing when `out` is longer than `limit`. */
static void fill(struct buf *out, struct json *j, uint32_t n, size_t limit)
{
	if (n == JSON_NONE) {
		buf_char(out, '?');
	} else if (json_is(j, n, JSON_STRING)) {
		buf_slice(out, json_str(j, n));
	} else if (json_is(j, n, JSON_ARRAY)) {
		for (uint32_t i = n + 1; i < j->node[n].next; i = j->node[i].next) {
			if (i > n + 1)
				buf_str(out, ", ");
			if (json_is(j, i, JSON_STRING))
				buf_slice(out, json_str(j, i));
			else
				buf_slice(out, json_raw(j, i));
			if (out->len > limit)
				return;
		}
	} else {
		buf_slice(out, json_raw(j, n));
	}
}

/* Cuts to the limit without splitting a character. */
static void trim(struct buf *out, size_t start)
{
	if (out->len - start <= SUMMARY_BYTES)
		return;
	out->len = start +
		text_head((struct str){ out->data + start, out->len - start },
			SUMMARY_BYTES)
			.n;
	out->data[out->len] = '\0';
}

void contract_summary(
	struct buf *out, const struct contract *c, struct json *j, uint32_t artifact)
{
	const char *p = c->summary;
	size_t start = out->len;

	while (p != NULL && *p != '\0' && out->len - start <= SUMMARY_BYTES) {
		const char *end = *p == '{' ? strchr(p, '}') : NULL;

		if (end == NULL) {
			buf_char(out, *p++);
			continue;
		}
		fill(out, j,
			json_pointer(j, artifact,
				(struct str){ p + 1, (size_t)(end - p - 1) }),
			start + SUMMARY_BYTES);
		p = end + 1;
	}
	trim(out, start);
}
