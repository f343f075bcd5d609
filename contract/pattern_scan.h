/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the translator share. Those that may fail return false and have said
 * why through scan_fail().
 */
#ifndef CONTRACT_PATTERN_SCAN_H
#define CONTRACT_PATTERN_SCAN_H

#include "contract/pattern_translate.h"

/* A group, or the whole pattern: group 0. */
struct pattern_group {
	size_t at; /* byte of its bracket */
	uint32_t parent;
	uint32_t number; /* of what it captures; 0: nothing */
	uint32_t run;    /* at the end of its longest alternative */
	bool assertion;  /* nothing may be counted behind it */
	bool lookbehind;
	bool open;
	bool alternatives; /* more than one */
	bool optional;     /* may be taken no time at all */
	bool repeated;     /* may be taken more than once */
};

struct pattern_name {
	struct str name;
	uint32_t number;
};

/* A back reference: by number, or by name where number is 0. */
struct pattern_reference {
	size_t at;
	uint32_t number;
	struct str name;
};

struct pattern_scan {
	struct str in;
	size_t at;
	struct pattern_text *text;
	struct err *e;

	struct pattern_group *group;
	uint32_t *capture; /* the groups that capture, in order */
	struct pattern_name *name;
	struct pattern_reference *reference;
	size_t group_cap, capture_cap, name_cap, reference_cap;
	uint32_t groups, names, references;
	uint32_t inside; /* the innermost group */
	uint32_t captures, depth, lookbehinds;
	uint32_t run;
};

/* Always false. */
bool scan_fail(struct pattern_scan *s, size_t at, const char *why);
/* The byte that comes `ahead` of the next, or -1. */
int scan_peek(const struct pattern_scan *s, size_t ahead);
/* Goes past `word` if it comes next. */
bool scan_take(struct pattern_scan *s, const char *word);
bool scan_char(struct pattern_scan *s, uint32_t *c);

/* contract/pattern_class.c */

/* Writes one character so that PCRE2 sees nothing else in it. */
void scan_write_char(struct pattern_scan *s, uint32_t c);
/* What stands behind a backslash, and is one character. */
bool scan_escape(struct pattern_scan *s, uint32_t *c);
/*
 * Writes \d \s \w \p{...} and their opposites, which stand behind a backslash, as members
 * of a class or by themselves. *taken says whether it was one.
 */
bool scan_set(struct pattern_scan *s, bool in_class, bool *taken);
/* Writes a class; its bracket has been taken. */
bool scan_class(struct pattern_scan *s);
/* What `.` stands for. */
void scan_write_dot(struct pattern_scan *s);

/* contract/pattern_property.c */

/* Writes \p or \P for "{...}", which comes next. */
bool scan_property(struct pattern_scan *s, bool negated);

#endif
