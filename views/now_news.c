/* SPDX-License-Identifier: MIT */
#include "views/now_news.h"

#include <stdio.h>

#include "views/drift_news.h"
#include "views/link.h"

/* The newest stay; NULL: it is none of them. */
static char *add(struct now_news *k, int64_t time, const char *word)
{
	size_t at = k->n;

	while (at > 0 && k->item[at - 1].time < time)
		at--;
	if (at == NOW_NEWS)
		return NULL;
	if (k->n < NOW_NEWS)
		k->n++;
	memmove(&k->item[at + 1], &k->item[at], (k->n - 1 - at) * sizeof(*k->item));
	k->item[at].time = time;
	k->item[at].word = word;
	return k->item[at].text;
}

static void add_agents(struct now_news *k, const struct world *w)
{
	for (uint32_t i = 0; i < w->mesh->agents; i++) {
		const struct agent *a = &w->mesh->agent[i];
		char *text;

		if (a->renewed == 0 || w->now - a->renewed > NOW_NEWS_SPAN ||
			(text = add(k, a->renewed, "agent")) == NULL)
			continue;
		if (a->was_model != NULL)
			snprintf(text, ROW_TEXT, "%.60s: model %.60s (was %.60s)",
				a->name, a->model != NULL ? a->model : "?", a->was_model);
		else
			snprintf(text, ROW_TEXT, "%.60s: version %.60s (was %.60s)",
				a->name, a->version != NULL ? a->version : "?",
				a->was_version != NULL ? a->was_version : "?");
	}
}

static void add_drifts(struct now_news *k, const struct world *w)
{
	struct drifts d = { 0 };

	drift_find(&d, w->mesh);
	for (size_t i = 0; i < d.count; i++) {
		const struct drift *x = &d.item[i];
		char *text;

		if (x->since != 0 && w->now - x->since <= NOW_NEWS_SPAN &&
			drift_is_news(x, link_now(w)) &&
			(text = add(k, x->since, "drift")) != NULL)
			snprintf(text, ROW_TEXT, "%.180s", x->words);
	}
	drift_fini(&d);
}

void now_news_look(struct now_news *k, const struct world *w)
{
	bool large = w->mesh->edges > DRIFT_OFTEN || w->mesh->agents > DRIFT_OFTEN;
	bool due = large ? w->tick - k->tick >= DRIFT_SELDOM
			 : w->now - k->now >= SECOND || w->now < k->now;

	if (k->mesh == w->mesh && !due)
		return;
	k->mesh = w->mesh;
	k->now = w->now;
	k->tick = w->tick;
	k->n = 0;
	add_agents(k, w);
	add_drifts(k, w);
}
