/* SPDX-License-Identifier: MIT */
/*
 * LD_PRELOAD: chance that is none. libzmq asks for two numbers for each socket that it
 * makes up routing ids for, of which it counts up.
 */
int rand(void);

int rand(void)
{
	static unsigned calls;

	return (int)((1 + __atomic_fetch_add(&calls, 1, __ATOMIC_RELAXED) / 2) << 20);
}
