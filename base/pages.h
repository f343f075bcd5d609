/* SPDX-License-Identifier: MIT */
/*
 * An array that grows in pages: an item never moves, its place never names
 * another item, and a page is given back when the last item in it was dropped.
 * So many can come and go for months without a copy of them all.
 *
 * A page may be put in packed, as bytes that only its owner can read: it is unpacked
 * when one of its places is first looked at, and from then on is like any other.
 */
#ifndef BASE_PAGES_H
#define BASE_PAGES_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PAGE_ITEMS 256u

struct packed_page {
	uint32_t size, bytes; /* unpacked; and of `data` */
	char data[];
};

/* Fills in the zeroed items of page number `page`; false where it cannot. */
typedef bool page_unpack(
	void *owner, const struct packed_page *from, uint32_t page, void *items);

struct pages {
	char **page;      /* private; NULL: given back, or packed */
	uint16_t *living; /* private: items of it that were not dropped */
	size_t cap, living_cap;
	struct packed_page **packed; /* private; NULL: not packed. As many as were put */
	uint32_t packs;
	page_unpack *unpack; /* private */
	void *owner;
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

/* Who unpacks pages, before the first one is put in. */
void pages_unpack_with(struct pages *p, page_unpack *unpack, void *owner);
/*
 * Puts a page in, packed, with so many items, where pages_skip() left room. It is freed
 * by `p`, now if it does not fit: false.
 */
bool pages_put_take(
	struct pages *p, uint32_t page, uint32_t living, struct packed_page *packed);
/* How many pages there are places for, given back or not. */
uint32_t pages_count(const struct pages *p);
/* Items of a page. */
uint32_t pages_living(const struct pages *p, uint32_t page);
/* The page as it was put in, if nobody has looked at it since; else NULL. */
const struct packed_page *pages_packed(const struct pages *p, uint32_t page);
/* The items of a page that is not packed, from its first place on; NULL if it is. */
void *pages_open(const struct pages *p, uint32_t page);
/* What pages_at() does for a page that is not there. */
char *pages_fetch(const struct pages *p, uint32_t page);

/* NULL for a place beyond the last, or in a page that was given back. */
static inline void *pages_at(const struct pages *p, uint32_t place)
{
	char *page;

	if (place >= p->count)
		return NULL;
	page = p->page[place / PAGE_ITEMS];
	if (page == NULL && (page = pages_fetch(p, place / PAGE_ITEMS)) == NULL)
		return NULL;
	return page + (size_t)(place % PAGE_ITEMS) * p->size;
}

/* The same where it is a bug that there is none. */
static inline void *pages_there(const struct pages *p, uint32_t place)
{
	void *item = pages_at(p, place);

	assert(item != NULL);
	return item;
}

#endif
