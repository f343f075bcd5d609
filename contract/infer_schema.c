/* SPDX-License-Identifier: MIT */
/* From a sample to a JSON Schema, with the counts as `$comment`. */
#include <math.h>
#include <stdlib.h>

#include "base/json_out.h"
#include "base/mem.h"
#include "contract/infer_own.h"
#include "contract/text_kind.h"

#define FEW 8
#define LONGEST_AT 100 /* bytes of a pointer that are told */

static void write_schema(struct schema_writer *w, const struct sample *s,
	const char *name, unsigned depth);

static uint64_t numbers(const struct sample *s)
{
	return s->of[SAMPLE_INTEGER] + s->of[SAMPLE_REAL];
}

/* Where the doubt is; of a long pointer its end. */
static const char *where(const struct schema_writer *w)
{
	if (w->at.len == 0)
		return "the artifact";
	return w->at.len <= LONGEST_AT
		? w->at.data
		: strchrnul(w->at.data + w->at.len - LONGEST_AT, '/');
}

/* Adds a number as people write it: 1000000, not 1e+06. */
static void add_number(struct buf *b, double d)
{
	struct buf text = { 0 };

	if (d == floor(d) && fabs(d) < 1e15)
		buf_fmt(&text, "%.0f", d + 0.0);
	else
		out_real(&text, d);
	buf_slice(b, buf_view(&text));
	buf_fini(&text);
}

static void write_bound(struct buf *out, const char *key, double d)
{
	out_key(out, key);
	add_number(out, d);
}

static void write_count(struct buf *out, const char *key, uint64_t n)
{
	out_key(out, key);
	out_uint(out, n);
}

/* --- types ----------------------------------------------------------------- */

/* What its type is called; all-whole numbers are integers if there are enough of them. */
static uint32_t type_names(const struct sample *s, const char *name[SAMPLE_TYPES])
{
	static const char *const names[SAMPLE_TYPES] = { "null", "boolean", "integer",
		"number", "string", "array", "object" };
	bool real = s->of[SAMPLE_REAL] > 0 || numbers(s) < FEW;
	uint32_t n = 0;

	for (int t = 0; t < SAMPLE_TYPES; t++) {
		if (t == SAMPLE_INTEGER || t == SAMPLE_REAL) {
			if (numbers(s) > 0 && (t == SAMPLE_REAL) == real)
				name[n++] = names[t];
		} else if (s->of[t] > 0) {
			name[n++] = names[t];
		}
	}
	return n;
}

static void write_type(struct schema_writer *w, const struct sample *s)
{
	const char *name[SAMPLE_TYPES];
	uint32_t n = type_names(s, name);

	if (n == 0)
		return;
	out_key(w->out, "type");
	if (n == 1) {
		out_text(w->out, name[0]);
		return;
	}
	out_open(w->out, '[');
	for (uint32_t i = 0; i < n; i++)
		out_text(w->out, name[i]);
	out_close(w->out, ']');
	if (n > 2 || s->of[SAMPLE_NULL] == 0)
		infer_doubt(w->f, "%s has values of %u types", where(w), n);
}

/* --- strings --------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
	const struct sample_value *const *x = a, *const *y = b;

	return strcmp((*x)->text, (*y)->text);
}

static void sorted_values(
	const struct sample *s, const struct sample_value *value[SAMPLE_VALUES])
{
	for (uint32_t i = 0; i < s->values; i++)
		value[i] = &s->value[i];
	qsort(value, s->values, sizeof(*value), by_text);
}

static void write_choice(struct schema_writer *w, const struct sample *s)
{
	const struct sample_value *value[SAMPLE_VALUES] = { NULL };

	w->f->choices++;
	sorted_values(s, value);
	if (s->values == 1 && s->of[SAMPLE_NULL] == 0) {
		out_key(w->out, "const");
		out_text(w->out, value[0]->text);
		return;
	}
	out_key(w->out, "enum");
	out_open(w->out, '[');
	for (uint32_t i = 0; i < s->values; i++)
		out_text(w->out, value[i]->text);
	if (s->of[SAMPLE_NULL] > 0)
		out_null(w->out);
	out_close(w->out, ']');
}

static void write_pattern(struct schema_writer *w, const struct sample_texts *t)
{
	const struct text_kind_row *row =
		t->count >= FEW ? text_kind_row(t->always) : NULL;
	uint32_t prefix = row == NULL ? texts_prefix(t) : 0;
	struct buf text = { 0 };

	if (row != NULL && row->format != NULL) {
		out_key(w->out, "format");
		out_text(w->out, row->format);
	}
	if (row == NULL && prefix == 0)
		return;
	w->f->patterns++;
	buf_char(&text, '^');
	buf_add(&text, t->prefix, prefix);
	out_key(w->out, "pattern");
	out_text(w->out, row != NULL ? row->pattern : text.data);
	buf_fini(&text);
}

static void write_lengths(struct schema_writer *w, const struct sample_texts *t)
{
	const struct text_kind_row *row =
		t->count >= FEW ? text_kind_row(t->always) : NULL;
	uint32_t n;

	if (row != NULL && (row->format != NULL || row->bit == TEXT_FALLBACK))
		return;
	if (texts_least(t, &n))
		write_count(w->out, "minLength", n);
	if (texts_most(t, &n))
		write_count(w->out, "maxLength", n);
}

static void write_strings(struct schema_writer *w, const struct sample *s)
{
	if (s->of[SAMPLE_STRING] == 0)
		return;
	if (sample_is_choice(s)) {
		write_choice(w, s);
		return;
	}
	write_pattern(w, &s->texts);
	write_lengths(w, &s->texts);
}

/* --- numbers --------------------------------------------------------------- */

