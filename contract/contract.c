/* SPDX-License-Identifier: MIT */
#include "contract/contract.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

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

static char *copy(struct str s)
{
	return xmemdup(s.p, s.n);
}

static char *copy_string(struct json *j, uint32_t node)
{
	return copy(json_str(j, node));
}

static bool required(struct json *j, const char *name, enum json_type type,
	uint32_t *node, struct err *e)
{
	static const char *const kinds[] = { "null", "false", "true", "a number",
		"a string", "an array", "an object" };

	*node = json_member(j, 0, name);
	if (*node == JSON_NONE)
		return err_set(e, "\"%s\" is missing", name);
	if (!json_is(j, *node, type))
		return err_set(e, "\"%s\" must be %s", name, kinds[type]);
	return true;
}

static bool optional_string(
	struct json *j, uint32_t node, const char *name, char **out, struct err *e)
{
	uint32_t n = json_member(j, node, name);

	if (n == JSON_NONE || json_is(j, n, JSON_NULL))
		return true;
	if (!json_is(j, n, JSON_STRING))
		return err_set(e, "\"%s\" must be a string", name);
	*out = copy_string(j, n);
	return true;
}

static bool is_pointer(struct str s)
{
	if (s.n > 0 && s.p[0] != '/')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '~' &&
			(i + 1 == s.n || (s.p[i + 1] != '0' && s.p[i + 1] != '1')))
			return false;
	}
	return true;
}

static bool pointer_at(
	struct json *j, uint32_t node, const char *what, char **out, struct err *e)
{
	if (!optional_string(j, node, "at", out, e))
		return err_wrap(e, "\"%s\"", what);
	if (*out != NULL && !is_pointer(str_of(*out)))
		return err_set(e, "\"%s\".\"at\" is not a JSON Pointer", what);
	return true;
}

/* A NULL-terminated list of copies of an array of strings; NULL if it is none. */
static char **string_list(struct json *j, uint32_t array)
{
	char **list = xcalloc(j->node[array].count + 1, sizeof(*list));
	uint32_t k = 0;

	for (uint32_t i = array + 1; i < j->node[array].next; i = j->node[i].next) {
		if (!json_is(j, i, JSON_STRING)) {
			for (uint32_t f = 0; f < k; f++)
				free(list[f]);
			free(list);
			return NULL;
		}
		list[k++] = copy_string(j, i);
	}
	return list;
}

static void list_free(char **list)
{
	for (size_t i = 0; list != NULL && list[i] != NULL; i++)
		free(list[i]);
	free(list);
}

static bool agent_list(struct json *j, const char *name, char ***out, struct err *e)
{
	uint32_t n;

	if (!required(j, name, JSON_ARRAY, &n, e))
		return false;
	*out = string_list(j, n);
	if (*out == NULL || (*out)[0] == NULL)
		return err_set(e, "\"%s\" must name at least one agent", name);
	for (size_t i = 0; (*out)[i] != NULL; i++) {
		if (!text_is_agent(str_of((*out)[i])))
			return err_set(e, "\"%s\" holds what is no agent name", name);
	}
	return true;
}

static bool optional_list(
	struct json *j, uint32_t node, const char *name, char ***out, struct err *e)
{
	uint32_t n = json_member(j, node, name);

	if (n == JSON_NONE || json_is(j, n, JSON_NULL))
		return true;
	if (!json_is(j, n, JSON_ARRAY) || (*out = string_list(j, n)) == NULL)
		return err_set(e, "\"%s\" must be an array of strings", name);
	return true;
}

static bool read_name(struct contract *c, struct json *j, struct err *e)
{
	struct buf id = { 0 };
	uint32_t name, version;

	if (!required(j, "contract", JSON_STRING, &name, e) ||
		!required(j, "version", JSON_STRING, &version, e))
		return false;
	c->name = copy_string(j, name);
	if (!text_is_agent(str_of(c->name)))
		return err_set(e, "\"contract\" must match [a-z0-9][a-z0-9._-]{0,63}");
	if (!version_read(json_str(j, version), &c->version))
		return err_set(e, "\"version\" must be MAJOR.MINOR.PATCH");
	buf_fmt(&id, "%s/%u.%u.%u", c->name, c->version.major, c->version.minor,
		c->version.patch);
	c->id = buf_steal(&id);
	return true;
}

static bool read_scope(struct contract *c, struct json *j, struct err *e)
{
	uint32_t scope;

	if (!required(j, "scope", JSON_OBJECT, &scope, e))
		return false;
	return optional_string(j, scope, "represents", &c->represents, e) &&
		optional_list(j, scope, "excludes", &c->excludes, e);
}

static bool read_confidence(struct contract *c, struct json *j, struct err *e)
{
	uint32_t confidence, below;

	if (!required(j, "confidence", JSON_OBJECT, &confidence, e) ||
		!pointer_at(j, confidence, "confidence", &c->confidence_at, e))
		return false;
	if (c->confidence_at == NULL)
		c->confidence_at = xstrdup("/confidence");
	below = json_member(j, confidence, "review_below");
	if (below == JSON_NONE)
		below = json_member(j, 0, "review_below");
	if (below == JSON_NONE || json_is(j, below, JSON_NULL))
		return true;
	if (!json_is(j, below, JSON_NUMBER))
		return err_set(e, "\"review_below\" must be a number");
	c->has_review_below = true;
	c->review_below = json_number(j, below);
	if (!(c->review_below >= 0 && c->review_below <= 1))
		return err_set(e, "\"review_below\" must be in 0..1");
	return true;
}

