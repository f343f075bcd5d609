/* SPDX-License-Identifier: MIT */
/* What strangers may cost the hub: bounds, and how often each was reached. */
#ifndef BUS_HUB_DOORS_H
#define BUS_HUB_DOORS_H

#include "bus/hub_own.h"

/* What doors_take_news() has to tell: denials where keys are asked for, and a line. */
void hub_doors_turn(struct hub *h);

/*
 * How many of the `n` bytes of what is no event are kept beside its digest and size: who
 * sends such things as fast as it can has nothing kept.
 */
size_t hub_kept_of(struct hub *h, size_t n);

/* Whether another request of this peer, or of its key, may wait for a decision. */
bool hub_may_wait(struct hub *h, const struct peer *p);
/* It does: outbox_wait_over() ends it. */
struct outbox *hub_begin_wait(struct hub *h, const struct peer *p);

/*
 * A page of the journal is read for this peer, and was. Who has had one after the other
 * for long gets short ones, between which others have their turn.
 */
void hub_page_begin(struct hub *h, const struct peer *p);
bool hub_page_ends(const struct hub *h, uint64_t count); /* events that it has */
void hub_page_done(struct hub *h, const struct peer *p);

/* The name of count `i`, NULL behind the last. */
const char *hub_turned_away(const struct hub *h, unsigned i, uint64_t *count);
/* The same as a member of a reply. */
void out_turned_away(struct buf *b, const struct hub *h);

#endif
