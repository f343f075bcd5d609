/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "app/command.h"
#include "base/digest.h"

int main(int argc, char **argv)
{
	setlocale(LC_CTYPE, "");
	digest_start();
	return run_command_line(argc, argv);
}