static void write_range(struct schema_writer *w, const struct sample *s, const char *name)
{
	double bound;
	bool lower, upper;

	if (numbers(s) == 0)
		return;
	lower = sample_lower(s, &bound);
	if (lower)
		write_bound(w->out, "minimum", bound);
	upper = sample_upper(s, name, &bound);
	if (upper)
		write_bound(w->out, "maximum", bound);
	w->f->ranges += lower && upper;
	if (!upper && sample_climbs(s))
		infer_doubt(w->f, "%s goes up and up: it gets no maximum", where(w));
}

/* --- arrays and objects ---------------------------------------------------- */

static size_t descend(struct schema_writer *w, const char *key)
{
	size_t before = w->at.len;

	out_token(&w->at, str_of(key));
	return before;
}

static void ascend(struct schema_writer *w, size_t before)
{
	w->at.len = before;
	w->at.data[before] = '\0';
}

static void write_below(struct schema_writer *w, const struct sample *s, const char *name,
	const char *key, unsigned depth)
{
	size_t before = descend(w, key);

	write_schema(w, s, name, depth + 1);
	ascend(w, before);
}

static void write_array(
	struct schema_writer *w, const struct sample *s, const char *name, unsigned depth)
{
	bool tuple = s->items != NULL && s->fewest == s->longest && s->longest > 1 &&
		numbers(s->items) == s->items->count;

	if (s->of[SAMPLE_ARRAY] == 0)
		return;
	if (s->fewest > 0 && s->of[SAMPLE_ARRAY] >= FEW)
		write_count(w->out, "minItems", tuple ? s->fewest : 1);
	if (tuple && s->of[SAMPLE_ARRAY] >= FEW)
		write_count(w->out, "maxItems", s->longest);
	if (s->items == NULL || depth >= w->deepest)
		return;
	out_key(w->out, "items");
	write_below(w, s->items, name, "*", depth);
}

static void write_properties(
	struct schema_writer *w, const struct sample *s, unsigned depth)
{
	if (s->members == 0)
		return;
	out_key(w->out, "properties");
	out_open(w->out, '{');
	for (uint32_t i = 0; i < s->members; i++) {
		const struct sample_member *m = &s->member[i];

		w->f->fields++;
		w->of = s->of[SAMPLE_OBJECT];
		out_str(w->out, str_of(m->key));
		buf_char(w->out, ':');
		write_below(w, m->sample, m->key, m->key, depth);
	}
	out_close(w->out, '}');
}

static void write_variant(
	struct schema_writer *w, const struct sample *s, const struct sample_shape *v)
{
	struct buf b = { 0 };

	buf_fmt(&b, "seen %llu of %llu", (unsigned long long)v->count,
		(unsigned long long)s->of[SAMPLE_OBJECT]);
	out_open(w->out, '{');
	out_key(w->out, "$comment");
	out_str(w->out, buf_view(&b));
	out_key(w->out, "required");
	out_open(w->out, '[');
	for (uint32_t i = 0; i < s->members; i++) {
		if ((v->has[i / 64] >> i % 64 & 1) != 0)
			out_str(w->out, str_of(s->member[i].key));
	}
	out_close(w->out, ']');
	out_close(w->out, '}');
	buf_fini(&b);
}

