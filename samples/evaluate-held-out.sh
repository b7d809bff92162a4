#!/usr/bin/env bash
# Measures a model on subjects that no training has seen, laid over photographs, beside a cleaned
# difference key:
#
#   samples/evaluate-held-out.sh BACKGROUNDS RESULTS [MODEL [SUBJECTS]]
#
# BACKGROUNDS is a folder of photographs; MODEL a name of Models... or a file of weights, or "" for
# the bundled model; SUBJECTS a folder with fgr and pha, cut-outs with true alphas of one's own.
# Generated subjects are painted into samples/target/held-out, if they are not there yet, 20 or
# CLEANPLATE_HELD_OUT_SUBJECTS of each size: frames of 768x768 and of 1920x1080 with people and things
# in them, and of 800x800 which they fill. Tables and contact sheets are in RESULTS/square, RESULTS/hd,
# RESULTS/large and RESULTS/own; CLEANPLATE_HELD_OUT_SETS="square large" makes only those.
set -euo pipefail

if [ $# -lt 2 ] || [ $# -gt 4 ]; then
  echo "Usage: $0 BACKGROUNDS RESULTS [MODEL [SUBJECTS]]" >&2
  exit 2
fi

source "$(dirname "${BASH_SOURCE[0]}")/host.sh"
build_if_needed

model="${3:+;$3}"
subjects="$samples/target/held-out"
count="${CLEANPLATE_HELD_OUT_SUBJECTS:-20}"

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
for set in ${CLEANPLATE_HELD_OUT_SETS:-square hd large}; do
  case "$set" in
    square) side=768 size=768x768 range="0.6 1.1" ;;
    hd) side=1080 size=1920x1080 range="0.6 1.1" ;;
    large) side=800 size=800x800 range="0.8 1.3" ;;
    *)
      echo "There is no set \"$set\": square, hd and large" >&2
      exit 2
      ;;
  esac
  paint "$subjects/$set" "$side" "$count"
  # shellcheck disable=SC2086 # a range is two words
  evaluate "$subjects/$set" "$results/$set" "$size" $range
done
if [ $# -eq 4 ]; then
  evaluate "$4" "$results/own" 800x800 0.8 1.3
fi
