/* SPDX-License-Identifier: MIT */
/*
 * Documents, the resources in them and what a reference means: Core 8.2, 9. A schema is
 * looked at for `$id` and anchors where a keyword says that one stands, and nowhere
 * else: an `$id` in an enum is none.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "contract/schema_own.h"
#include "contract/uri.h"

/* These are looked for one by one. */
#define MOST_ANCHORS 2000 /* of one resource */
#define MOST_RESOURCES 2000
#define MOST_FAULTS 100     /* are told */
#define MOST_DOCUMENTS 1000 /* one may lead to the next without end */

void schema_fault(struct loading *l, uint32_t document, uint32_t node, const char *why)
{
	struct document *d = l->s->document[document];
	struct buf at = { 0 };
	bool told = l->o != NULL && l->o->fault != NULL && l->faults++ < MOST_FAULTS;

	if (l->failed && !told)
		return;
	if (document > 0)
		buf_fmt(&at, "%s#", d->uri);
	schema_pointer(&at, &d->j, 0, node);
	if (!l->failed)
		err_set(l->e, "%s: %s", at.len > 0 ? at.data : "at the top", why);
	if (told)
		l->o->fault(l->o->arg_fault, at.len > 0 ? at.data : "", why);
	l->failed = true;
	buf_fini(&at);
}

static bool fail_at(struct loading *l, uint32_t document, uint32_t node, const char *why)
{
	schema_fault(l, document, node, why);
	return false;
}

const struct anchor *schema_anchor(const struct resource *r, struct str name)
{
	for (size_t i = 0; i < r->anchors; i++) {
		if (str_eq(r->anchor[i].name, name))
			return &r->anchor[i];
	}
	return NULL;
}

static bool add_anchor(struct loading *l, uint32_t resource, uint32_t document,
	uint32_t node, const char *keyword)
{
	struct resource *r = &l->s->resources.at[resource];
	struct json *j = &l->s->document[document]->j;
	uint32_t value = json_member(j, node, keyword);
	struct str name;

	if (value == JSON_NONE)
		return true;
	if (!schema_keyword_takes(schema_keyword(str_of(keyword)), j, value, NULL))
		return fail_at(
			l, document, value, "must be a name: [A-Za-z_][A-Za-z0-9._-]*");
	name = json_str(j, value);
	if (schema_anchor(r, name) != NULL)
		return fail_at(l, document, value, "this anchor stands here twice");
	if (r->anchors == MOST_ANCHORS)
		return fail_at(l, document, value, "one anchor too many");
	xgrow(&r->anchor, &r->cap, r->anchors + 1, sizeof(*r->anchor));
	r->anchor[r->anchors++] = (struct anchor){ name, node, keyword[1] == 'd' };
	return true;
}

/* --- dialects --------------------------------------------------------------- */

static bool add_vocabularies(struct json *j, uint32_t map, unsigned *bits)
{
	*bits = 0;
	for (uint32_t key = map + 1; key < j->node[map].next;
		key = j->node[key + 1].next) {
		unsigned bit = schema_vocabulary(json_str(j, key));

		*bits |= bit;
		if (bit == VOCABULARY_FORMAT_ASSERTION)
			*bits |= VOCABULARY_FORMAT;
		if (bit == 0 && json_is(j, key + 1, JSON_TRUE))
			return false;
	}
	return true;
}

/* The text that a URI without fragment stands for. */
static bool find_text(struct loading *l, struct str uri, struct buf *text)
{
	if (schema_meta(uri, text))
		return true;
	return l->o != NULL && l->o->find != NULL && l->o->find(l->o->arg, uri, text);
}

/* What the metaschema at `uri` says of its vocabularies. */
static bool read_dialect(
	struct loading *l, struct str uri, unsigned *bits, const char **why)
{
	struct buf text = { 0 };
	struct json j = { 0 };
	uint32_t map;
	bool good = false;

	*bits = VOCABULARY_STANDARD;
	*why = "is a dialect that is not known; this is 2020-12: "
	       "https://json-schema.org/draft/2020-12/schema";
	if (str_starts(uri, "http://json-schema.org/draft-") ||
		str_starts(uri, "https://json-schema.org/draft/2019"))
		*why = "is an earlier draft; 2020-12 is taken: "
		       "https://json-schema.org/draft/2020-12/schema";
	if (find_text(l, uri, &text) &&
		json_read(&j, text.data, text.len, SCHEMA_DEPTH, NULL)) {
		map = json_member(&j, 0, "$vocabulary");
		good = map == JSON_NONE || !json_is(&j, map, JSON_OBJECT) ||
			add_vocabularies(&j, map, bits);
		*why = "asks for a vocabulary that is not known";
	}
	json_fini(&j);
	buf_fini(&text);
	return good;
}

