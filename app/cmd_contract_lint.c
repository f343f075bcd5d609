/* SPDX-License-Identifier: MIT */
/* `seam contract lint RECORDING`: what a recording says about its mesh, judged anew. */
#include <stdio.h>

#include "app/commands.h"
#include "app/lint.h"
#include "app/oddities.h"
#include "bus/contracts_dir.h"

/*
 * All of the folder's, or none: a run without the contract that is broken would find
 * nothing where it should.
 */
static bool use_folder(struct lint *l, const char *dir, struct err *e)
{
	struct contract_file *f;
	size_t n, broken = 0;
	bool good;

	f = contract_files_read(dir, &n, e);
	if (f == NULL)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (f[i].contract == NULL)
			complain("%s/%s: %s", dir, f[i].name, f[i].err.text);
		broken += f[i].contract == NULL;
	}
	good = broken == 0 ||
		err_set(e, "%zu of %zu files are no contracts (seam contract check %s)",
			broken, n, dir);
	if (good && n == 0)
		good = err_set(e, "there are no contracts in %s", dir);
	for (size_t i = 0; i < n && good; i++) {
		lint_use_contract_take(l, f[i].contract);
		f[i].contract = NULL;
	}
	contract_files_free(f, n);
	return good;
}

static enum status tell(const struct args *a, const struct lint *l)
{
	struct buf out = { 0 };

	if (given(a, OPT_JSON)) {
		lint_json(l, &out);
		buf_char(&out, '\n');
	} else {
		lint_text(l, &out);
	}
	fwrite(out.data, 1, out.len, stdout);
	buf_fini(&out);
	if (l->has_baseline)
		return lint_new_faults(l) + lint_new_violations(l) > 0 ? REFUSED : DONE;
	return lint_faults(l) > 0 ? REFUSED : DONE;
}

enum status run_contract_lint(const struct args *a)
{
	struct lint *l = lint_new();
	struct recording *r = NULL;
	enum status s;
	struct err e;

	if (given(a, OPT_CONTRACTS) && !use_folder(l, a->value[OPT_CONTRACTS], &e)) {
		s = fail_with(a, REFUSED, "bad_contracts", "%s", e.text);
	} else if (given(a, OPT_BASELINE) &&
		!lint_use_baseline(l, a->value[OPT_BASELINE], &e)) {
		s = fail_with(a, REFUSED, "bad_baseline", "%s", e.text);
	} else if ((r = recording_open(a->operand[0], &e)) == NULL ||
		!recording_has_event(r, a->operand[0], &e)) {
		s = fail_with(a, REFUSED, "no_file", "%s", e.text);
	} else {
		lint_recording(l, r);
		say_oddities(r, a->operand[0], l->bad);
		s = tell(a, l);
		if (s == DONE && (r->cut || l->bad > 0))
			s = REFUSED; /* what is not there was not judged */
	}
	lint_free(l);
	recording_close(r);
	return s;
}
