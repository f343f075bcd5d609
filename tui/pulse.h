/* SPDX-License-Identifier: MIT */
/*
 * How far the terminal has come. The kernel, a shell on another machine and what is
 * between them take many frames before anybody has seen one; so behind a frame the
 * terminal is asked for its status, and its answer says that it has got so far. While
 * it has not, nothing more is drawn: a slow line shows fewer frames, never an old one
 * behind ten others. A terminal that has never answered is not waited for. Knows no
 * terminal and no clock.
 */
#ifndef TUI_PULSE_H
#define TUI_PULSE_H

#include <stdbool.h>
#include <stdint.h>

#define PULSE_ASK "\033[5n" /* the answer is ESC [ 0 n */

struct pulse { /* zeroed: nothing is known */
	bool asked, answers;
	int64_t asked_at, took; /* took: until the last answer */
	int64_t slow_until;
};

/* Whether to ask behind a frame that is drawn now; if so it is asked. */
bool pulse_ask(struct pulse *p, int64_t now);
void pulse_answered(struct pulse *p, int64_t now);
/* The last frame has not been seen yet: no other one now. */
bool pulse_waits(struct pulse *p, int64_t now);
/* The answers come late: draw seldom. */
bool pulse_is_slow(const struct pulse *p, int64_t now);
/* Until when an answer may still come, for who wants to leave. */
int64_t pulse_until(const struct pulse *p);

#endif
