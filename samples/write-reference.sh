#!/usr/bin/env bash
# Writes macros/REFERENCE.md, the page of all keys and functions of macros, from the code.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/host.sh"
build_if_needed
run_class org.cleanplate.samples.MacroReferencePage "$samples/macros/REFERENCE.md"