static bool take_dialect(
	struct loading *l, uint32_t document, uint32_t node, unsigned *vocabularies)
{
	struct json *j = &l->s->document[document]->j;
	uint32_t value = json_member(j, node, "$schema");
	const char *why;
	struct str uri;

	if (value == JSON_NONE)
		return true;
	if (!json_is(j, value, JSON_STRING))
		return fail_at(l, document, value, "must be a URI");
	uri = json_str(j, value);
	uri_take_fragment(&uri);
	if (str_is(uri, schema_dialect)) {
		*vocabularies = VOCABULARY_STANDARD;
		return true;
	}
	return read_dialect(l, uri, vocabularies, &why) ||
		fail_at(l, document, value, why);
}

/* --- resources -------------------------------------------------------------- */

static uint32_t add_resource(struct loading *l, uint32_t document, uint32_t node,
	struct str base, unsigned vocabularies)
{
	struct json *j = &l->s->document[document]->j;
	uint32_t id = json_member(j, node, "$id");
	struct buf uri = { 0 };
	struct str whole;

	if (json_is(j, id, JSON_STRING))
		uri_resolve(&uri, base, json_str(j, id));
	else
		buf_slice(&uri, base);
	whole = buf_view(&uri);
	uri_take_fragment(&whole);
	ADD(l->s->resources,
		(struct resource){ .document = document,
			.node = node,
			.uri = xmemdup(whole.n > 0 ? whole.p : "", whole.n),
			.vocabularies = vocabularies });
	buf_fini(&uri);
	return l->s->resources.count - 1;
}

/* A resource of its own begins at `node`; NO_STEP if it cannot be used. */
static uint32_t open_resource(
	struct loading *l, uint32_t document, uint32_t node, uint32_t outer)
{
	struct json *j = &l->s->document[document]->j;
	uint32_t id = json_member(j, node, "$id");
	const struct resource *r = &l->s->resources.at[outer];
	unsigned vocabularies = r->vocabularies;
	struct err e;

	if (!schema_keyword_takes(schema_keyword(STR("$id")), j, id, &e)) {
		fail_at(l, document, id, e.text);
		return NO_STEP;
	}
	if (!take_dialect(l, document, node, &vocabularies))
		return NO_STEP;
	if (l->s->resources.count == MOST_RESOURCES) {
		fail_at(l, document, id, "one $id too many");
		return NO_STEP;
	}
	return add_resource(l, document, node, str_of(r->uri), vocabularies);
}

static bool scan_children(struct loading *l, uint32_t document, uint32_t value,
	enum keyword_kind kind, uint32_t resource)
{
	struct json *j = &l->s->document[document]->j;

	if (kind == KEYWORD_SCHEMA)
		return schema_scan(l, document, value, resource);
	if (kind == KEYWORD_SCHEMAS && json_is(j, value, JSON_ARRAY)) {
		for (uint32_t i = value + 1; i < j->node[value].next;
			i = j->node[i].next) {
			if (!schema_scan(l, document, i, resource))
				return false;
		}
	}
	if ((kind == KEYWORD_SCHEMA_MAP || kind == KEYWORD_PATTERN_MAP) &&
		json_is(j, value, JSON_OBJECT)) {
		for (uint32_t key = value + 1; key < j->node[value].next;
			key = j->node[key + 1].next) {
			if (!schema_scan(l, document, key + 1, resource))
				return false;
		}
	}
	return true;
}

bool schema_scan(struct loading *l, uint32_t document, uint32_t node, uint32_t resource)
{
	struct document *d = l->s->document[document];

	if (d->is_schema[node] || !json_is(&d->j, node, JSON_OBJECT))
		return true;
	d->is_schema[node] = true;
	if (json_member(&d->j, node, "$id") != JSON_NONE &&
		l->s->resources.at[resource].node != node) {
		resource = open_resource(l, document, node, resource);
		if (resource == NO_STEP)
			return false;
	}
	if (!add_anchor(l, resource, document, node, "$anchor") ||
		!add_anchor(l, resource, document, node, "$dynamicAnchor"))
		return false;
	for (uint32_t key = node + 1; key < d->j.node[node].next;
		key = d->j.node[key + 1].next) {
		const struct keyword *k = schema_keyword(json_str(&d->j, key));
		bool older = json_string_is(&d->j, key, "definitions") ||
			json_string_is(&d->j, key, "dependencies");

		if ((k != NULL || older) &&
			!scan_children(l, document, key + 1,
				older ? KEYWORD_SCHEMA_MAP : k->kind, resource))
			return false;
	}
	return true;
}

