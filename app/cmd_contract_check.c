/* SPDX-License-Identifier: MIT */
/* `seam contract check DIR`: whether a hub would take the contracts of a folder. */
#include <stdio.h>
#include <string.h>

#include "app/commands.h"
#include "base/json_out.h"
#include "bus/contracts_dir.h"

struct checking {
	const struct args *a;
	const char *dir;
	size_t faults;
};

static void tell(struct checking *k, const char *file, const char *why)
{
	struct buf b = { 0 }, ascii = { 0 };

	k->faults++;
	if (!given(k->a, OPT_JSON)) {
		complain("%s/%s: %s", k->dir, file, why);
		return;
	}
	out_open(&b, '{');
	out_key(&b, "file");
	out_text(&b, file);
	out_key(&b, "reason");
	out_text(&b, why);
	out_close(&b, '}');
	out_ascii(&ascii, buf_view(&b));
	puts(ascii.data);
	buf_fini(&b);
	buf_fini(&ascii);
}

enum status run_contract_check(const struct args *a)
{
	struct checking k = { .a = a, .dir = a->operand[0] };
	struct contract_file *f;
	struct err e;
	size_t n;

	f = contract_files_read(k.dir, &n, &e);
	if (f == NULL)
		return fail_with(a, REFUSED, "not_found", "%s", e.text);
	for (size_t i = 0; i < n; i++) {
		if (f[i].contract == NULL)
			tell(&k, f[i].name, f[i].err.text);
	}
	if (!given(a, OPT_JSON))
		printf("%zu contracts, %zu faults\n", n, k.faults);
	contract_files_free(f, n);
	return k.faults > 0 ? REFUSED : DONE;
}
