/* SPDX-License-Identifier: MIT */
#include "contract/diff.h"

#include <stdlib.h>

#include "base/mem.h"

/* --- the list
 * --------------------------------------------------------------------------- */

static char *copy(const char *z)
{
	return xstrdup(z != NULL ? z : "");
}

void diff_add(struct diff *d, const struct difference *one)
{
	struct difference *n;

	d->breaks |= one->breaks;
	d->weaker |= one->weaker;
	if (d->count == DIFF_MOST) {
		d->left_out++;
		return;
	}
	xgrow(&d->list, &d->cap, d->count + 1, sizeof(*d->list));
	n = &d->list[d->count++];
	*n = *one;
	n->at = copy(one->at);
	n->was = copy(one->was);
	n->is = copy(one->is);
	n->note = one->note != NULL ? one->note : "";
}

void diff_fini(struct diff *d)
{
	for (size_t i = 0; i < d->count; i++) {
		free((char *)d->list[i].at);
		free((char *)d->list[i].was);
		free((char *)d->list[i].is);
	}
	free(d->list);
	*d = (struct diff){ 0 };
}

/* --- members of a contract -------------------------------------------------------------
 */

/* A member with one value, and for whom it breaks when it comes, goes or changes. */
static const struct member {
	const char *at, *pointer;
	const char *absent; /* what stands where it is missing; NULL: nothing does */
	unsigned added, removed, changed;
	const char *note;
} members[] = {
	{ "contract", "/contract", NULL, 0, 0, BREAKS_BOTH, "another contract" },
	{ "scope.represents", "/scope/represents", NULL, 0, 0, 0,
		"words for people: read them" },
	{ "confidence.at", "/confidence/at", "/confidence", 0, 0, BREAKS_BOTH,
		"it is looked for elsewhere" },
	{ "fallback.at", "/fallback/at", "/fallback", 0, 0, BREAKS_BOTH,
		"it is looked for elsewhere" },
	{ "provenance.at", "/provenance/at", NULL, BREAKS_SENDER, BREAKS_TAKER,
		BREAKS_BOTH, "" },
	{ "value.at", "/value/at", NULL, 0, 0, 0, "shown to people" },
	{ "value.unit", "/value/unit", NULL, 0, 0, BREAKS_BOTH,
		"the numbers mean another" },
	{ "gate", "/gate", "to", 0, 0, BREAKS_BOTH, "another one holds it back" },
	{ "returns", "/returns", NULL, 0, BREAKS_TAKER, BREAKS_TAKER,
		"how its receiver hands back" },
	{ "max_attempts", "/max_attempts", "3", 0, 0, 0, "" },
	{ "critical", "/critical", "false", 0, 0, 0, "" },
	{ "approvals", "/approvals", "1", 0, 0, 0, "how many operators must approve" },
	{ "on_violation", "/on_violation", "flag", 0, 0, 0,
		"what is done with what breaks the schema" },
	{ "assert_format", "/assert_format", "false", 0, 0, BREAKS_BOTH,
		"whether a format can refuse" },
	{ "fan_out", "/fan_out", "false", 0, 0, BREAKS_SENDER,
		"whether one input may lead to several" },
	{ "default", "/default", "false", 0, 0, 0,
		"whether offers that name no contract stand under it" },
	{ "summary", "/summary", NULL, 0, 0, 0, "shown to people" },
	{ "evidence", "/evidence", NULL, 0, 0, 0, "shown to people" },
	{ "owners", "/owners", NULL, 0, 0, 0, "" },
};

static bool value_of(struct json *j, const char *pointer, struct buf *out)
{
	uint32_t n = json_pointer(j, 0, str_of(pointer));

	buf_reset(out);
	if (n == JSON_NONE || json_is(j, n, JSON_NULL))
		return false;
	if (json_is(j, n, JSON_STRING))
		buf_slice(out, json_str(j, n));
	else
		json_compact(out, j, n);
	return true;
}

static size_t rank_of(const char *const *words, const char *value)
{
	size_t i = 0;

	while (words[i] != NULL && strcmp(words[i], value) != 0)
		i++;
	return i;
}

/* Of the two members whose values are less and more strict. */
static bool is_weaker(const struct member *m, const char *was, const char *is)
{
	static const char *const critical[] = { "false", "true", NULL };
	static const char *const acts[] = { "flag", "hold", "dead_letter", NULL };
	/* what names none is held where no contract takes it */
	static const char *const unnamed[] = { "true", "false", NULL };
	const char *const *words = strcmp(m->at, "critical") == 0 ? critical
		: strcmp(m->at, "on_violation") == 0              ? acts
		: strcmp(m->at, "default") == 0                   ? unnamed
								  : NULL;

	return words != NULL && rank_of(words, is) < rank_of(words, was);
}

