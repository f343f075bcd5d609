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

static void doubt(struct checking *k, const struct contract_file *f, size_t n, size_t i)
{
	k->file = f[i].name;
	contract_doubts(f[i].contract, put_doubt, k);
	doubt_returns(k, f, n, f[i].contract);
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
		if (f[i].contract != NULL)
			doubt(&k, f, n, i);
	}
	if (!given(a, OPT_JSON))
		printf("%zu contract%s, %zu fault%s, %zu doubt%s\n", n, n == 1 ? "" : "s",
			k.faults, k.faults == 1 ? "" : "s", k.doubts,
			k.doubts == 1 ? "" : "s");
	contract_files_free(f, n);
	return k.faults > 0 ? REFUSED : DONE;
}
