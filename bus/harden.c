/* SPDX-License-Identifier: MIT */
#include "bus/harden.h"

#include <linux/capability.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

void harden_memory(void)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	/* a core_pattern that is a pipe does not ask for the limit; it asks for this */
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/*
 * All but `kept`, which root has and nobody else. Without libcap: its two system calls
 * are all that is needed.
 */
static void drop_capabilities(uint64_t kept)
{
	struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
	struct __user_cap_data_struct set[2];

	prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
	if (syscall(SYS_capget, &head, set) < 0)
		return;
	for (int i = 0; i < 2; i++) {
		set[i].permitted &= (uint32_t)(kept >> (32 * i));
		set[i].effective = set[i].permitted;
		set[i].inheritable = 0;
	}
	syscall(SYS_capset, &head, set);
}

/*
 * What root starts would have all of them again; and who gains rights when it begins is
 * not ended with its parent (PR_SET_PDEATHSIG) any more.
 */
static void bind_programs(void)
{
	for (int cap = 0; cap < 64 && prctl(PR_CAPBSET_READ, cap, 0, 0, 0) >= 0; cap++)
		prctl(PR_CAPBSET_DROP, cap, 0, 0, 0);
}

void harden_process(const struct harden_plan *p)
{
	umask(077);
	harden_memory();
	bind_programs(); /* while it still may */
	if (!p->programs)
		prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	drop_capabilities(p->low_ports ? UINT64_C(1) << CAP_NET_BIND_SERVICE : 0);
}
