/* SPDX-License-Identifier: MIT */
#include "views/rehearse.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "contract/judge.h"
#include "contract/schema.h"
#include "contract/shape.h"
#include "views/ahead.h"
#include "views/format.h"
#include "views/row.h"

#define DEPTH 80
#define ARTIFACT_BYTES ((size_t)1 << 20)

static void forget(struct rehearse *r)
{
	for (size_t i = 0; r->artifact != NULL && i < r->n; i++)
		free(r->artifact[i]);
	free(r->artifact);
	free(r->place);
	free(r->fits);
}

void rehearse_fini(struct rehearse *r)
{
	forget(r);
	if (r->run != NULL)
		schema_run_fini(r->run);
	free(r->run);
	*r = (struct rehearse){ 0 };
}

void rehearse_begin(struct rehearse *r, const uint32_t *place, size_t n, size_t of)
{
	struct schema_run *run = r->run;

	forget(r);
	*r = (struct rehearse){ .n = n < REHEARSE_MOST ? n : REHEARSE_MOST,
		.of = of,
		.run = run != NULL ? run : xcalloc(1, sizeof(*run)) };
	r->place = xmalloc((r->n + 1) * sizeof(*r->place));
	if (r->n > 0)
		memcpy(r->place, place, r->n * sizeof(*r->place));
	r->fits = xcalloc(r->n + 1, sizeof(*r->fits));
	r->artifact = xcalloc(r->n + 1, sizeof(*r->artifact));
}

uint64_t rehearse_stamp(const struct mesh *m)
{
	uint64_t stamp = m->contracts.count;

	for (uint32_t i = 0; i < m->contracts.count; i++)
		stamp = stamp * 31 + m->contracts.entry[i].changed * 2 +
			m->contracts.entry[i].in_force;
	for (uint32_t i = 0; i < m->agents; i++)
		stamp = stamp * 31 + m->agent[i].hellos;
	return stamp;
}

/* --- one letter ------------------------------------------------------------------- */

static struct str text_of(struct json *j, const char *pointer)
{
	uint32_t n = json_pointer(j, 0, str_of(pointer));

	return json_is(j, n, JSON_STRING) ? json_str(j, n) : (struct str){ 0 };
}

static bool breaks_schema(
	struct rehearse *r, struct contract *c, struct json *j, char why[120])
{
	struct schema *s = contract_schema(c, NULL);
	struct schema_errors e = { .count = 0 };
	struct buf at = { 0 };
	enum verdict v;

	if (s == NULL)
		return false;
	v = schema_check(s, r->run, j, 0);
	if (v == SCHEMA_GAVE_UP)
		snprintf(why, 120, "too large to be checked");
	if (v != SCHEMA_INVALID)
		return v == SCHEMA_GAVE_UP;
	schema_explain(s, r->run, j, 0, &e);
	if (e.count > 0) {
		shape_pointer(&at, j, 0, str_of(e.error[0].at));
		snprintf(why, 120, "%.50s: %.60s", at.len > 0 ? at.data : "the artifact",
			e.error[0].message);
	} else {
		snprintf(why, 120, "breaks its schema");
	}
	buf_fini(&at);
	schema_errors_fini(&e);
	return true;
}

static bool breaks_promise(unsigned faults, char why[120])
{
	for (unsigned bit = 1; bit < 1u << FAULT_BITS; bit <<= 1) {
		if (!(faults & bit & (FAULTS_PROMISED | FAULT_UNKNOWN_CONTRACT)))
			continue;
		snprintf(why, 120, "%s", fault_name(bit));
		return true;
	}
	return false;
}

/* Another version of it that the sender has and the receiver takes, or NULL: who has it
 * may offer that instead. */
