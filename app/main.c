/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "base/digest.h"

int main(int argc, char **argv)
{
	int status;

	setlocale(LC_CTYPE, "");
	digest_start();
	status = run_command_line(argc, argv);
	/* what could not be printed was not done */
	if ((fflush(stdout) != 0 || ferror(stdout)) && status == DONE) {
		complain("cannot write the output: %s", strerror(errno));
		status = REFUSED;
	}
	return status;
}
