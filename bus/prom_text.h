/* SPDX-License-Identifier: MIT */
/* Samples in Prometheus' text format 0.0.4. */
#ifndef BUS_PROM_TEXT_H
#define BUS_PROM_TEXT_H

#include "base/buf.h"
#include "bus/vitals.h"

/* What stands above the samples of one name. */
void prom_family(struct buf *b, const char *name, const char *type, const char *help);
/* A sample without labels. */
void prom_plain(struct buf *b, const char *name, double value);
/* One with labels: prom_name(), prom_label() for each, prom_value(). */
void prom_name(struct buf *b, const char *name);
void prom_label(struct buf *b, const char *label, const char *value);
void prom_value(struct buf *b, double value);
/* One with one label. */
void prom_sample(
	struct buf *b, const char *name, const char *label, const char *is, double value);
void prom_histogram(struct buf *b, const char *name, const struct histogram *g);

#endif
