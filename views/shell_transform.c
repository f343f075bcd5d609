/* SPDX-License-Identifier: MIT */
/* The page that changes artifacts (views/transform_page.h), in the shell. */
#include <stdlib.h>

#include "views/shell_own.h"

void shell_transform_open(struct shell *s, const struct world *w, const struct outcome *o)
{
	transform_page_open(
		&s->transform, w->mesh, o->handoffs, o->n_handoffs, o->n_handoffs);
}

static void put_back(struct shell *s, const struct world *w)
{
	struct transform_page *p = &s->transform;
	struct sheet_items items = { 0 };
	char why[ROW_TEXT];
	uint32_t *places;

	if (p->why[0] != '\0' || p->transform.n == 0) {
		shell_tell(s, w, STYLE_WARNING, "%.180s",
			p->why[0] != '\0' ? p->why : "no line changes anything yet");
		return;
	}
	if (!rehearse_is_done(&p->dry)) {
		shell_tell(s, w, STYLE_WARNING, "the dry run goes on: %zu of %zu",
			p->dry.at, p->dry.n);
		return;
	}
	items.n = transform_page_take(p, &places, &items.artifact);
	items.handoffs = places;
	if (items.n > 0 && sheet_open(&s->sheet, w, ACTION_REQUEUE, &items, why)) {
		shell_want(s, WISH_DROP_KEYS);
	} else {
		shell_tell(
			s, w, STYLE_WARNING, "%.200s", items.n == 0 ? "none fits" : why);
		for (size_t i = 0; i < items.n; i++)
			free(items.artifact[i]);
		free(items.artifact);
	}
	free(places);
}

void shell_transform_key(struct shell *s, const struct world *w, int key)
{
	enum action a = action_of_key(key, SCREEN_DEAD, w->replay != NULL);

	if (transform_page_key(&s->transform, key, a == ACTION_REQUEUE) ==
			TRANSFORM_PUTS_BACK &&
		!shell_is_off(s, w, ACTION_REQUEUE))
		put_back(s, w);
}
