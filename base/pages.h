/* SPDX-License-Identifier: MIT */
/*
 * An array that grows in pages: an item never moves, its place never names
 * another item, and a page is given back when the last item in it was dropped.
 * So many can come and go for months without a copy of them all.
 */
#ifndef BASE_PAGES_H
#define BASE_PAGES_H

#include <stddef.h>
#include <stdint.h>

#define PAGE_ITEMS 256u

struct pages {
	char **page;      /* private; NULL: given back */
	uint16_t *living; /* private: items of it that were not dropped */
	size_t cap, living_cap;
	size_t size;    /* bytes of an item */
	uint32_t count; /* places handed out, dropped ones too */
	uint32_t kept;  /* items that were not dropped */
};

void pages_init(struct pages *p, size_t item_size);
/* Frees the pages; what the items own is the caller's to free before. */
void pages_fini(struct pages *p);
/* A new item, zeroed; its place is the count there was before. */
void *pages_add(struct pages *p);
/* The item becomes all zeros, and its page is freed if it was the last in it. */
void pages_drop(struct pages *p, uint32_t place);
/* Hands out places up to `count` without memory behind them: they are dropped ones. */
void pages_skip(struct pages *p, uint32_t count);

/* NULL for a place beyond the last, or in a page that was given back. */
static inline void *pages_at(const struct pages *p, uint32_t place)
{
	char *page = place < p->count ? p->page[place / PAGE_ITEMS] : NULL;

	return page == NULL ? NULL : page + (size_t)(place % PAGE_ITEMS) * p->size;
}

#endif
