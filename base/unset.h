/* SPDX-License-Identifier: MIT */
/*
 * Variables begin as zero (-ftrivial-auto-var-init), which costs nothing but where a
 * large one is made often and only what was set of it is read: `struct search s UNSET;`
 */
#ifndef BASE_UNSET_H
#define BASE_UNSET_H

#ifdef __has_attribute
#if __has_attribute(uninitialized)
#define UNSET __attribute__((uninitialized))
#endif
#endif
#ifndef UNSET
#define UNSET
#endif

#endif
