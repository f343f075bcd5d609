/* SPDX-License-Identifier: MIT */
#include "contract/infer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/json_out.h"
#include "base/json_pretty.h"
#include "base/mem.h"
#include "contract/contract.h"
#include "contract/infer_own.h"
#include "contract/text_kind.h"

#define LARGEST ((size_t)512 << 10) /* bytes; a hub takes twice that */
#define FEW 20                      /* artifacts: of fewer, one is told */
#define POINTER_DEPTH 3             /* where confidence and fallback are looked for */

void infer_init(struct infer *f, struct str from, struct str to)
{
	*f = (struct infer){ .from = xmemdup(from.p, from.n), .to = xmemdup(to.p, to.n) };
}

static void forget_doubts(struct infer *f)
{
	for (uint32_t i = 0; i < INFER_DOUBTS; i++) {
		free(f->doubt[i]);
		f->doubt[i] = NULL;
	}
	f->doubts = 0;
}

void infer_fini(struct infer *f)
{
	forget_doubts(f);
	sampling_fini(&f->seen);
	free(f->from);
	free(f->to);
}

void infer_artifact(struct infer *f, struct json *j, uint32_t artifact)
{
	f->artifacts++;
	sample_add(&f->seen, j, artifact);
}

void infer_doubt(struct infer *f, const char *fmt, ...)
{
	char text[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (f->doubts < INFER_DOUBTS)
		f->doubt[f->doubts] = xstrdup(text);
	f->doubts++;
}

/* --- where what stands ----------------------------------------------------- */

static bool is_confidence(const struct sample *s)
{
	return s->units * 2 > s->count;
}

static bool is_fallback(const struct sample *s)
{
	return s->fallbacks > 0 && s->fallbacks * 10 >= s->count * 9;
}

/* By its name it was meant to be one. */
static bool is_fallback_mostly(const struct sample *s)
{
	return s->fallbacks * 2 > s->count;
}

static bool is_anything(const struct sample *s)
{
	return s->count > 0;
}

static bool is_references(const struct sample *s)
{
	return s->of[SAMPLE_ARRAY] * 10 >= s->count * 9 && s->items != NULL &&
		(sample_is(s->items, SAMPLE_STRING) ||
			sample_is(s->items, SAMPLE_OBJECT));
}

static bool is_tagged_list(const struct sample *s)
{
	return is_references(s) && sample_is(s->items, SAMPLE_STRING) &&
		(s->items->texts.always & (TEXT_TAGGED | TEXT_URI)) != 0;
}

/* A member that `fits`, the upper levels first, or NULL; `name` NULL: any name. */
static const struct sample *find(const struct sample *s, const char *name,
	bool (*fits)(const struct sample *), unsigned depth, struct buf *at)
{
	size_t before = at->len;
	const struct sample *found;

	for (uint32_t i = 0; i < s->members; i++) {
		const struct sample_member *m = &s->member[i];

		if (strpbrk(m->key, "~/") != NULL)
			continue;
		buf_fmt(at, "/%s", m->key);
		if (depth > 0)
			found = find(m->sample, name, fits, depth - 1, at);
		else if ((name == NULL || strcmp(m->key, name) == 0) && fits(m->sample))
			found = m->sample;
		else
			found = NULL;
		if (found != NULL)
			return found;
		at->len = before;
	}
	return NULL;
}

static const struct sample *find_named(const struct sample *root,
	const char *const *names, bool (*fits)(const struct sample *), struct buf *at)
{
	for (; *names != NULL; names++) {
		for (unsigned depth = 0; depth < POINTER_DEPTH; depth++) {
			const struct sample *found = find(root, *names, fits, depth, at);

			if (found != NULL)
				return found;
		}
	}
	return NULL;
}

/* Of how many artifacts `what` is there, where that is not all of them. */
static void doubt_some(
	struct infer *f, const char *what, const struct buf *at, uint64_t has)
{
	if (has < f->artifacts)
		infer_doubt(f,
			"%llu of %llu artifacts have %s at %s: the others lack what the "
			"contract asks for",
			(unsigned long long)has, (unsigned long long)f->artifacts, what,
			at->data);
}

/* Where it was not found most of the time: at `pointer`, whatever stands there. */
static void doubt_none(struct infer *f, const char *what, const char *pointer,
	uint64_t (*has)(const struct sample *), struct buf *at)
{
	const struct sample *s = sample_member(f->seen.root, pointer + 1);

	infer_doubt(f,
		"%llu of %llu artifacts have %s at %s: the contract asks for it there",
		(unsigned long long)(s != NULL ? has(s) : 0),
		(unsigned long long)f->artifacts, what, pointer);
	buf_str(at, pointer);
}

static uint64_t confidences(const struct sample *s)
{
	return s->units;
}

static uint64_t fallbacks(const struct sample *s)
{
	return s->fallbacks;
}

static void write_at(struct buf *out, const char *key, const char *at)
{
	out_key(out, key);
	out_open(out, '{');
	out_key(out, "at");
	out_text(out, at);
	out_close(out, '}');
}

static void write_confidence(struct infer *f, struct buf *out)
{
	static const char *const names[] = { "confidence", "confidence_score",
		"confidenceScore", "certainty", "probability", "likelihood", "score",
		NULL };
	static const char what[] = "a confidence in 0..1";
	struct buf at = { 0 };
	const struct sample *found = find_named(f->seen.root, names, is_confidence, &at);

	if (found == NULL)
		doubt_none(f, what, "/confidence", confidences, &at);
	else
		doubt_some(f, what, &at, found->units);
	write_at(out, "confidence", at.data);
	buf_fini(&at);
}

static void write_fallback(struct infer *f, struct buf *out)
{
	static const char *const names[] = { "fallback", NULL };
	static const char what[] = "a fallback that can be used";
	struct buf at = { 0 };
	const struct sample *found =
		find_named(f->seen.root, names, is_fallback_mostly, &at);

	for (unsigned depth = 0; found == NULL && depth < POINTER_DEPTH; depth++)
		found = find(f->seen.root, NULL, is_fallback, depth, &at);
	if (found == NULL)
		doubt_none(f, what, "/fallback", fallbacks, &at);
	else
		doubt_some(f, what, &at, found->fallbacks);
	write_at(out, "fallback", at.data);
	buf_fini(&at);
}

static void write_provenance(struct infer *f, struct buf *out)
{
	static const char *const lists[] = { "provenance", "evidence_refs", "sources",
		"references", "refs", "citations", "evidence", "inputs", NULL };
	static const char *const objects[] = { "provenance", "evidence", NULL };
	struct buf at = { 0 };
	const struct sample *found = find_named(f->seen.root, lists, is_references, &at);

	for (unsigned depth = 0; found == NULL && depth < POINTER_DEPTH; depth++)
		found = find(f->seen.root, NULL, is_tagged_list, depth, &at);
	if (found != NULL || find_named(f->seen.root, objects, is_anything, &at) != NULL)
		write_at(out, "provenance", at.data);
	else
		infer_doubt(f, "no list of sources was seen: no provenance is asked for");
	buf_fini(&at);
}

/* --- the contract ---------------------------------------------------------- */

static void write_name(const struct infer *f, struct buf *out)
{
	struct buf name = { 0 };

	buf_fmt(&name, "%s-to-%s", f->from, f->to);
	out_key(out, "contract");
	out_str(out, (struct str){ name.data, name.len < 64 ? name.len : 64 });
	out_key(out, "version");
	out_text(out, "1.0.0");
	out_key(out, "from");
	out_open(out, '[');
	out_text(out, f->from);
	out_close(out, ']');
	out_key(out, "to");
	out_open(out, '[');
	out_text(out, f->to);
	out_close(out, ']');
	buf_fini(&name);
}

/* What it is cannot be seen; so it says where it comes from, for who reviews it. */
static void write_scope(const struct infer *f, struct buf *out)
{
	struct buf text = { 0 };

	buf_fmt(&text,
		"what %s was seen to hand %s: inferred from %llu artifacts, not "
		"reviewed by a human yet",
		f->from, f->to, (unsigned long long)f->artifacts);
	out_key(out, "scope");
	out_open(out, '{');
	out_key(out, "represents");
	out_str(out, buf_view(&text));
	out_key(out, "excludes");
	out_open(out, '[');
	out_text(out, "whatever those artifacts did not hold");
	out_close(out, ']');
	out_close(out, '}');
	buf_fini(&text);
}

static void write_schema(struct infer *f, struct buf *out, unsigned deepest)
{
	struct buf schema = { 0 };
	struct schema_writer w = { .f = f, .out = &schema, .deepest = deepest };

	infer_schema(&w, f->seen.root);
	buf_str(out,
		",\"schema\":{\"$schema\":"
		"\"https://json-schema.org/draft/2020-12/schema\",");
	buf_slice(out, str_skip(buf_view(&schema), 1));
	buf_fini(&w.at);
	buf_fini(&schema);
}

static void write_contract(struct infer *f, struct buf *out, unsigned deepest)
{
	forget_doubts(f);
	f->fields = f->always = f->choices = f->ranges = f->patterns = 0;
	if (f->artifacts < FEW)
		infer_doubt(f, "%llu artifact%s: little can be learned from so few",
			(unsigned long long)f->artifacts, f->artifacts == 1 ? "" : "s");
	if (deepest < SAMPLE_DEPTH)
		infer_doubt(f, "too much was seen for one contract: cut to %u level%s",
			deepest, deepest == 1 ? "" : "s");
	if (f->seen.full)
		infer_doubt(f, "more than %d places were seen: the others are left open",
			SAMPLE_PLACES);
	out_open(out, '{');
	write_name(f, out);
	write_scope(f, out);
	write_schema(f, out, deepest);
	write_confidence(f, out);
	write_provenance(f, out);
	write_fallback(f, out);
	out_key(out, "on_violation");
	out_text(out, "flag");
	if (f->is_default) {
		out_key(out, "default");
		out_bool(out, true);
	}
	out_close(out, '}');
}

/* In lines; false if that is too large. */
static bool print(struct buf *out, const struct buf *line, struct err *e)
{
	struct json j = { 0 };
	size_t before = out->len;
	bool ok = json_read(&j, line->data, line->len, CONTRACT_DEPTH, e);

	if (ok)
		json_pretty(out, &j, 0);
	json_fini(&j);
	if (ok && out->len - before <= LARGEST)
		return true;
	out->len = before;
	return ok && err_set(e, "too large");
}

bool infer_contract(struct infer *f, struct buf *out, struct err *e)
{
	struct buf line = { 0 };
	unsigned deepest = SAMPLE_DEPTH;
	bool ok = false;

	if (f->seen.root == NULL)
		return err_set(e, "no artifact was seen");
	sample_settle(&f->seen);
	for (;; deepest /= 2) {
		buf_reset(&line);
		write_contract(f, &line, deepest);
		ok = print(out, &line, e);
		if (ok || deepest == 0)
			break;
	}
	buf_fini(&line);
	return ok;
}