static void compare_member(
	struct diff *d, const struct member *m, struct json *was, struct json *is)
{
	struct buf a = { 0 }, b = { 0 };
	bool old = value_of(was, m->pointer, &a), new = value_of(is, m->pointer, &b);
	unsigned breaks = m->changed;

	if (!old && m->absent != NULL)
		buf_str(&a, m->absent);
	if (!new && m->absent != NULL)
		buf_str(&b, m->absent);
	if (m->absent == NULL && old != new)
		breaks = old ? m->removed : m->added;
	if (!str_eq(buf_view(&a), buf_view(&b)))
		diff_add(d,
			&(struct difference){
				.at = m->at,
				.was = a.len > 0 ? a.data : "none",
				.is = b.len > 0 ? b.data : "none",
				.note = m->note,
				.breaks = breaks,
				.weaker = is_weaker(m, a.data, b.data),
			});
	buf_fini(&a);
	buf_fini(&b);
}

/* Two lists of very many names are given up. */
static bool in_list(struct diff *d, char *const *list, const char *name)
{
	for (size_t i = 0; list != NULL && list[i] != NULL && d->fuel > 0; i++) {
		d->fuel--;
		if (strcmp(list[i], name) == 0)
			return true;
	}
	return false;
}

static void compare_list(
	struct diff *d, const char *at, char *const *was, char *const *is, unsigned gone)
{
	for (size_t i = 0; was != NULL && was[i] != NULL; i++) {
		if (!in_list(d, is, was[i]))
			diff_add(d,
				&(struct difference){ .at = at,
					.was = was[i],
					.is = "not named",
					.breaks = gone });
	}
	for (size_t i = 0; is != NULL && is[i] != NULL; i++) {
		if (!in_list(d, was, is[i]))
			diff_add(d,
				&(struct difference){
					.at = at, .was = "not named", .is = is[i] });
	}
}

static void compare_bar(
	struct diff *d, const struct contract *was, const struct contract *is)
{
	double a = was->has_review_below ? was->review_below : 0;
	double b = is->has_review_below ? is->review_below : 0;
	struct buf words[2] = { { 0 }, { 0 } };

	if (a == b)
		return;
	buf_fmt(&words[0], "%g", a);
	buf_fmt(&words[1], "%g", b);
	diff_add(d,
		&(struct difference){
			.at = "confidence.review_below",
			.was = words[0].data,
			.is = words[1].data,
			.note = b > a ? "a human is asked more often"
				      : "a human is asked less often",
			.weaker = b < a,
		});
	buf_fini(&words[0]);
	buf_fini(&words[1]);
}

/* Where its fallback may go. No list: anywhere that is known. */
static void compare_targets(struct diff *d, struct json *was, struct json *is)
{
	struct buf a = { 0 }, b = { 0 };
	bool old = value_of(was, "/fallback/targets", &a);
	bool new = value_of(is, "/fallback/targets", &b);

	if (!str_eq(buf_view(&a), buf_view(&b)))
		diff_add(d,
			&(struct difference){
				.at = "fallback.targets",
				.was = old ? a.data : "any that is known",
				.is = new ? b.data : "any that is known",
				.breaks = !old ? BREAKS_SENDER
					: !new ? BREAKS_TAKER
					       : BREAKS_BOTH,
			});
	buf_fini(&a);
	buf_fini(&b);
}

void diff_contracts(struct diff *d, const struct contract *was, const struct contract *is)
{
	struct json a = { 0 }, b = { 0 };

	json_read(&a, was->json, strlen(was->json), CONTRACT_DEPTH, NULL);
	json_read(&b, is->json, strlen(is->json), CONTRACT_DEPTH, NULL);
	diff_schemas(
		d, &a, json_member(&a, 0, "schema"), &b, json_member(&b, 0, "schema"));
	compare_list(d, "from", was->from, is->from, BREAKS_SENDER);
	compare_list(d, "to", was->to, is->to, BREAKS_TAKER);
	for (size_t i = 0; i < sizeof(members) / sizeof(*members); i++)
		compare_member(d, &members[i], &a, &b);
	compare_list(d, "scope.excludes", was->excludes, is->excludes, BREAKS_NOBODY);
	compare_bar(d, was, is);
	compare_targets(d, &a, &b);
	if (diff_gave_up(d))
		d->breaks = BREAKS_BOTH;
	json_fini(&a);
	json_fini(&b);
}
