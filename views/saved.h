/* SPDX-License-Identifier: MIT */
/*
 * Filters with a name: `@NAME` behind `/` stands for the text that was saved under it.
 * They are the operator's, kept in a file by who has one; here they are text.
 */
#ifndef VIEWS_SAVED_H
#define VIEWS_SAVED_H

#include "mesh/query.h"
#include "tui/surface.h"

#define SAVED_MOST 64
#define SAVED_NAME 24

struct saved {
	struct saved_filter {
		char name[SAVED_NAME];
		char text[QUERY_LONGEST + 1];
	} filter[SAVED_MOST]; /* by name */
	size_t n;
	/* the page that lists them */
	bool open;
	size_t top;
};

/* Lines of "NAME TEXT"; what is none is left out. */
void saved_read(struct saved *s, struct str lines);
void saved_write(const struct saved *s, struct buf *out);
/* False: it is no name, or there is no room; `text` empty: it is forgotten. */
bool saved_put(struct saved *s, struct str name, struct str text, struct err *e);
/* NULL: there is none of that name. */
const char *saved_find(const struct saved *s, struct str name);
/* `text` with each `@NAME` replaced; a name that nobody saved stays as it is. */
void saved_expand(const struct saved *s, struct str text, struct buf *out);

void saved_open(struct saved *s);
void saved_key(struct saved *s, int key);
void saved_draw(struct saved *s, struct surface *out);
void saved_draw_hint(struct surface *out);

#endif
