/* SPDX-License-Identifier: MIT */
/* `seam contract validate`: JSON lines in, a verdict on each out. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/commands.h"
#include "base/json_out.h"
#include "base/text.h"
#include "bus/files.h"
#include "contract/schema.h"

#define LINE_BYTES ((size_t)64 << 20)

/* What --remotes stands for; nothing is ever fetched. */
static const char host[] = "http://localhost:1234/";

struct validating {
	const struct args *a;
	struct schema *s;
	struct schema_run run;
	struct schema_errors errors;
	struct json j;
	struct buf out;
	bool all_valid;
};

static bool find_remote(void *arg, struct str uri, struct buf *text)
{
	const char *dir = arg;
	struct buf path = { 0 };
	bool found;

	if (dir == NULL || !str_starts(uri, host))
		return false;
	buf_fmt(&path, "%s/%.*s", dir, STR_ARG(str_skip(uri, sizeof(host) - 1)));
	found = memchr(path.data, '\0', path.len) == NULL &&
		file_read(path.data, LINE_BYTES, text, NULL);
	buf_fini(&path);
	return found;
}

static struct schema *read_schema(const struct args *a, struct err *e)
{
	struct schema_options o = { .assert_format = given(a, OPT_ASSERT_FORMAT),
		.find = find_remote,
		.arg = (void *)(uintptr_t)a->value[OPT_REMOTES] };
	struct schema *s = NULL;
	struct buf text = { 0 };

	if (file_read(a->value[OPT_SCHEMA], LINE_BYTES, &text, e))
		s = schema_compile(buf_view(&text), &o, e);
	if (s == NULL)
		err_wrap(e, "%s", a->value[OPT_SCHEMA]);
	buf_fini(&text);
	return s;
}

static void put_member(struct buf *b, const char *name, const char *value)
{
	out_key(b, name);
	out_text(b, value);
}

static void put_error(struct buf *b, const struct schema_error *e)
{
	out_open(b, '{');
	put_member(b, "instanceLocation", e->instance);
	put_member(b, "keywordLocation", e->keyword);
	if (e->absolute[0] != '\0')
		put_member(b, "absoluteKeywordLocation", e->absolute);
	put_member(b, "error", e->message);
	out_close(b, '}');
}

static void put_json(struct validating *v, enum verdict verdict, const char *why)
{
	struct buf ascii = { 0 };
	struct buf *b = &v->out;

	buf_reset(b);
	out_open(b, '{');
	out_key(b, "valid");
	out_bool(b, verdict == SCHEMA_VALID);
	out_key(b, "errors");
	out_open(b, '[');
	if (why != NULL) {
		out_open(b, '{');
		put_member(b, "instanceLocation", "");
		put_member(b, "keywordLocation", "");
		put_member(b, "error", why);
		out_close(b, '}');
	}
	for (size_t i = 0; i < v->errors.count; i++)
		put_error(b, &v->errors.error[i]);
	out_close(b, ']');
	out_close(b, '}');
	out_ascii(&ascii, buf_view(b));
	puts(ascii.data);
	buf_fini(&ascii);
}

static void put_words(
	struct validating *v, size_t line, enum verdict verdict, const char *why)
{
	if (verdict == SCHEMA_VALID)
		return;
	if (why != NULL)
		printf("line %zu: %s\n", line, why);
	for (size_t i = 0; i < v->errors.count; i++) {
		const struct schema_error *e = &v->errors.error[i];
		struct buf words = { 0 }, clean = { 0 };

		buf_fmt(&words, "%s: %s (%s)", e->at[0] != '\0' ? e->at : "the whole",
			e->message, e->keyword);
		text_clean(&clean, buf_view(&words));
		printf("line %zu: %s\n", line, clean.data);
		buf_fini(&words);
		buf_fini(&clean);
	}
}

static void validate(struct validating *v, size_t number, struct str line)
{
	enum verdict verdict = SCHEMA_INVALID;
	const char *why = NULL;
	struct err e;

	schema_errors_fini(&v->errors);
	if (!json_read(&v->j, line.p, line.n, SCHEMA_DEPTH, &e)) {
		why = e.text;
	} else {
		verdict = schema_check(v->s, &v->run, &v->j, 0);
		if (verdict == SCHEMA_INVALID)
			schema_explain(v->s, &v->run, &v->j, 0, &v->errors);
		if (verdict == SCHEMA_GAVE_UP)
			why = "given up: to check it would cost too much";
	}
	v->all_valid &= verdict == SCHEMA_VALID;
	if (given(v->a, OPT_JSON))
		put_json(v, verdict, why);
	else
		put_words(v, number, verdict, why);
}

static bool is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' && s.p[i] != '\t' && s.p[i] != '\r' && s.p[i] != '\n')
			return false;
	}
	return true;
}

static enum status validate_lines(struct validating *v, FILE *in)
{
	char *line = NULL;
	size_t room = 0, number = 0;
	ssize_t n;

	while ((n = getline(&line, &room, in)) >= 0) {
		struct str s = { line, (size_t)n };

		number++;
		if (s.n > 0 && s.p[s.n - 1] == '\n')
			s.n--;
		if (!is_blank(s))
			validate(v, number, s);
	}
	free(line);
	if (!feof(in)) /* it could not be read, or there was no memory for it */
		return fail_with(v->a, USAGE, "no_file", "line %zu cannot be read: %s",
			number + 1, strerror(errno));
	return v->all_valid ? DONE : REFUSED;
}

static enum status validate_file(struct validating *v, const char *path)
{
	FILE *in = path == NULL || strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	enum status s;

	if (in == NULL)
		return fail_with(v->a, USAGE, "no_file", "%s: %s", path, strerror(errno));
	s = validate_lines(v, in);
	if (in != stdin)
		fclose(in);
	return s;
}

enum status run_contract_validate(const struct args *a)
{
	struct validating v = { .a = a, .all_valid = true };
	enum status s;
	struct err e;

	if (!given(a, OPT_SCHEMA))
		return usage_error(a, "--schema is missing");
	v.s = read_schema(a, &e);
	if (v.s == NULL)
		return fail_with(a, USAGE, "schema", "%s", e.text);
	s = validate_file(&v, a->operands > 0 ? a->operand[0] : NULL);
	schema_free(v.s);
	schema_run_fini(&v.run);
	schema_errors_fini(&v.errors);
	json_fini(&v.j);
	buf_fini(&v.out);
	return s;
}
