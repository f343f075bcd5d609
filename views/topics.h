/* SPDX-License-Identifier: MIT */
/* What `:help TOPIC` tells, as one const table. */
#ifndef VIEWS_TOPICS_H
#define VIEWS_TOPICS_H

#include "base/str.h"

struct topic {
	const char *name, *about;
	const char *text; /* paragraphs between line ends */
};

/* Ended by a row without a name. */
extern const struct topic topics[];

/* NULL: there is none of that name. */
const struct topic *topic_named(struct str name);

#endif
