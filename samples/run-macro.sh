#!/usr/bin/env bash
# Runs an ImageJ macro with Cleanplate, without a display:
#
#   samples/run-macro.sh MACRO.ijm [ARGUMENT]
#
# Builds the project first if need be. Exit code: 0 only if the macro ran to its end; 1 if it did
# not, with the reason on the standard error; 2 if it could not be started.
# JAVA_OPTS is passed to Java; CLEANPLATE_TIME_LIMIT_MINUTES (720) stops a macro that hangs.
set -euo pipefail

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "Usage: $0 MACRO.ijm [ARGUMENT]" >&2
  exit 2
fi

source "$(dirname "${BASH_SOURCE[0]}")/host.sh"
build_if_needed
run_class org.cleanplate.samples.MacroRunner "$@"
