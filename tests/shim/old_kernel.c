/* SPDX-License-Identifier: MIT */
/* LD_PRELOAD: a kernel, or a container, that has no close_range(). */
#include <errno.h>

int close_range(unsigned first, unsigned last, int flags);

int close_range(unsigned first, unsigned last, int flags)
{
	(void)first;
	(void)last;
	(void)flags;
	errno = ENOSYS;
	return -1;
}
