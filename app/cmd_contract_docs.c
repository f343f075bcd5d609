/* SPDX-License-Identifier: MIT */
/* `seam contract docs DIR`: the contracts of a folder as one Markdown page. */
#include <stdio.h>
#include <stdlib.h>

#include "app/commands.h"
#include "base/mem.h"
#include "bus/contracts_dir.h"
#include "contract/docs.h"

/* Of two with one name and version a hub takes the first file. */
static bool is_second(struct contract *const *taken, size_t n, const struct contract *c)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(taken[i]->id, c->id) == 0)
			return true;
	}
	return false;
}

/* The contracts that a hub would take; tells of each file that is none. */
static size_t take(
	const char *dir, struct contract_file *f, size_t n, struct contract **taken)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		if (f[i].contract == NULL)
			complain("%s/%s: %s", dir, f[i].name, f[i].err.text);
		else if (is_second(taken, count, f[i].contract))
			complain("%s/%s: %s is in another file already", dir, f[i].name,
				f[i].contract->id);
		else
			taken[count++] = f[i].contract;
	}
	return count;
}

enum status run_contract_docs(const struct args *a)
{
	struct buf page = { 0 };
	struct contract_file *f;
	struct contract **taken;
	struct err e;
	size_t n, count;

	f = contract_files_read(a->operand[0], &n, &e);
	if (f == NULL)
		return fail_with(a, REFUSED, "not_found", "%s", e.text);
	taken = xcalloc(n + 1, sizeof(*taken));
	count = take(a->operand[0], f, n, taken);
	docs_page(&page, taken, count);
	fwrite(page.data, 1, page.len, stdout);
	buf_fini(&page);
	free(taken);
	contract_files_free(f, n);
	return count < n ? REFUSED : DONE;
}
