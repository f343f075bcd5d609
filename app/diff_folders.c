/* SPDX-License-Identifier: MIT */
/*
 * Two folders of contracts, as a branch has them and as they are in force. Each contract
 * that is new or says something else is held against the one that it follows: the one of
 * its number, else the highest below it, else the highest of its name.
 */
#include <stdio.h>
#include <string.h>

#include "app/diff_print.h"
#include "bus/contracts_dir.h"
#include "contract/negotiate.h"

struct folder {
	struct contract_file *file;
	size_t n;
};

struct folders {
	const struct args *a;
	struct folder was, is;
	size_t same, changed, added, gone;
	bool bad, gave_up;
};

static enum status open_folder(const struct args *a, const char *dir, struct folder *f)
{
	enum status s = DONE;
	struct err e;

	f->file = contract_files_read(dir, &f->n, &e);
	if (f->file == NULL)
		return fail_with(a, USAGE, "not_found", "%s", e.text);
	for (size_t i = 0; i < f->n; i++) {
		if (f->file[i].contract == NULL)
			s = fail_with(a, USAGE, "malformed", "%s/%s: %s", dir,
				f->file[i].name, f->file[i].err.text);
	}
	return s;
}

static const struct contract *find(const struct folder *f, const char *id)
{
	for (size_t i = 0; i < f->n; i++) {
		if (strcmp(f->file[i].contract->id, id) == 0)
			return f->file[i].contract;
	}
	return NULL;
}

/* The one that `c` follows; NULL: its name is new. */
static const struct contract *before(const struct folder *f, const struct contract *c)
{
	const struct contract *below = NULL, *highest = NULL;

	for (size_t i = 0; i < f->n; i++) {
		const struct contract *x = f->file[i].contract;

		if (strcmp(x->name, c->name) != 0)
			continue;
		if (highest == NULL || version_cmp(x->version, highest->version) > 0)
			highest = x;
		if (version_cmp(x->version, c->version) <= 0 &&
			(below == NULL || version_cmp(x->version, below->version) > 0))
			below = x;
	}
	return below != NULL ? below : highest;
}

static void print(struct folders *f, const struct contract *was,
	const struct contract *is, struct diff *d, const char *instead)
{
	struct diff_pair p = { was, is, d, instead, true };

	f->bad |= diff_print(f->a, &p);
	diff_fini(d);
}

static void compare(
	struct folders *f, const struct contract *was, const struct contract *is)
{
	struct diff d = { .fuel = DIFF_FUEL };

	if (was == NULL) {
		f->added++;
		print(f, was, is, &d, "new");
		return;
	}
	if (digest_eq(&was->digest, &is->digest)) {
		f->same++;
		return;
	}
	f->changed++;
	diff_contracts(&d, was, is);
	if (!diff_gave_up(&d)) {
		print(f, was, is, &d, NULL);
		return;
	}
	diff_fini(&d);
	f->gave_up = true;
	complain("%s and %s are too large to compare: it would cost too much", was->id,
		is->id);
}

/* Whether something new in the other folder was held against it. */
static bool is_followed(const struct folders *f, const struct contract *c)
{
	for (size_t i = 0; i < f->is.n; i++) {
		const struct contract *x = f->is.file[i].contract;

		if (find(&f->was, x->id) == NULL && before(&f->was, x) == c)
			return true;
	}
	return false;
}

static void look_for(struct folders *f, const struct contract *c)
{
	struct diff d = { .fuel = DIFF_FUEL, .breaks = BREAKS_BOTH };

	if (find(&f->is, c->id) != NULL || is_followed(f, c))
		return;
	f->gone++;
	print(f, c, NULL, &d, "gone: who offers it or takes it is broken");
}

static void compare_all(struct folders *f)
{
	for (size_t i = 0; i < f->is.n; i++)
		compare(f, before(&f->was, f->is.file[i].contract),
			f->is.file[i].contract);
	for (size_t i = 0; i < f->was.n; i++)
		look_for(f, f->was.file[i].contract);
	if (!given(f->a, OPT_JSON))
		printf("%zu the same, %zu changed, %zu new, %zu gone\n", f->same,
			f->changed, f->added, f->gone);
}

enum status diff_folders(const struct args *a, const char *was, const char *is)
{
	struct folders f = { .a = a };
	enum status s = open_folder(a, was, &f.was);

	if (s == DONE)
		s = open_folder(a, is, &f.is);
	if (s == DONE && f.was.n + f.is.n == 0)
		s = fail_with(a, USAGE, "not_found",
			"no contracts in either: no name there ends in .json");
	if (s == DONE) {
		compare_all(&f);
		s = f.gave_up ? USAGE : f.bad ? REFUSED : DONE;
	}
	contract_files_free(f.was.file, f.was.n);
	contract_files_free(f.is.file, f.is.n);
	return s;
}
