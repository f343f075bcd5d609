/* SPDX-License-Identifier: MIT */
/* `seam contract diff A B`: what changed between two contracts, two schemas or two
 * folders, and for whom. */
#include <string.h>
#include <sys/stat.h>

#include "app/diff_print.h"
#include "bus/files.h"

#define FILE_BYTES ((size_t)1 << 20) /* as a hub reads of a contract */

/* One of the two files. */
struct version_file {
	const char *path;
	struct buf text;
	struct json j;
	struct contract *contract; /* NULL: a schema */
};

static enum status read_version(const struct args *a, struct version_file *f)
{
	struct err e;

	if (!file_read(f->path, FILE_BYTES, &f->text, &e))
		return fail_with(a, USAGE, "no_file", "%s: %s", f->path, e.text);
	if (!json_read(&f->j, f->text.data, f->text.len, CONTRACT_DEPTH, &e)) {
		json_err_line(&e, buf_view(&f->text));
		return fail_with(
			a, USAGE, "malformed", "%s is not JSON: %s", f->path, e.text);
	}
	if (json_member(&f->j, 0, "contract") == JSON_NONE) {
		if (json_is(&f->j, 0, JSON_OBJECT) || json_is(&f->j, 0, JSON_TRUE) ||
			json_is(&f->j, 0, JSON_FALSE))
			return DONE;
		return fail_with(a, USAGE, "malformed",
			"%s is neither a contract nor a schema", f->path);
	}
	f->contract = contract_read(buf_view(&f->text), &e);
	return f->contract != NULL
		? DONE
		: fail_with(a, USAGE, "malformed", "%s: %s", f->path, e.text);
}

static void file_fini(struct version_file *f)
{
	contract_free(f->contract);
	json_fini(&f->j);
	buf_fini(&f->text);
}

static enum status compare(
	const struct args *a, struct version_file *was, struct version_file *is)
{
	struct diff d = { .fuel = DIFF_FUEL };
	struct diff_pair p = { was->contract, is->contract, &d, NULL, false };
	enum status s = DONE;

	if (was->contract != NULL)
		diff_contracts(&d, was->contract, is->contract);
	else
		diff_schemas(&d, &was->j, 0, &is->j, 0);
	if (diff_gave_up(&d))
		s = fail_with(a, USAGE, "too_large",
			"%s and %s are too large to compare: it would cost too much",
			was->path, is->path);
	else if (diff_print(a, &p))
		s = REFUSED;
	diff_fini(&d);
	return s;
}

static enum status diff_files(const struct args *a)
{
	struct version_file was = { .path = a->operand[0] },
			    is = { .path = a->operand[1] };
	enum status s = read_version(a, &was);

	if (s == DONE)
		s = read_version(a, &is);
	if (s == DONE && (was.contract == NULL) != (is.contract == NULL))
		s = fail_with(a, USAGE, "malformed",
			"one is a contract and the other a schema");
	if (s == DONE && was.contract == NULL && given(a, OPT_ALLOW_MAJOR))
		s = usage_error(
			a, "--allow-major is for contracts: a schema has no number");
	if (s == DONE)
		s = compare(a, &was, &is);
	file_fini(&was);
	file_fini(&is);
	return s;
}

static bool is_folder(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

enum status run_contract_diff(const struct args *a)
{
	const char *was = a->operand[0], *is = a->operand[1];

	if (strcmp(was, "-") == 0 && strcmp(is, "-") == 0)
		return usage_error(a, "standard input is one of them, not both");
	if (is_folder(was) != is_folder(is))
		return usage_error(a, "%s is a folder and %s is none: two of a kind",
			is_folder(was) ? was : is, is_folder(was) ? is : was);
	return is_folder(was) ? diff_folders(a, was, is) : diff_files(a);
}
