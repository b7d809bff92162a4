#!/usr/bin/env bash
# Makes the pictures, curves and tables of the bundled model's card anew, models/weights/NAME.md and
# what lies in models/weights/NAME: real footage matted by the commands' defaults, held-out composites
# of 768x768 measured, size and digest of the weights.
#
#   samples/model-card.sh MEDIA [RUN...]
#
# MEDIA is a folder with the folders mouse, flies, colloids, sprite, lemur and plates; RUN are the run
# folders that led to the model, the first first. Without any, the curves that are kept are drawn.
# CLEANPLATE_CARD_PARTS="pictures scores" chooses what else is made anew; the digest and the curves
# always are.
set -euo pipefail

if [ $# -lt 1 ]; then
  echo "Usage: $0 MEDIA [RUN...]" >&2
  exit 2
fi

source "$(dirname "${BASH_SOURCE[0]}")/host.sh"
build_if_needed

media="$1"
shift
parts=" ${CLEANPLATE_CARD_PARTS-pictures scores} "
results="$samples/target/model-card"
rm -rf "$results"
mkdir -p "$results"
footage=-
scores=-
if [[ "$parts" == *" pictures "* ]]; then
  footage="$results/footage"
  run_class org.cleanplate.samples.MacroRunner "$samples/model-card/footage.ijm" "$media;$footage"
fi
if [[ "$parts" == *" scores "* ]]; then
  CLEANPLATE_HELD_OUT_SETS=square "$samples/evaluate-held-out.sh" "$media/plates" "$results"
  scores="$results/square/summary.csv"
fi
run_class org.cleanplate.samples.card.ModelCardUpdate "$root/models/weights" cleanplate-slim \
  "$footage" "$scores" "$@"
