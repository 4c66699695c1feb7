#!/usr/bin/env bash
# Proves a machine before a run, in about a minute, and prints OK or FAILED for each part; exit code 1 if one failed:
#   bash training/smoke.sh FOLDER NODE
# Each program of the recipe makes a few steps on the GPUs that recipe.sh will give it, two programs side by side, so that
# torch.compile and Triton find every graph in their caches afterwards (which know a GPU by its number within the arm). The
# judges' part is whether a command can have each GPU alone and the product's engine runs there.
set -uo pipefail
out=$1 node=$2
# As for recipe.sh: options of training.train in every part, and of training.grpo.
options=${OPTIONS:-} grpo_options=${GRPO_OPTIONS:---prompts 32}
mkdir -p "$out"
cores=$(env -u OMP_NUM_THREADS nproc)
export PYTHONUNBUFFERED=1 TOKENIZERS_PARALLELISM=false OMP_NUM_THREADS=1 NODE_COMPILE_CACHE=$out/node-cache

gpus=$(nvidia-smi -L 2>/dev/null | wc -l)
half=$((gpus > 1 ? gpus / 2 : 1))
first=$(seq -s, 0 $((half - 1)))
second=$first
((gpus > 1)) && second=$(seq -s, "$half" $((2 * half - 1)))
workers=$((cores / (2 * half) - 2))
((workers > 0)) || workers=1

# part NAME SECONDS COMMAND…: its output in FOLDER/NAME.log. What went on without something, loudly (`***`), is a failure here.
part() {
  local name=$1 seconds=$2 began=$SECONDS verdict=OK
  shift 2
  timeout -k 5 "$seconds" "$@" >"$out/$name.log" 2>&1 && ! grep -q '^\*\*\*' "$out/$name.log" || verdict=FAILED
  printf '%-9s %-7s %3d s  %s\n' "$name" $verdict $((SECONDS - began)) "$(told "$out/$name.log")" | tee -a "$out/verdicts"
}

# What a log has to say in one line: its error, else its last measurements, else its end.
told() {
  local error measured
  error=$(grep -E '^(\[rank[0-9]+\]: )?[A-Za-z.]+Error|^\*\*\*|^FAILED' "$1" | tail -n 1)
  measured=$(grep -E '^compiled in' "$1" | head -n 1; grep -oE '"(loss|tokens_per_second|waited_share)": [0-9.]+' "$1" | tail -n 3)
  [ -n "$measured" ] || measured=$(tail -n 1 "$1")
  echo "${error:-$measured}" | tr '\n' ' ' | cut -c 1-200
}

# program NAME GPUS PORT MODULE OPTIONS…, a process a GPU
program() {
  local name=$1 devices=$2 port=$3 module=$4
  shift 4
  CUDA_VISIBLE_DEVICES=$devices part "$name" 90 python3 -m training.launch "$half" "$port" "training.$module" --out "$out/$name" \
    --minutes 30 --node "$node" "$@"
}

train() { # NAME GPUS PORT STEPS OPTIONS…
  local name=$1 devices=$2 port=$3 steps=$4
  shift 4
  rm -f "$out/$name/log.jsonl"
  # shellcheck disable=SC2086
  program "$name" "$devices" "$port" train --stage "$name" --tokenizer "$out" --workers "$workers" --max-steps "$steps" $options "$@"
}

beside() { # two at once where each can have GPUs of its own
  if ((gpus > 1)); then "$@" & else "$@"; fi
}

# Whether every GPU can be had alone, and the engine on the last one: what training/report/evaluate.sh needs.
judging() {
  local gpu seen code=0
  bash training/report/give-runtime.sh "$node" || return
  for gpu in /dev/nvidia[0-9]*; do
    seen=$(bash training/report/on-gpu.sh "${gpu#/dev/nvidia}" nvidia-smi -L | wc -l)
    echo "$gpu alone: a command sees $seen"
    [ "$seen" = 1 ] || code=1
  done
  head -n 1 assets/benchmarks/students.jsonl >"$out/question.jsonl"
  local on=()
  ((gpus > 1)) && on=(bash training/report/on-gpu.sh "${gpu#/dev/nvidia}")
  "${on[@]}" "$node" app/cli/main.ts eval "$out/question.jsonl" --model assets/model --backend gpu --samples 4 --json |
    grep -o '"engine":.*' | grep -i nvidia || code=1
  return $code
}

rm -f "$out/verdicts"
part data 30 bash -c '"$1" tutor/curriculum/export.ts --seed 7 --count 3000 >"$2/sample.jsonl" &&
  python3 -m training.tokenizer --problems "$2/sample.jsonl" --out "$2"' data "$node" "$out"
# int8 rounding from the first step, as in the recipe's last stage.
beside train control "$first" 29610 40 --rounding-share 1
beside train teacher "$second" 29611 40
export -f judging
export out node gpus
[ "${gpus}" = 0 ] || beside part judging 60 bash -c judging
((gpus > 1)) && beside part kernels 90 env CUDA_VISIBLE_DEVICES=$((gpus - 1)) python3 -m pytest -q -p no:cacheprovider \
  training/tests/test_scan.py training/tests/test_sampler.py
wait
beside train distil "$first" 29612 20 --teacher "$out/teacher/model"
# shellcheck disable=SC2086
beside program grpo "$second" 29613 grpo --init "$out/control/model" --max-steps 1 $grpo_options
wait
echo "smoke: $(grep -c ' OK ' "$out/verdicts") parts OK, $(grep -c ' FAILED ' "$out/verdicts") FAILED, $SECONDS s"
! grep -q ' FAILED ' "$out/verdicts"
