#!/usr/bin/env bash
# The control alone on one GPU: tokenizer, the hybrid from scratch, evaluation.
#   bash training/run.sh MINUTES RUN_FOLDER NODE [more options of training.train]
# Follow it in RUN_FOLDER/run.log; RUN_FOLDER/finished appears last.
set -euo pipefail
minutes=$1 run=$2 node=$3
shift 3
mkdir -p "$run"
rm -f "$run/finished"
exec >>"$run/run.log" 2>&1
export PYTHONUNBUFFERED=1 TOKENIZERS_PARALLELISM=false
if [ ! -e "$run/tokenizer.json" ]; then
  "$node" tutor/curriculum/export.ts --seed 7 --count 30000 >"$run/sample.jsonl"
  python3 -m training.tokenizer --problems "$run/sample.jsonl" --out "$run"
fi
python3 -m training.train --out "$run" --tokenizer "$run" --minutes "$minutes" --node "$node" "$@"
python3 -m training.evaluate --run "$run" --node "$node"
touch "$run/finished"
