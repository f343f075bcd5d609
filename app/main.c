/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "base/digest.h"

/*
 * Whoever started this may have closed 0, 1 or 2: what is opened next would get that
 * number, and what is printed would go there. Printing to 1 fails as it did.
 */
static bool fill_standard(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		int how = fd == STDOUT_FILENO ? O_RDONLY : O_RDWR;

		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", how) != fd)
			return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	int status;

	if (!fill_standard())
		return REFUSED;
	setlocale(LC_CTYPE, "");
	digest_start();
	status = run_command_line(argc, argv);
	/* what could not be printed was not done */
	if (fflush(stdout) != 0 || ferror(stdout)) {
		complain("cannot write the output: %s", strerror(errno));
		if (status == DONE)
			status = REFUSED;
	}
	return status;
}
