/* SPDX-License-Identifier: MIT */
#include "base/pages.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void pages_init(struct pages *p, size_t item_size)
{
	*p = (struct pages){ .size = item_size };
}

void pages_fini(struct pages *p)
{
	for (uint32_t i = 0; i < pages_count(p); i++)
		free(p->page[i]);
	for (uint32_t i = 0; i < p->packs; i++)
		free(p->packed[i]);
	free(p->packed);
	free(p->page);
	free(p->living);
	pages_init(p, p->size);
}

/* The last page takes the next item; it is made when there is none. */
static uint32_t last_page(struct pages *p)
{
	uint32_t i = p->count / PAGE_ITEMS;

	if (p->count % PAGE_ITEMS == 0) {
		xgrow(&p->page, &p->cap, i + 1, sizeof(*p->page));
		xgrow(&p->living, &p->living_cap, i + 1, sizeof(*p->living));
		p->page[i] = NULL;
		p->living[i] = 0;
	}
	return i;
}

void *pages_add(struct pages *p)
{
	uint32_t i = last_page(p);

	if (p->page[i] == NULL && pages_fetch(p, i) == NULL)
		p->page[i] = xcalloc(PAGE_ITEMS, p->size);
	p->living[i]++;
	p->kept++;
	return p->page[i] + (size_t)(p->count++ % PAGE_ITEMS) * p->size;
}

void pages_skip(struct pages *p, uint32_t count)
{
	while (p->count < count) {
		uint32_t end = (last_page(p) + 1) * PAGE_ITEMS;

		p->count = end != 0 && end < count ? end : count;
	}
}

void pages_drop(struct pages *p, uint32_t place)
{
	char *item = pages_at(p, place);
	uint32_t i = place / PAGE_ITEMS;

	assert(item != NULL && p->living[i] > 0);
	memset(item, 0, p->size);
	p->kept--;
	if (--p->living[i] > 0)
		return;
	free(p->page[i]);
	p->page[i] = NULL; /* made again if there are places left in it */
}

/* --- packed ---------------------------------------------------------------- */

uint32_t pages_count(const struct pages *p)
{
	return p->count / PAGE_ITEMS + (p->count % PAGE_ITEMS != 0);
}

void pages_unpack_with(struct pages *p, page_unpack *unpack, void *owner)
{
	p->unpack = unpack;
	p->owner = owner;
}

bool pages_put_take(
	struct pages *p, uint32_t page, uint32_t living, struct packed_page *packed)
{
	uint32_t pages = pages_count(p);
	uint32_t room = page + 1 < pages ? PAGE_ITEMS : p->count - page * PAGE_ITEMS;

	if (page >= pages || living == 0 || living > room || p->living[page] > 0) {
		free(packed);
		return false;
	}
	if (p->packed == NULL) {
		p->packed = xcalloc(pages, sizeof(*p->packed));
		p->packs = pages;
	}
	if (page >= p->packs) {
		free(packed);
		return false;
	}
	p->packed[page] = packed;
	p->living[page] = (uint16_t)living;
	p->kept += living;
	return true;
}

uint32_t pages_living(const struct pages *p, uint32_t page)
{
	return p->living[page];
}

const struct packed_page *pages_packed(const struct pages *p, uint32_t page)
{
	return page < p->packs ? p->packed[page] : NULL;
}

void *pages_open(const struct pages *p, uint32_t page)
{
	return p->page[page];
}

char *pages_fetch(const struct pages *p, uint32_t page)
{
	char *items;

	if (pages_packed(p, page) == NULL)
		return NULL;
	items = xcalloc(PAGE_ITEMS, p->size);
	if (!p->unpack(p->owner, p->packed[page], page, items)) {
		free(items);
		return NULL;
	}
	free(p->packed[page]);
	p->packed[page] = NULL;
	p->page[page] = items;
	return items;
}
