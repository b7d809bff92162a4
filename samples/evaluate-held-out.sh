#!/usr/bin/env bash
# Measures a model on subjects that no training has seen, laid over photographs, beside a cleaned
# difference key:
#
#   samples/evaluate-held-out.sh BACKGROUNDS RESULTS [MODEL [SUBJECTS]]
#
# BACKGROUNDS is a folder of photographs; MODEL a name of Models... or a file of weights, or "" for
# the bundled model; SUBJECTS a folder with fgr and pha, cut-outs with true alphas of one's own.
# Generated subjects are painted into samples/target/held-out, if they are not there yet: frames of
# 1920x1080 with people and things in them, and of 800x800 which they fill. Tables and contact sheets
# are in RESULTS/hd, RESULTS/large and RESULTS/own.
set -euo pipefail

if [ $# -lt 2 ] || [ $# -gt 4 ]; then
  echo "Usage: $0 BACKGROUNDS RESULTS [MODEL [SUBJECTS]]" >&2
  exit 2
fi

source "$(dirname "${BASH_SOURCE[0]}")/host.sh"
build_if_needed

model="${3:+;$3}"
subjects="$samples/target/held-out"
count="${CLEANPLATE_HELD_OUT_SUBJECTS:-24}"

# Paints COUNT subjects of SIZE pixels into FOLDER.
paint() {
  if [ ! -e "$1/painted-$3" ]; then
    rm -rf "$1"
    run_class org.cleanplate.training.data.HeldOutSubjects "$1" "$2" "$3"
    touch "$1/painted-$3"
  fi
}

# Evaluates on SUBJECTS into RESULTS, at SIZE, subjects from SMALLEST to LARGEST.
evaluate() {
  run_class org.cleanplate.samples.MacroRunner "$samples/macros/evaluate-subjects.ijm" \
    "$1;$backgrounds;$2;$3;$4;$5$model"
}

backgrounds="$1"
results="$2"
paint "$subjects/hd" 1080 "$count"
paint "$subjects/large" 800 "$count"
evaluate "$subjects/hd" "$results/hd" 1920x1080 0.6 1.1
evaluate "$subjects/large" "$results/large" 800x800 0.8 1.3
if [ $# -eq 4 ]; then
  evaluate "$4" "$results/own" 800x800 0.8 1.3
fi
