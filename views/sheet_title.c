/* SPDX-License-Identifier: MIT */
/*
 * The head of a sheet: what, how many, and the digest of it. All of it is ours: counted
 * and computed here, of what is bound and sent, and no text of the mesh stands in this
 * row.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "views/sheet.h"

#define TITLE 120
#define SIDES                                                                            \
	26 /* columns of the head beside its title, with what it says at the right */

/* --- the digest ----------------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
	const struct bound *x = *(const struct bound *const *)a;
	const struct bound *y = *(const struct bound *const *)b;
	int order = strcmp(x->handoff, y->handoff);

	return order != 0 ? order : (x->attempt > y->attempt) - (x->attempt < y->attempt);
}

/* Of what goes out: as it was changed, or as it was offered. */
static struct digest digest_at(const struct sheet *s, size_t i)
{
	if (s->artifact != NULL && s->artifact[i] != NULL)
		return digest_of(str_of(s->artifact[i]));
	return s->bound[i].digest;
}

/* Lines of id, attempt and digest in the order of ids: the same on each console. */
static struct digest digest_of_all(const struct sheet *s)
{
	const struct bound **of = xcalloc(s->n, sizeof(const struct bound *));
	struct buf lines = { 0 };
	char text[DIGEST_TEXT];
	struct digest sum;

	for (size_t i = 0; i < s->n; i++)
		of[i] = &s->bound[i];
	qsort(of, s->n, sizeof(const struct bound *), by_id);
	for (size_t i = 0; i < s->n; i++) {
		struct digest one = digest_at(s, (size_t)(of[i] - s->bound));

		digest_text(&one, text);
		buf_fmt(&lines, "%s %u %s\n", of[i]->handoff, of[i]->attempt, text);
	}
	sum = digest_of(buf_view(&lines));
	buf_fini(&lines);
	free(of);
	return sum;
}

void sheet_sum(struct sheet *s)
{
	s->digest = s->n == 1 ? digest_at(s, 0) : digest_of_all(s);
}

/* --- the row -------------------------------------------------------------------- */

/* As much of the digest as there is room for: a narrow one has eight digits of it. */
static void add_digest(const struct sheet *s, int cols, char title[TITLE])
{
	static const struct {
		int from, digits; /* of "sha256:4f1c..." */
	} forms[] = { { 0, 7 + 16 }, { 0, 7 + 8 }, { 7, 8 } };
	char digest[DIGEST_TEXT];
	int n = (int)strlen(title);

	digest_text(&s->digest, digest);
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		if (n + 2 + forms[i].digits > cols - SIDES)
			continue;
		snprintf(title + n, TITLE - (size_t)n, "  %.*s", forms[i].digits,
			digest + forms[i].from);
		return;
	}
}

void sheet_draw_title(const struct sheet *s, struct surface *out)
{
	char title[TITLE];

	snprintf(title, sizeof(title), "%s %zu %s%s%s", desk_verb_large(s->action), s->n,
		s->bound[0].in_dead ? "dead letter" : "handoff", s->n == 1 ? "" : "s",
		s->edited                     ? " as edited"
			: s->artifact != NULL ? ", changed"
					      : "");
	if (!s->edited) /* its own row has that of the new one */
		add_digest(s, out->cols, title);
	surface_rule(out, 0,
		&(struct rule){ .line = RULE_DOUBLE,
			.title = str_of(title),
			.right = STR("nothing sent yet"),
			.title_style = STYLE_NEEDS_YOU });
}
