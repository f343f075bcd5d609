/* SPDX-License-Identifier: MIT */
/* `seam contract validate`: JSON lines in, a verdict on each out. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/commands.h"
#include "base/json_out.h"
#include "base/text.h"
#include "bus/files.h"
#include "contract/schema.h"

#define SCHEMA_BYTES ((size_t)64 << 20)
#define LINE_BYTES ((size_t)16 << 20) /* an artifact has 2 MiB at the most */

/* What --remotes stands for; nothing is ever fetched. */
static const char host[] = "http://localhost:1234/";

struct validating {
	const struct args *a;
	struct schema *s;
	struct schema_run run;
	struct schema_errors errors;
	struct json j;
	struct buf out;
	size_t valid, invalid, unreadable, given_up;
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
		file_read(path.data, SCHEMA_BYTES, text, NULL);
	buf_fini(&path);
	return found;
}

/* A schema that is in a contract: those who have only this file mean that one. */
static bool find_schema(struct schema_options *o, struct str *text, const char *path)
{
	struct json j = { 0 };
	uint32_t n;
	bool found;

	if (!json_read(&j, text->p, text->n, SCHEMA_DEPTH, NULL)) {
		json_fini(&j);
		return false; /* schema_compile() says why */
	}
	n = json_member(&j, 0, "schema");
	found = n != JSON_NONE &&
		json_is(&j, json_member(&j, 0, "contract"), JSON_STRING) &&
		json_is(&j, json_member(&j, 0, "version"), JSON_STRING);
	if (found) {
		*text = json_raw(&j, n);
		o->assert_format |=
			json_is(&j, json_member(&j, 0, "assert_format"), JSON_TRUE);
		complain("%s is a contract: its schema is taken", path);
	}
	json_fini(&j);
	return found;
}

/* "/type: must be ..." is at /schema/type of that file. */
static void move_into_contract(struct err *e)
{
	struct err old = *e;

	err_set(e, "/schema%s%s", old.text[0] == '/' ? "" : ": ", old.text);
}

static struct schema *read_schema(const struct args *a, struct err *e)
{
	struct schema_options o = { .assert_format = given(a, OPT_ASSERT_FORMAT),
		.find = find_remote,
		.arg = (void *)(uintptr_t)a->value[OPT_REMOTES] };
	const char *path = a->value[OPT_SCHEMA];
	struct schema *s = NULL;
	struct buf file = { 0 };
	struct str text;
	bool inside;

	if (file_read(path, SCHEMA_BYTES, &file, e)) {
		text = buf_view(&file);
		inside = find_schema(&o, &text, path);
		s = schema_compile(text, &o, e);
		if (s == NULL && inside)
			move_into_contract(e);
		else if (s == NULL)
			json_err_line(e, text);
	}
	if (s == NULL)
		err_wrap(e, "%s", path);
	buf_fini(&file);
	return s;
}

static void put_member(struct buf *b, const char *name, const char *value)
{
	out_key(b, name);
	out_text(b, value);
}

/* What is missing has its place where it would be, not where it is missed. */
static void put_error(struct buf *b, const struct schema_error *e)
{
	struct buf words = { 0 };

	if (strcmp(e->at, e->instance) != 0)
		buf_fmt(&words, "%s: ", e->at);
	buf_str(&words, e->message);
	out_open(b, '{');
	put_member(b, "instanceLocation", e->instance);
	put_member(b, "keywordLocation", e->keyword);
	if (e->absolute[0] != '\0')
		put_member(b, "absoluteKeywordLocation", e->absolute);
	put_member(b, "error", words.data);
	out_close(b, '}');
	buf_fini(&words);
}

static void put_json(
	struct validating *v, size_t line, enum verdict verdict, const char *why)
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
	out_key(b, "line");
	out_uint(b, line);
	if (why != NULL) { /* no verdict: neither valid nor not */
		out_key(b, verdict == SCHEMA_GAVE_UP ? "given_up" : "unreadable");
		out_bool(b, true);
	}
	out_close(b, '}');
	out_ascii(&ascii, buf_view(b));
	puts(ascii.data);
	buf_fini(&ascii);
}

