/* SPDX-License-Identifier: MIT */
/* The window's title: how it stands for who looks at another window. */
#include <stdio.h>

#include "views/link.h"
#include "views/shell_own.h"

/* "!!2" as many sentences of the verdict as are worst; nothing where all is well. */
static void worst(const struct verdict *v, char *out, size_t room)
{
	int grave = GRAVE_NONE;
	size_t n = 0;

	for (size_t i = 0; i < v->n; i++) {
		if (v->said[i].grave > grave) {
			grave = v->said[i].grave;
			n = 0;
		}
		n += v->said[i].grave == grave;
	}
	out[0] = '\0';
	if (grave > GRAVE_NONE)
		snprintf(out, room, "%s%zu ", grave_mark((enum grave)grave), n);
}

void shell_title(const struct shell *s, const struct world *w, char out[SHELL_TITLE])
{
	char how[40];

	if (w->replay != NULL) {
		snprintf(out, SHELL_TITLE, "seam replay %.60s", w->replay->name);
		return;
	}
	if (link_old(w))
		snprintf(how, sizeof(how), "%s ",
			w->link.state == LINK_LOST ? "LOST" : "STALE");
	else if (link_loading(w))
		snprintf(how, sizeof(how), "... ");
	else
		worst(&s->verdict, how, sizeof(how));
	snprintf(out, SHELL_TITLE, "seam %s%.60s", how, w->name != NULL ? w->name : "");
}
