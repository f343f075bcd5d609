/* SPDX-License-Identifier: MIT */
/*
 * `seam contract check DIR`: whether a hub would take the contracts of a folder. What it
 * would refuse is a fault; what it takes, and people should look at, is a doubt.
 */
#include <stdio.h>
#include <string.h>

#include "app/commands.h"
#include "base/json_out.h"
#include "bus/contracts_dir.h"
#include "contract/negotiate.h"

struct checking {
	const struct args *a;
	const char *dir;
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

static void put_doubt(
	struct checking *k, const char *file, const char *pointer, const char *why)
{
	k->doubts++;
	put(k, file, pointer, "doubt", why);
}

static bool is_named(const struct contract_file *f, size_t n, const char *name)
{
	size_t length = strcspn(name, "/");

	for (size_t i = 0; i < n; i++) {
		const struct contract *c = f[i].contract;

		if (c != NULL && strlen(c->name) == length &&
			memcmp(c->name, name, length) == 0)
			return true;
	}
	return false;
}

static void doubt(struct checking *k, const struct contract_file *f, size_t n, size_t i)
{
	const struct contract *c = f[i].contract;
	struct wanted w;
	struct err e;

	if (c->represents == NULL || c->represents[0] == '\0')
		put_doubt(k, f[i].name, "/scope/represents",
			"does not say what it is that is handed over");
	if (c->excludes == NULL || c->excludes[0] == NULL)
		put_doubt(k, f[i].name, "/scope/excludes", "does not say what it is not");
	if (c->returns != NULL && !wanted_read(str_of(c->returns), &w, &e))
		put_doubt(k, f[i].name, "/returns", e.text);
	else if (c->returns != NULL && !is_named(f, n, c->returns))
		put_doubt(k, f[i].name, "/returns", "names no contract of this folder");
}

enum status run_contract_check(const struct args *a)
{
	struct checking k = { .a = a, .dir = a->operand[0] };
	struct contract_file *f;
	struct err e;
	size_t n;

	f = contract_files_check(k.dir, &n, put_fault, &k, &e);
	if (f == NULL)
		return fail_with(a, REFUSED, "not_found", "%s", e.text);
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
