/* SPDX-License-Identifier: MIT */
/* What `:set OPTION VALUE` takes, as one const table, and what it says of anything else.
 */
#ifndef VIEWS_SETTINGS_H
#define VIEWS_SETTINGS_H

#include "views/row.h"

/*
 * Reads "undo 3", "theme mono". False, and `said` names the choices; true, and
 * it says what holds now.
 */
bool settings_read(struct str arg, char said[ROW_TEXT]);

/* The nth name, and the nth choice of one; NULL behind the last. */
const char *settings_name(size_t i);
const char *settings_choice(struct str name, size_t i);

#endif