/* Two kinds of object on one way: what each of them always has. */
static void write_variants(struct schema_writer *w, const struct sample *s)
{
	const struct sample_shape *variant[VARIANTS] = { NULL };
	uint32_t n = sample_variants(s, variant);

	if (n == 0)
		return;
	infer_doubt(w->f, "%s comes in %u kinds with other fields: better two contracts?",
		where(w), n);
	out_key(w->out, "anyOf");
	out_open(w->out, '[');
	for (uint32_t i = 0; i < n; i++)
		write_variant(w, s, variant[i]);
	out_close(w->out, ']');
}

static void write_required(struct schema_writer *w, const struct sample *s)
{
	uint32_t always = 0;

	for (uint32_t i = 0; i < s->members; i++)
		always += s->member[i].sample->count == s->of[SAMPLE_OBJECT];
	w->f->always += always;
	if (always == 0)
		return;
	out_key(w->out, "required");
	out_open(w->out, '[');
	for (uint32_t i = 0; i < s->members; i++) {
		if (s->member[i].sample->count == s->of[SAMPLE_OBJECT])
			out_str(w->out, str_of(s->member[i].key));
	}
	out_close(w->out, ']');
}

/* Keys that are data: each of the values is like the others. */
static void write_rest(struct schema_writer *w, const struct sample *s, unsigned depth)
{
	infer_doubt(
		w->f, "%s has keys that look like data: they are not named", where(w));
	if (s->members == 0) {
		out_key(w->out, "propertyNames");
		out_open(w->out, '{');
		write_pattern(w, s->keys);
		write_lengths(w, s->keys);
		out_close(w->out, '}');
	}
	out_key(w->out, "additionalProperties");
	write_below(w, s->rest, "", "*", depth);
}

static void write_object(struct schema_writer *w, const struct sample *s, unsigned depth)
{
	if (s->of[SAMPLE_OBJECT] == 0 || depth >= w->deepest)
		return;
	write_properties(w, s, depth);
	write_required(w, s);
	write_variants(w, s);
	if (s->rest != NULL && s->keys != NULL) {
		write_rest(w, s, depth);
	} else if (sample_keys_stand(s)) {
		out_key(w->out, "additionalProperties");
		out_bool(w->out, false);
	} else {
		infer_doubt(w->f, "%s may have other fields: %s", where(w),
			s->of[SAMPLE_OBJECT] < FEW ? "it was seen too seldom"
						   : "new ones came until the end");
	}
}

/* --- the counts ------------------------------------------------------------ */

static void comment_choice(struct buf *b, const struct sample *s)
{
	const struct sample_value *value[SAMPLE_VALUES] = { NULL };

	sorted_values(s, value);
	for (uint32_t i = 0; i < s->values; i++)
		buf_fmt(b, "%s%s %llu", i > 0 ? ", " : "; ", value[i]->text,
			(unsigned long long)value[i]->count);
}

static void comment_range(struct buf *b, const struct sample *s)
{
	buf_str(b, "; ");
	add_number(b, s->least);
	buf_str(b, " to ");
	add_number(b, s->most);
}

/* "120 of 136; null 3; critical 60, warning 57" */
static void write_comment(struct schema_writer *w, const struct sample *s)
{
	struct buf b = { 0 };

	buf_fmt(&b, "seen %llu", (unsigned long long)s->count);
	if (w->of > 0)
		buf_fmt(&b, " of %llu", (unsigned long long)w->of);
	w->of = 0;
	if (s->of[SAMPLE_NULL] > 0)
		buf_fmt(&b, "; null %llu", (unsigned long long)s->of[SAMPLE_NULL]);
	if (sample_is_choice(s))
		comment_choice(&b, s);
	else if (s->of[SAMPLE_STRING] > 0)
		buf_fmt(&b, "; %u to %u characters", s->texts.shortest, s->texts.longest);
	if (numbers(s) > 0)
		comment_range(&b, s);
	if (s->of[SAMPLE_ARRAY] > 0)
		buf_fmt(&b, "; %u to %u elements", s->fewest, s->longest);
	out_key(w->out, "$comment");
	out_str(w->out, buf_view(&b));
	buf_fini(&b);
}

static void write_schema(
	struct schema_writer *w, const struct sample *s, const char *name, unsigned depth)
{
	out_open(w->out, '{');
	write_comment(w, s);
	write_type(w, s);
	write_strings(w, s);
	write_range(w, s, name);
	write_array(w, s, name, depth);
	write_object(w, s, depth);
	if (s->unseen)
		infer_doubt(w->f, "%s holds more than was looked at", where(w));
	out_close(w->out, '}');
}

void infer_schema(struct schema_writer *w, const struct sample *s)
{
	write_schema(w, s, "", 0);
}
