/* SPDX-License-Identifier: MIT */
/* What is discarded, copied and brought back (views/keep.h), in the shell. */
#include <stdio.h>
#include <stdlib.h>

#include "views/shell_own.h"

void shell_kept(struct shell *s, const struct world *w, bool ok, const char *what)
{
	struct op *op = ops_kept(&s->ops, ok, what);
	size_t lines = op != NULL ? op->copy_lines : s->keep.lines;

	if (op == NULL) {
		keep_done(&s->keep, &s->desk, w, ok, what);
		desk_tick(&s->desk, w);
	}
	if (ok)
		shell_tell(s, w, STYLE_NORMAL, "copy of %zu in %.180s", lines, what);
	else
		shell_tell(
			s, w, STYLE_WARNING, "nothing discarded, no copy: %.160s", what);
}

bool shell_keep_wish(struct shell *s, struct wish *out)
{
	if (!keep_wish(&s->keep, &s->desk, &s->last, out))
		return false;
	s->ops.keeping[0] = '\0'; /* the answer is about this one */
	return true;
}

void shell_copy(struct shell *s, const char *name, struct str text)
{
	restore_page_add(&s->restore, name, text);
}

void shell_restore_open(struct shell *s)
{
	restore_page_open(&s->restore);
	shell_want(s, WISH_COPIES);
}

static void restore(struct shell *s, const struct world *w, const struct copy *c)
{
	struct sheet_items items = { 0 };
	char others[ROW_TEXT], why[ROW_TEXT];
	uint32_t *places;

	if (w->epoch != NULL && c->epoch[0] != '\0' && strcmp(c->epoch, w->epoch) != 0) {
		shell_tell(s, w, STYLE_WARNING, "it is of another journal");
		return;
	}
	items.n = copy_places(c, w, &places, others);
	items.handoffs = places;
	if (items.n == 0)
		shell_tell(s, w, STYLE_WARNING, "nothing of it to bring back: %.180s",
			others[0] != '\0' ? others : "it holds nothing");
	else if (!sheet_open(&s->sheet, w, ACTION_REQUEUE, &items, why))
		shell_tell(s, w, STYLE_WARNING, "%s", why);
	else {
		shell_want(s, WISH_DROP_KEYS);
		if (others[0] != '\0')
			shell_tell(s, w, STYLE_WARNING, "%s", others);
	}
	free(places);
}

void shell_restore_key(struct shell *s, const struct world *w, int key)
{
	enum action a = action_of_key(key, SCREEN_DEAD, w->replay != NULL);
	const struct copy *c;

	c = restore_page_key(&s->restore, key, a == ACTION_REQUEUE);
	if (c != NULL && !shell_is_off(s, w, ACTION_REQUEUE))
		restore(s, w, c);
}
