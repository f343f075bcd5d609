/* SPDX-License-Identifier: MIT */
/*
 * The manual page, written from the tables of commands, options, keys and
 * signs: `seam --man` prints it, docs/seam.1 is what it printed.
 */
#ifndef APP_MAN_H
#define APP_MAN_H

/* The page in man(7) macros, on standard output. */
void man_print(void);

#endif
