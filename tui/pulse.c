/* SPDX-License-Identifier: MIT */
#include "tui/pulse.h"

#define SLOW_US (150 * 1000)
#define CALM_US (10 * 1000 * 1000) /* a small frame behind a large one is soon there */
#define LOST_US                                                                          \
	(10 * 1000 * 1000) /* nobody answers any more: another terminal, perhaps */
#define LEAVE_US (100 * 1000)
#define LEAVE_MOST_US (1000 * 1000)

bool pulse_ask(struct pulse *p, int64_t now)
{
	if (p->asked)
		return false;
	p->asked = true;
	p->asked_at = now;
	return true;
}

void pulse_answered(struct pulse *p, int64_t now)
{
	if (p->asked)
		p->took = now - p->asked_at;
	if (p->asked && p->took >= SLOW_US)
		p->slow_until = now + CALM_US;
	p->asked = false;
	p->answers = true;
}

bool pulse_waits(struct pulse *p, int64_t now)
{
	if (p->answers && p->asked && now - p->asked_at >= LOST_US)
		p->answers = false; /* and `asked` stays: it is not asked again */
	return p->answers && p->asked;
}

bool pulse_is_slow(const struct pulse *p, int64_t now)
{
	return p->answers &&
		(now < p->slow_until || (p->asked && now - p->asked_at >= SLOW_US));
}

int64_t pulse_until(const struct pulse *p)
{
	int64_t room = p->answers ? p->took * 2 : 0;

	if (!p->asked)
		return 0;
	if (room < LEAVE_US)
		room = LEAVE_US;
	return p->asked_at + (room < LEAVE_MOST_US ? room : LEAVE_MOST_US);
}
