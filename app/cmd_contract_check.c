/* SPDX-License-Identifier: MIT */
/*
 * `seam contract check DIR`: whether a hub would take the contracts of a folder. What it
 * would refuse is a fault; what it takes, and people should look at, is a doubt.
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "app/commands.h"
#include "base/json_out.h"
#include "bus/contracts_dir.h"
#include "contract/doubt.h"
#include "contract/negotiate.h"

struct checking {
	const struct args *a;
	const char *dir, *file;
	size_t faults, doubts;
};

static void put(struct checking *k, const char *file, const char *pointer,
	const char *what, const char *why)
{
	struct buf b = { 0 }, ascii = { 0 };

	if (!given(k->a, OPT_JSON)) {
		complain("%s/%s: %s%s%s%s", k->dir, file,
			strcmp(what, "doubt") == 0 ? "doubt: " : "", pointer,
			pointer[0] != '\0' ? ": " : "", why);
		return;
	}
	out_open(&b, '{');
	out_key(&b, "kind");
	out_text(&b, what);
	out_key(&b, "file");
	out_text(&b, file);
	out_key(&b, "pointer");
	out_text(&b, pointer);
	out_key(&b, "reason");
	out_text(&b, why);
	out_close(&b, '}');
	out_ascii(&ascii, buf_view(&b));
	puts(ascii.data);
	buf_fini(&b);
	buf_fini(&ascii);
}

static void put_fault(void *arg, const char *file, const char *pointer, const char *why)
{
	struct checking *k = arg;

	k->faults++;
	put(k, file, pointer, "fault", why);
}

static void put_doubt(void *arg, const char *pointer, const char *why)
{
	struct checking *k = arg;

	k->doubts++;
	put(k, k->file, pointer, "doubt", why);
}

/* One that could not be read may be the one that is meant. */
static bool may_be_there(const struct contract_file *f, size_t n, const struct wanted *w)
{
	for (size_t i = 0; i < n; i++) {
		const struct contract *c = f[i].contract;

		if (c == NULL ||
			(str_is(w->name, c->name) && range_takes(&w->range, c->version)))
			return true;
	}
	return false;
}

static void doubt_returns(struct checking *k, const struct contract_file *f, size_t n,
	const struct contract *c)
{
	struct wanted w;
	struct err e;

	if (c->returns == NULL)
		return;
	if (!wanted_read(str_of(c->returns), &w, &e))
		put_doubt(k, "/returns", e.text);
	else if (!may_be_there(f, n, &w))
		put_doubt(k, "/returns", "fits no contract of this folder");
}

/* An edge that both name, if they name one. */
static bool find_shared(const struct contract *a, const struct contract *b,
	const char **from, const char **to)
{
	*from = *to = NULL;
	for (size_t i = 0; *from == NULL && a->from[i] != NULL; i++)
		*from = contract_lists(b->from, str_of(a->from[i])) ? a->from[i] : NULL;
	for (size_t i = 0; *to == NULL && a->to[i] != NULL; i++)
		*to = contract_lists(b->to, str_of(a->to[i])) ? a->to[i] : NULL;
	return *from != NULL && *to != NULL;
}

/* Of two that hold for what names none on one edge nobody can tell which is meant. */
static void check_default(struct checking *k, const struct contract_file *f, size_t i)
{
	const struct contract *c = f[i].contract;
	const char *from, *to;

	for (size_t n = 0; c->is_default && n < i; n++) {
		struct buf why = { 0 };

		if (f[n].contract == NULL || !f[n].contract->is_default ||
			!find_shared(c, f[n].contract, &from, &to))
			continue;
		buf_fmt(&why, "%s says so too for %s>%s: an edge has one at most",
			f[n].name, from, to);
		put_fault(k, f[i].name, "/default", why.data);
		buf_fini(&why);
		return;
	}
}

static void doubt(struct checking *k, const struct contract_file *f, size_t n, size_t i)
{
	k->file = f[i].name;
	contract_doubts(f[i].contract, put_doubt, k);
	doubt_returns(k, f, n, f[i].contract);
}

static void say_sum(const struct checking *k, const struct contract_file *f, size_t n)
{
	size_t contracts = 0, bad = n;

	for (size_t i = 0; i < n; i++)
		contracts += f[i].contract != NULL;
	bad -= contracts;
	printf("%zu contract%s, ", contracts, contracts == 1 ? "" : "s");
	if (bad > 0)
		printf("%zu file%s with faults, ", bad, bad == 1 ? "" : "s");
	printf("%zu fault%s, %zu doubt%s\n", k->faults, k->faults == 1 ? "" : "s",
		k->doubts, k->doubts == 1 ? "" : "s");
}

enum status run_contract_check(const struct args *a)
{
	struct checking k = { .a = a, .dir = a->operand[0] };
	struct contract_file *f;
	struct stat st;
	struct err e;
	size_t n;

	f = contract_files_check(k.dir, &n, put_fault, &k, &e);
	if (f == NULL)
		return fail_with(a, USAGE, "not_found", "%s%s", e.text,
			stat(k.dir, &st) == 0 && !S_ISDIR(st.st_mode)
				? ": name the folder that it is in"
				: "");
	if (n == 0) {
		contract_files_free(f, n);
		return fail_with(a, USAGE, "not_found",
			"no contracts in %s: no name there ends in .json", k.dir);
	}
	for (size_t i = 0; i < n; i++) {
		if (f[i].contract == NULL)
			continue;
		check_default(&k, f, i);
		doubt(&k, f, n, i);
	}
	if (!given(a, OPT_JSON))
		say_sum(&k, f, n);
	contract_files_free(f, n);
	return k.faults > 0 ? REFUSED : DONE;
}
