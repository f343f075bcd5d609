/* SPDX-License-Identifier: MIT */
/* `seam contract diff A B`: what changed between two contracts, or two schemas, and for
 * whom. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/commands.h"
#include "base/json_out.h"
#include "base/text.h"
#include "contract/diff_words.h"

#define FILE_BYTES ((size_t)1 << 20) /* as a hub reads of a contract */

/* One of the two files. */
struct version_file {
	const char *path;
	struct buf text;
	struct json j;
	struct contract *contract; /* NULL: a schema */
};

static enum status read_file(const struct args *a, struct version_file *f)
{
	FILE *in = strcmp(f->path, "-") == 0 ? stdin : fopen(f->path, "rb");
	struct err e;

	if (in == NULL)
		return fail_with(a, REFUSED, "no_file", "cannot open %s: %s", f->path,
			strerror(errno));
	f->text.len = fread(buf_room(&f->text, FILE_BYTES + 1), 1, FILE_BYTES + 1, in);
	f->text.data[f->text.len] = '\0';
	if (in != stdin)
		fclose(in);
	if (f->text.len > FILE_BYTES)
		return fail_with(a, REFUSED, "too_large", "%s: more than %zu bytes",
			f->path, FILE_BYTES);
	if (!json_read(&f->j, f->text.data, f->text.len, CONTRACT_DEPTH, &e))
		return fail_with(
			a, REFUSED, "malformed", "%s is not JSON: %s", f->path, e.text);
	if (json_member(&f->j, 0, "contract") == JSON_NONE) {
		if (json_is(&f->j, 0, JSON_OBJECT) || json_is(&f->j, 0, JSON_TRUE) ||
			json_is(&f->j, 0, JSON_FALSE))
			return DONE;
		return fail_with(a, REFUSED, "malformed",
			"%s is neither a contract nor a schema", f->path);
	}
	f->contract = contract_read(buf_view(&f->text), &e);
	return f->contract != NULL
		? DONE
		: fail_with(a, REFUSED, "malformed", "%s: %s", f->path, e.text);
}

static void file_fini(struct version_file *f)
{
	contract_free(f->contract);
	json_fini(&f->j);
	buf_fini(&f->text);
}

/* --- for people ------------------------------------------------------------------------
 */

static void print_clean(struct buf *line)
{
	struct buf clean = { 0 };

	text_clean(&clean, buf_view(line));
	puts(clean.data != NULL ? clean.data : "");
	buf_fini(&clean);
	buf_reset(line);
}

static void print_lines(const struct diff *d, const struct version *of)
{
	struct buf line = { 0 };

	for (size_t i = 0; i < d->count; i++) {
		buf_fmt(&line, "%s  ", diff_place(&d->list[i]));
		diff_change_words(&line, &d->list[i]);
		buf_str(&line, "  ");
		diff_who_words(&line, &d->list[i], of);
		print_clean(&line);
	}
	buf_fini(&line);
}

static void print_verdict(
	const struct diff *d, const struct version *of, struct str about_number)
{
	struct buf line = { 0 };

	diff_verdict_words(&line, d, of);
	print_clean(&line);
	if (about_number.n > 0)
		printf("%.*s\n", STR_ARG(about_number));
	buf_fini(&line);
}

/* --- for programs
 * ------------------------------------------------------------------------ */

static void put(struct buf *b, const char *key, const char *value)
{
	out_key(b, key);
	out_text(b, value);
}

static void print_json(
	const struct diff *d, const struct version *of, struct str about_number)
{
	struct buf b = { 0 }, words = { 0 }, ascii = { 0 };

	out_open(&b, '{');
	out_key(&b, "compatible");
	out_bool(&b, d->breaks == 0);
	put(&b, "breaks", breaks_name(d->breaks));
	diff_verdict_words(&words, d, of);
	put(&b, "verdict", words.data);
	out_key(&b, "version");
	if (about_number.n > 0)
		out_str(&b, about_number);
	else
		out_null(&b);
	out_key(&b, "differences");
	out_open(&b, '[');
	for (size_t i = 0; i < d->count; i++) {
		const struct difference *one = &d->list[i];

		out_open(&b, '{');
		put(&b, one->in_artifact ? "at" : "member", one->at);
		put(&b, "was", one->was);
		put(&b, "is", one->is);
		put(&b, "breaks", breaks_name(one->breaks));
		put(&b, "note", one->note);
		out_close(&b, '}');
	}
	out_close(&b, ']');
	out_key(&b, "left_out");
	out_uint(&b, d->left_out);
	out_close(&b, '}');
	out_ascii(&ascii, buf_view(&b));
	puts(ascii.data);
	buf_fini(&b);
	buf_fini(&words);
	buf_fini(&ascii);
}

/* --- both
 * --------------------------------------------------------------------------------- */

static void compare(struct diff *d, struct version_file *was, struct version_file *is)
{
	if (was->contract != NULL)
		diff_contracts(d, was->contract, is->contract);
	else
		diff_schemas(d, &was->j, 0, &is->j, 0);
}

static void print(const struct args *a, const struct diff *d,
	const struct version_file *was, const struct version_file *is)
{
	const struct version *of = was->contract != NULL ? &was->contract->version : NULL;
	struct buf number = { 0 };

	if (of != NULL)
		diff_version_words(&number, d, *of, is->contract->version);
	if (given(a, OPT_JSON)) {
		print_json(d, of, buf_view(&number));
	} else {
		print_lines(d, of);
		print_verdict(d, of, buf_view(&number));
	}
	buf_fini(&number);
}

enum status run_contract_diff(const struct args *a)
{
	struct version_file was = { .path = a->operand[0] },
			    is = { .path = a->operand[1] };
	struct diff d = { 0 };
	enum status s = read_file(a, &was);

	if (s == DONE)
		s = read_file(a, &is);
	if (s == DONE && (was.contract == NULL) != (is.contract == NULL))
		s = fail_with(a, REFUSED, "malformed",
			"one is a contract and the other a schema");
	if (s == DONE) {
		compare(&d, &was, &is);
		print(a, &d, &was, &is);
		s = d.breaks != 0 ? REFUSED : DONE;
	}
	diff_fini(&d);
	file_fini(&was);
	file_fini(&is);
	return s;
}