static const char *other_version(
	const struct agent *from, const struct agent *to, struct str id)
{
	const char *slash = memchr(id.p, '/', id.n);
	size_t name = slash != NULL ? (size_t)(slash - id.p) + 1 : 0;

	for (size_t i = 0; name > 0 && from->sends != NULL && from->sends[i] != NULL;
		i++) {
		const char *has = from->sends[i];
		struct version v;

		if (strncmp(has, id.p, name) == 0 && !str_is(id, has) &&
			version_read(str_of(has + name), &v) &&
			agent_takes(to, str_of(has)))
			return has;
	}
	return NULL;
}

static void say_not_taken(
	const struct agent *from, const struct agent *to, struct str id, char why[120])
{
	const char *other = other_version(from, to, id);
	const char *version = memchr(id.p, '/', id.n);
	struct str of = str_skip(id, version != NULL ? (size_t)(version - id.p) + 1 : 0);

	if (other != NULL)
		snprintf(why, 120, "%.40s takes %.50s, not %.*s", to->name, other,
			(int)(of.n < 20 ? of.n : 20), of.p);
	else
		snprintf(why, 120, "%.40s does not take %.*s", to->name,
			(int)(id.n < 60 ? id.n : 60), id.p);
}

/* The artifact `text` as it would be judged if the letter were offered with it. */
static bool passes(struct rehearse *r, const struct world *w, const struct handoff *h,
	struct json *event, struct str text, char why[120])
{
	const struct mesh *m = w->mesh;
	const struct agent *to = &m->agent[m->edge[h->edge].to];
	struct json j = { 0 };
	struct judgement v;
	struct offer o = { .from = str_of(handoff_from(m, h)),
		.to = str_of(to->name),
		.dataschema = text_of(event, "/dataschema"),
		.j = &j };
	struct str id = o.dataschema;
	bool good = json_read(&j, text.p, text.n, DEPTH, NULL);

	if (!good) {
		snprintf(why, 120, "it cannot be read");
		return false;
	}
	judge(&m->contracts, &o, &v);
	if (str_starts(id, "contract:"))
		id = str_skip(id, strlen("contract:"));
	if (id.n > 0 && to->accepts != NULL && !agent_takes(to, id)) {
		say_not_taken(&m->agent[m->edge[h->edge].from], to, id, why);
		good = false;
	} else if (v.contract != CONTRACT_NONE &&
		breaks_schema(r, m->contracts.entry[v.contract].contract, &j, why)) {
		good = false;
	} else if (breaks_promise(v.faults, why)) {
		good = false;
	}
	json_fini(&j);
	return good;
}

bool rehearse_one(struct rehearse *r, const struct world *w, uint32_t place,
	const struct transform *t, struct buf *before, struct buf *after, bool *here,
	char why[120])
{
	const struct handoff *h = handoff_at(w->mesh, place);
	struct buf bytes = { 0 };
	struct json event = { 0 };
	struct err e = { .text = "" };
	uint32_t n;
	bool good = false;

	why[0] = '\0';
	*here = true;
	if (h == NULL) {
		snprintf(why, 120, "not known any more");
		return false;
	}
	*here = w->event != NULL && w->event(w->event_arg, h->offer, &bytes);
	if (!*here || !json_read(&event, bytes.data, bytes.len, DEPTH, NULL))
		goto out;
	n = json_pointer(&event, 0, STR("/data/artifact"));
	if (n == JSON_NONE) {
		snprintf(why, 120, "its artifact is not there");
		goto out;
	}
	buf_slice(before, json_raw(&event, n));
	if (t == NULL)
		buf_slice(after, buf_view(before));
	else if (!transform_apply(t, buf_view(before), ARTIFACT_BYTES, after, &e))
		snprintf(why, 120, "%.110s", e.text);
	if (e.text[0] == '\0')
		good = passes(r, w, h, &event, buf_view(after), why);
out:
	json_fini(&event);
	buf_fini(&bytes);
	return good;
}

/* --- many --------------------------------------------------------------------------- */