uint32_t schema_resource_of(const struct schema *s, uint32_t document, uint32_t node)
{
	uint32_t best = NO_STEP;

	for (uint32_t i = 0; i < s->resources.count; i++) {
		const struct resource *r = &s->resources.at[i];

		if (r->document == document && r->node <= node &&
			node < s->document[document]->j.node[r->node].next &&
			(best == NO_STEP || r->node >= s->resources.at[best].node))
			best = i;
	}
	return best;
}

static struct document *new_document(struct schema *s, struct str uri, struct buf *text)
{
	struct document *d = xcalloc(1, sizeof(*d));

	d->uri = xmemdup(uri.n > 0 ? uri.p : "", uri.n);
	buf_char(text, '\0');
	d->text = buf_steal(text);
	xgrow(&s->document, &s->cap_documents, s->documents + 1, sizeof(*s->document));
	s->document[s->documents++] = d;
	return d;
}

uint32_t schema_add_document(struct loading *l, struct str uri, struct buf *text)
{
	size_t n = text->len;
	struct document *d = new_document(l->s, uri, text);
	uint32_t place = l->s->documents - 1, resource;
	unsigned vocabularies = VOCABULARY_STANDARD;
	struct err e;

	if (!json_read(&d->j, d->text, n, SCHEMA_DEPTH, &e)) {
		err_set(l->e, "%s%sis no JSON: %s", d->uri, d->uri[0] != '\0' ? " " : "",
			e.text);
		return NO_STEP;
	}
	d->step = xmalloc(d->j.count * sizeof(*d->step));
	for (uint32_t i = 0; i < d->j.count; i++)
		d->step[i] = NO_STEP;
	d->is_schema = xcalloc(d->j.count, sizeof(*d->is_schema));
	if (!take_dialect(l, place, 0, &vocabularies))
		return NO_STEP;
	resource = add_resource(l, place, 0, uri, vocabularies);
	return schema_scan(l, place, 0, resource) ? place : NO_STEP;
}

/* --- references ------------------------------------------------------------- */

/* The resource with this URI, or that of the document found by it; NO_STEP. */
static uint32_t find_resource(const struct schema *s, struct str uri)
{
	for (uint32_t i = 0; i < s->resources.count; i++) {
		if (str_is(uri, s->resources.at[i].uri))
			return i;
	}
	for (uint32_t i = 0; i < s->documents; i++) {
		if (str_is(uri, s->document[i]->uri))
			return schema_resource_of(s, i, 0);
	}
	return NO_STEP;
}

static uint32_t get_resource(struct loading *l, struct str uri)
{
	uint32_t r = find_resource(l->s, uri), document;
	struct buf text = { 0 };

	if (r != NO_STEP)
		return r;
	if (l->s->documents == MOST_DOCUMENTS || !find_text(l, uri, &text)) {
		err_set(l->e,
			l->s->documents == MOST_DOCUMENTS
				? "%.*s would be one document too many"
				: "%.*s is not here, and nothing is fetched",
			STR_ARG(uri));
		buf_fini(&text);
		return NO_STEP;
	}
	document = schema_add_document(l, uri, &text);
	return document == NO_STEP ? NO_STEP : schema_resource_of(l->s, document, 0);
}

static bool find_fragment(
	struct loading *l, uint32_t resource, struct str fragment, struct target *out)
{
	struct resource *r = &l->s->resources.at[resource];
	struct document *d = l->s->document[r->document];
	const struct anchor *a;

	*out = (struct target){ .document = r->document, .node = r->node };
	if (fragment.n == 0)
		return true;
	if (fragment.p[0] == '/') {
		out->node = json_pointer(&d->j, r->node, fragment);
		return out->node != JSON_NONE ||
			err_set(l->e, "#%.*s is not there", STR_ARG(fragment));
	}
	a = schema_anchor(r, fragment);
	if (a == NULL)
		return err_set(l->e, "there is no anchor #%.*s", STR_ARG(fragment));
	out->node = a->node;
	out->anchor = a->name;
	return true;
}

bool schema_resolve(
	struct loading *l, uint32_t resource, struct str ref, struct target *out)
{
	struct buf uri = { 0 }, decoded = { 0 };
	struct str whole, fragment;
	uint32_t found;
	bool good = false;

	uri_resolve(&uri, str_of(l->s->resources.at[resource].uri), ref);
	whole = buf_view(&uri);
	fragment = uri_take_fragment(&whole);
	found = whole.n == 0 ? resource : get_resource(l, whole);
	if (found != NO_STEP) {
		if (!uri_decode(&decoded, fragment))
			err_set(l->e,
				"the fragment has a %% that is none of %%00 to %%FF");
		else
			good = find_fragment(l, found, buf_view(&decoded), out);
	}
	buf_fini(&uri);
	buf_fini(&decoded);
	return good;
}
