/* SPDX-License-Identifier: MIT */
/*
 * First line an artifact, the rest a transform. One that is read does the same each time,
 * and what comes out is JSON, no deeper and no longer than it may be; one that cannot be
 * done says why and adds nothing; what was set is there, what was dropped is not.
 */
#include "contract/transform.h"

#include "tests/fuzz/fuzz.h"

#define MOST 20000

/* The last line is the one whose effect still stands. */
static void check_last(const struct transform *t, struct str out)
{
	const struct transform_step *s = &t->step[t->n - 1];
	struct json j = { 0 };
	uint32_t at;
	bool end =
		s->at.n > 1 && s->at.p[s->at.n - 1] == '-' && s->at.p[s->at.n - 2] == '/';

	if (!json_read(&j, out.p, out.n, TRANSFORM_DEPTH, NULL))
		complain("what comes out is no JSON");
	at = json_pointer(&j, 0, s->at);
	if (s->verb == TRANSFORM_SET && !end &&
		(at == JSON_NONE || !str_eq(json_raw(&j, at), s->more)))
		complain("set, and not there");
	if (s->verb == TRANSFORM_MOVE && json_pointer(&j, 0, s->more) == JSON_NONE &&
		s->more.p[s->more.n - 1] != '-')
		complain("moved, and not there");
	json_fini(&j);
}

static void apply(const struct transform *t, struct str artifact, size_t most)
{
	struct buf once = { 0 }, twice = { 0 };
	struct err e = { "" };
	bool ok = transform_apply(t, artifact, most, &once, &e);

	if (transform_apply(t, artifact, most, &twice, NULL) != ok ||
		!str_eq(buf_view(&once), buf_view(&twice)))
		complain("something else the second time");
	if (!ok && (once.len > 0 || e.text[0] == '\0'))
		complain("not done, and something added, or no reason");
	if (once.len > most)
		complain("longer than it may be");
	if (ok && t->n > 0)
		check_last(t, buf_view(&once));
	if (ok && t->n == 0 && !str_eq(buf_view(&once), artifact))
		complain("no line, and something else");
	buf_fini(&once);
	buf_fini(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	struct str artifact = line_of(&rest);
	struct json j = { 0 };
	bool good = json_read(&j, artifact.p, artifact.n, TRANSFORM_DEPTH, NULL);
	struct transform t;
	struct err e = { "" };

	json_fini(&j);
	if (!transform_read(rest, &t, &e)) {
		if (e.text[0] == '\0' || t.n != 0 || t.text.data != NULL)
			complain("refused without a reason, or something kept");
	} else {
		if (good) {
			apply(&t, artifact, MOST);
			apply(&t, artifact, artifact.n);
		}
		transform_fini(&t);
	}
	line_free(artifact);
	return 0;
}