static void count_cause(struct rehearse *r, const char *why)
{
	for (size_t i = 0; i < r->causes; i++) {
		if (strcmp(r->cause[i].text, why) != 0)
			continue;
		r->cause[i].n++;
		return;
	}
	if (r->causes == REHEARSE_CAUSES) {
		r->others++;
		return;
	}
	snprintf(r->cause[r->causes].text, sizeof(r->cause[0].text), "%s", why);
	r->cause[r->causes++].n = 1;
}

static int by_count(const void *a, const void *b)
{
	const struct rehearse_cause *x = a, *y = b;

	return x->n != y->n ? (x->n > y->n ? -1 : 1) : strcmp(x->text, y->text);
}

static uint32_t place_of(const void *arg, size_t i)
{
	return ((const struct rehearse *)arg)->place[i];
}

void rehearse_turn(struct rehearse *r, const struct world *w, const struct transform *t)
{
	struct buf before = { 0 }, after = { 0 };
	bool here = true;

	r->waits = false;
	if (r->at == 0)
		r->contracts = rehearse_stamp(w->mesh);
	for (int i = 0; i < REHEARSE_SLICE && r->at < r->n; i++, r->at++) {
		char why[120];

		buf_reset(&before);
		buf_reset(&after);
		r->fits[r->at] = rehearse_one(
			r, w, r->place[r->at], t, &before, &after, &here, why);
		if (!here) {
			r->waits = true;
			ahead_ask(w, &r->asked, r->at, r->n, place_of, r);
			break;
		}
		r->fit += r->fits[r->at];
		if (!r->fits[r->at])
			count_cause(r, why);
		else if (t != NULL && !str_eq(buf_view(&before), buf_view(&after)))
			r->artifact[r->at] = xmemdup(after.data, after.len);
	}
	if (r->at == r->n && r->ended == 0) {
		r->ended = w->tick;
		qsort(r->cause, r->causes, sizeof(*r->cause), by_count);
	}
	buf_fini(&before);
	buf_fini(&after);
}

static void say_agents(struct buf *out, const struct rehearse *r, const struct world *w)
{
	const struct mesh *m = w->mesh;
	const struct handoff *h = r->n > 0 ? handoff_at(m, r->place[0]) : NULL;
	const struct agent *who[2];

	if (h == NULL)
		return;
	who[0] = &m->agent[m->edge[h->edge].from];
	who[1] = &m->agent[m->edge[h->edge].to];
	for (int i = 0; i < 2; i++) {
		enum agent_state s = agent_state(who[i], w->now);

		if (s == AGENT_SILENT || s == AGENT_LEFT)
			buf_fmt(out, "; %s is %s", who[i]->name, agent_state_name(s));
	}
}

void rehearse_say(struct buf *out, const struct rehearse *r, const struct world *w)
{
	char n[FORMAT_TEXT], of[FORMAT_TEXT], age[FORMAT_TEXT];

	if (r->at == 0) {
		buf_str(out, "not looked at yet");
		return;
	}
	if (r->n == 1 && r->of == 1) {
		buf_str(out, r->fit > 0 ? "would pass" : "would not pass");
		if (r->causes > 0)
			buf_fmt(out, ": %s", r->cause[0].text);
		say_agents(out, r, w);
		return;
	}
	buf_fmt(out, "fits %s of %s", format_count(r->fit, n), format_count(r->at, of));
	if (r->n < r->of)
		buf_fmt(out, " (the oldest of %s)", format_count(r->of, of));
	for (size_t i = 0; i < r->causes; i++)
		buf_fmt(out, "%s %s (%s)",
			i > 0                 ? ","
				: r->fit == 0 ? ":"
					      : ", the others:",
			r->cause[i].text, format_count(r->cause[i].n, n));
	if (r->others > 0)
		buf_fmt(out, ", of other causes (%s)", format_count(r->others, n));
	if (!rehearse_is_done(r))
		buf_fmt(out, "; %s still to be looked at", format_count(r->n - r->at, n));
	else if (w->tick - r->ended >= 10 * SECOND)
		buf_fmt(out, " (looked at %s ago)", format_span(w->tick - r->ended, age));
	say_agents(out, r, w);
}
