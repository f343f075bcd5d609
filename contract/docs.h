/* SPDX-License-Identifier: MIT */
/*
 * Contracts as one page of Markdown for people: a graph of who hands what to whom, a
 * table, and a section for each. The same contracts give the same page, whatever their
 * order.
 */
#ifndef CONTRACT_DOCS_H
#define CONTRACT_DOCS_H

#include "contract/contract.h"

#define DOCS_ARROWS 400 /* in the graph; Mermaid draws no more than 500 */

/* Sorts `c` by name and version. Their `doc` is read from, nothing else changes. */
void docs_page(struct buf *out, struct contract **c, size_t n);
/* The graph alone, in a fence. `c` must be sorted. */
void docs_graph(struct buf *out, struct contract *const *c, size_t n);

#endif