static void put_words(
	struct validating *v, size_t line, enum verdict verdict, const char *why)
{
	if (verdict == SCHEMA_VALID)
		printf("line %zu: valid\n", line);
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

static void tell(struct validating *v, size_t line, enum verdict verdict, const char *why)
{
	if (given(v->a, OPT_JSON))
		put_json(v, line, verdict, why);
	else
		put_words(v, line, verdict, why);
}

static void unreadable(struct validating *v, size_t number, const char *why)
{
	schema_errors_fini(&v->errors);
	v->unreadable++;
	tell(v, number, SCHEMA_INVALID, why);
}

static void validate(struct validating *v, size_t number, struct str line)
{
	enum verdict verdict;
	struct err e;

	schema_errors_fini(&v->errors);
	if (!json_read(&v->j, line.p, line.n, SCHEMA_DEPTH, &e)) {
		unreadable(v, number, e.text);
		return;
	}
	verdict = schema_check(v->s, &v->run, &v->j, 0);
	if (verdict == SCHEMA_INVALID)
		schema_explain(v->s, &v->run, &v->j, 0, &v->errors);
	v->valid += verdict == SCHEMA_VALID;
	v->invalid += verdict == SCHEMA_INVALID;
	v->given_up += verdict == SCHEMA_GAVE_UP;
	tell(v, number, verdict,
		verdict == SCHEMA_GAVE_UP ? "given up: to check it would cost too much"
					  : NULL);
}

static bool is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != ' ' && s.p[i] != '\t' && s.p[i] != '\r' && s.p[i] != '\n')
			return false;
	}
	return true;
}

/* What is read of a stream, and goes on to be split into lines as it comes. */
struct stream {
	int fd;
	char chunk[1 << 16];
	size_t at, end;
	bool failed;
};

static bool fill_chunk(struct stream *in)
{
	ssize_t n;

	do {
		n = read(in->fd, in->chunk, sizeof(in->chunk));
	} while (n < 0 && errno == EINTR);
	in->failed = n < 0;
	in->at = 0;
	in->end = n > 0 ? (size_t)n : 0;
	return n > 0;
}

/* The next line without its end, at most a chunk more than may be; false at the end. */
static bool read_line(struct stream *in, struct buf *line)
{
	bool any = false, whole = false;

	buf_reset(line);
	while (!whole && (in->at < in->end || fill_chunk(in))) {
		const char *p = in->chunk + in->at, *lf;
		size_t n = in->end - in->at;

		lf = memchr(p, '\n', n);
		whole = lf != NULL;
		if (whole)
			n = (size_t)(lf - p);
		if (line->len <= LINE_BYTES)
			buf_add(line, p, n);
		in->at += n + whole;
		any = true;
	}
	return any && !in->failed;
}

static enum status validate_lines(struct validating *v, int fd)
{
	struct stream in = { .fd = fd };
	struct buf line = { 0 };
	size_t number = 0;

	while (read_line(&in, &line)) {
		number++;
		if (line.len > LINE_BYTES)
			unreadable(v, number, "more than 16 MiB: it is not read");
		else if (!is_blank(buf_view(&line)))
			validate(v, number, buf_view(&line));
	}
	buf_fini(&line);
	if (in.failed)
		return fail_with(v->a, USAGE, "no_file", "line %zu cannot be read: %s",
			number + 1, strerror(errno));
	return v->invalid + v->unreadable + v->given_up > 0 ? REFUSED : DONE;
}

static void say_sum(const struct validating *v)
{
	struct buf b = { 0 };

	buf_fmt(&b, "%zu valid, %zu not", v->valid, v->invalid);
	if (v->unreadable > 0)
		buf_fmt(&b, ", %zu unreadable", v->unreadable);
	if (v->given_up > 0)
		buf_fmt(&b, ", %zu given up", v->given_up);
	fflush(stdout);
	complain("%s", b.data);
	buf_fini(&b);
}

/* A stream: whatever it is but a folder. */
static enum status validate_file(struct validating *v, const char *path)
{
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	enum status s;
	struct stat st;

	if (fd < 0)
		return fail_with(v->a, USAGE, "no_file", "%s: %s", path, strerror(errno));
	if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
		s = fail_with(v->a, USAGE, "no_file", "%s: it is a folder", path);
	else
		s = validate_lines(v, fd);
	if (fd != STDIN_FILENO)
		close(fd);
	if (s != USAGE)
		say_sum(v);
	return s;
}

enum status run_contract_validate(const struct args *a)
{
	struct validating v = { .a = a };
	const char *in = a->operands > 0 ? a->operand[0] : "-";
	enum status s;
	struct err e;

	if (!given(a, OPT_SCHEMA))
		return usage_error(a, "--schema is missing");
	if (strcmp(a->value[OPT_SCHEMA], "-") == 0 && strcmp(in, "-") == 0)
		return usage_error(
			a, "standard input is the schema or the lines, not both");
	v.s = read_schema(a, &e);
	if (v.s == NULL)
		return fail_with(a, USAGE, "schema", "%s", e.text);
	s = validate_file(&v, in);
	schema_free(v.s);
	schema_run_fini(&v.run);
	schema_errors_fini(&v.errors);
	json_fini(&v.j);
	buf_fini(&v.out);
	return s;
}
