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
	for (uint32_t i = 0; i * PAGE_ITEMS < p->count; i++)
		free(p->page[i]);
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

	if (p->page[i] == NULL)
		p->page[i] = xcalloc(PAGE_ITEMS, p->size);
	p->living[i]++;
	p->kept++;
	return p->page[i] + (size_t)(p->count++ % PAGE_ITEMS) * p->size;
}

void pages_skip(struct pages *p, uint32_t count)
{
	while (p->count < count) {
		last_page(p);
		p->count++;
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
