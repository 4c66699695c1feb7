#!/usr/bin/env bash
# What a run left, in files small enough to travel, also while it still runs:
#   bash training/fetch.sh RUNS OUT [STAGE…]
# OUT/logs.tar.gz holds every stage's logs and the tokenizer, and, with RESULTS set, OUT/results.tar.gz what
# training/report/evaluate.sh wrote there. Each STAGE named comes as OUT/STAGE.tar.part-a, -b, …: its last checkpoint as a
# model folder, int8 (24 MB) unless DTYPE says otherwise (bf16 is 45 MB, f32 90). There: cat STAGE.tar.part-* | tar x
set -uo pipefail
runs=$1 out=$2
shift 2
mkdir -p "$out"
# As PIECE_BYTES in model_folder.py.
PIECE=15M
code=0

pack() { # STAGE
  local stage=$1 dtype=${DTYPE:-int8} folder=$runs/fetch/$1
  mkdir -p "$folder"
  if OMP_NUM_THREADS=1 python3 -m training.export --run "$runs/$stage" --out "$folder" --dtype "$dtype"; then
    rm -f "$out/$stage".tar.part-*
    tar -C "$runs/fetch" -c "$stage" | split -b "$PIECE" -a 1 - "$out/$stage.tar.part-"
  else
    echo "*** $stage CANNOT BE FETCHED: there is no checkpoint in $runs/$stage"
    return 1
  fi
}

# A log that is being written changes under tar, which says so by code 1: no failure.
(cd "$runs" && tar -cz --ignore-failed-read -- *.log tokenizer*.json */log.jsonl */run.log */done) >"$out/logs.tar.gz" 2>/dev/null
[ -z "${RESULTS:-}" ] || tar -C "$RESULTS" -cz . >"$out/results.tar.gz" 2>/dev/null
packing=()
for stage in "$@"; do
  pack "$stage" &
  packing+=($!)
done
for process in "${packing[@]}"; do wait "$process" || code=1; done
ls -l "$out"
exit $code
