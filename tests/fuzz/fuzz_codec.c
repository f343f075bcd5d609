/* SPDX-License-Identifier: MIT */
/*
 * Lines, each what a peer sends as an event; a CR is a line break in it. What is refused
 * has one of the four words, and says why in text that may be printed. What is taken was
 * JSON as it came; what is journaled of it is one line, no longer than it may be, reads
 * as the same event, and is itself journaled as it is.
 */
#include "bus/codec.h"

#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/mutate.h"

#define RECORDED INT64_C(1795392000123456)
#define NUMBER 18446744073709551614u

static void check_refused(const char *reason, const struct err *e)
{
	static const char *const words[] = { "too_large", "not_json", "attributes",
		"data" };
	bool known = false;

	for (size_t i = 0; i < 4; i++)
		known |= reason != NULL && strcmp(reason, words[i]) == 0;
	if (!known)
		complain("refused without a word for it");
	if (e->text[0] == '\0' || !utf8_valid(str_of(e->text)))
		complain("refused without saying why");
}

static bool same(struct str a, struct str b)
{
	return (a.p == NULL) == (b.p == NULL) && str_eq(a, b);
}

static void check_same(const struct event *a, const struct event *b)
{
	if (a->type != b->type || !same(a->type_name, b->type_name) ||
		!same(a->source, b->source) || !same(a->id, b->id) ||
		!same(a->subject, b->subject) || !same(a->run, b->run) ||
		!same(a->dataschema, b->dataschema) || !same(a->agent, b->agent) ||
		a->has_sequence != b->has_sequence || a->sequence != b->sequence ||
		a->time != b->time)
		complain("another event: attributes");
	if (!same(a->data_raw, b->data_raw) || !same(a->artifact_raw, b->artifact_raw) ||
		!same(a->handoff, b->handoff) || !same(a->from, b->from) ||
		!same(a->to, b->to) || a->attempt != b->attempt ||
		a->deadline != b->deadline || a->has_confidence != b->has_confidence)
		complain("another event: data");
	if (a->artifact_raw.p != NULL &&
		memcmp(&a->digest, &b->digest, sizeof(a->digest)) != 0)
		complain("another digest");
}

static void journal(const struct event *e, bool changed, struct buf *out)
{
	event_splice(out, e, RECORDED, NUMBER, changed && e->artifact_raw.p != NULL);
	if (memchr(out->data, '\n', out->len) != NULL ||
		memchr(out->data, '\r', out->len) != NULL)
		complain("more than a line");
	if (out->len > e->raw.n + SPLICE_BYTES)
		complain("longer than it may be");
}

static void check_journaled(const struct event *e, bool changed)
{
	struct buf once = { 0 }, twice = { 0 };
	struct json doc = { 0 };
	struct event again;
	struct err why;

	journal(e, changed, &once);
	if (!event_read(&doc, buf_view(&once), buf_view(&once), FROM_RECORDING, &again,
		    NULL, &why))
		complain(why.text);
	check_same(e, &again);
	if (again.hubsequence != NUMBER || again.recorded != RECORDED)
		complain("another place in the journal");
	event_splice(
		&twice, &again, RECORDED, NUMBER, changed && e->artifact_raw.p != NULL);
	if (!str_eq(buf_view(&once), buf_view(&twice)))
		complain("journaled differently the second time");
	json_fini(&doc);
	buf_fini(&once);
	buf_fini(&twice);
}

static void take(struct str original)
{
	struct json doc = { 0 }, plain = { 0 };
	struct buf line = { 0 };
	bool breaks = original.n <= EVENT_BYTES && event_has_breaks(original);
	const char *reason = NULL;
	struct event e;
	struct err why = { "" };

	buf_slice(&line, original);
	buf_str(&line, ""); /* something, where it is empty */
	if (breaks)
		event_one_line(line.data, line.len);
	if (!event_read(&doc, breaks ? buf_view(&line) : original, original, FROM_PEER,
		    &e, &reason, &why)) {
		check_refused(reason, &why);
	} else {
		if (!json_read(&plain, original.p, original.n, EVENT_DEPTH, NULL))
			complain("taken, and no JSON as it came");
		check_journaled(&e, breaks);
	}
	json_fini(&doc);
	json_fini(&plain);
	buf_fini(&line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };

	do {
		struct str line = line_of(&rest);

		take(line);
		line_free(line);
	} while (rest.n > 0);
	return 0;
}