static bool read_fallback(struct contract *c, struct json *j, struct err *e)
{
	uint32_t fallback;

	if (!required(j, "fallback", JSON_OBJECT, &fallback, e) ||
		!pointer_at(j, fallback, "fallback", &c->fallback_at, e))
		return false;
	if (c->fallback_at == NULL)
		c->fallback_at = xstrdup("/fallback");
	return true;
}

/* JSON_NONE in *node where it is absent or null. */
static bool optional_object(
	struct json *j, const char *name, uint32_t *node, struct err *e)
{
	*node = json_member(j, 0, name);
	if (json_is(j, *node, JSON_NULL))
		*node = JSON_NONE;
	if (*node != JSON_NONE && !json_is(j, *node, JSON_OBJECT))
		return err_set(e, "\"%s\" must be an object", name);
	return true;
}

static bool read_pointers(struct contract *c, struct json *j, struct err *e)
{
	uint32_t provenance, value;

	if (!optional_object(j, "provenance", &provenance, e) ||
		!optional_object(j, "value", &value, e) ||
		!pointer_at(j, provenance, "provenance", &c->provenance_at, e) ||
		!pointer_at(j, value, "value", &c->value_at, e) ||
		!optional_string(j, value, "unit", &c->value_unit, e))
		return false;
	if (!optional_list(j, 0, "evidence", &c->evidence, e))
		return false;
	for (size_t i = 0; c->evidence != NULL && c->evidence[i] != NULL; i++) {
		if (!is_pointer(str_of(c->evidence[i])))
			return err_set(e, "\"evidence\" holds what is no JSON Pointer");
	}
	return true;
}

static bool read_gate(struct contract *c, struct json *j, struct err *e)
{
	uint32_t gate = json_member(j, 0, "gate");

	if (gate == JSON_NONE || json_string_is(j, gate, "to"))
		return true;
	if (!json_string_is(j, gate, "from"))
		return err_set(e, "\"gate\" must be \"to\" or \"from\"");
	c->gate = GATE_FROM;
	return true;
}

static bool optional_flag(struct json *j, const char *name, bool *out, struct err *e)
{
	uint32_t n = json_member(j, 0, name);

	if (n != JSON_NONE && !json_is(j, n, JSON_TRUE) && !json_is(j, n, JSON_FALSE))
		return err_set(e, "\"%s\" must be true or false", name);
	*out = json_is(j, n, JSON_TRUE);
	return true;
}

static bool read_options(struct contract *c, struct json *j, struct err *e)
{
	uint32_t attempts = json_member(j, 0, "max_attempts");
	int64_t n = CONTRACT_MAX_ATTEMPTS;

	if (attempts != JSON_NONE && (!json_int(j, attempts, &n) || n < 1 || n > 1000000))
		return err_set(e, "\"max_attempts\" must be an integer from 1");
	c->max_attempts = (uint32_t)n;
	return optional_flag(j, "critical", &c->critical, e) &&
		optional_flag(j, "fan_out", &c->fan_out, e) && read_gate(c, j, e) &&
		optional_string(j, 0, "summary", &c->summary, e) &&
		optional_string(j, 0, "returns", &c->returns, e);
}

static bool read_schema(struct json *j, struct err *e)
{
	uint32_t n = json_member(j, 0, "schema");

	if (n == JSON_NONE)
		return err_set(e, "\"schema\" is missing");
	if (!json_is(j, n, JSON_OBJECT) && !json_is(j, n, JSON_TRUE) &&
		!json_is(j, n, JSON_FALSE))
		return err_set(e, "\"schema\" must be a JSON Schema");
	return true;
}

static bool read_members(struct contract *c, struct json *j, struct err *e)
{
	if (!json_is(j, 0, JSON_OBJECT))
		return err_set(e, "a contract is a JSON object");
	return read_name(c, j, e) && agent_list(j, "from", &c->from, e) &&
		agent_list(j, "to", &c->to, e) && read_schema(j, e) &&
		read_scope(c, j, e) && read_confidence(c, j, e) &&
		read_fallback(c, j, e) && read_pointers(c, j, e) && read_options(c, j, e);
}

struct contract *contract_read(struct str text, struct err *e)
{
	struct contract *c = xcalloc(1, sizeof(*c));
	struct json j = { 0 };
	struct buf line = { 0 };

	if (!json_read(&j, text.p, text.n, CONTRACT_DEPTH, e) ||
		!read_members(c, &j, e)) {
		contract_free(c);
		c = NULL;
		goto out;
	}
	json_compact(&line, &j, 0);
	c->digest = digest_of(buf_view(&line));
	c->json = buf_steal(&line);
	json_read(&c->doc, c->json, strlen(c->json), CONTRACT_DEPTH, NULL);
out:
	json_fini(&j);
	return c;
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

static bool list_has(char *const *list, struct str name)
{
	for (size_t i = 0; list[i] != NULL; i++) {
		if (str_is(name, list[i]))
			return true;
	}
	return false;
}

bool contract_returns(const struct contract *c, const char *name)
{
	size_t n = c->returns != NULL ? strcspn(c->returns, "/") : 0;

	return n > 0 && n == strlen(name) && memcmp(c->returns, name, n) == 0;
}

bool contract_names(const struct contract *c, struct str from, struct str to)
{
	return list_has(c->from, from) && list_has(c->to, to);
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
	size_t n = start + SUMMARY_BYTES;

	if (out->len <= n)
		return;
	while (n > start && ((unsigned char)out->data[n] & 0xc0) == 0x80)
		n--;
	out->len = n;
	out->data[n] = '\0';
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
