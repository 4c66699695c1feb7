#!/usr/bin/env bash
# M1's recipe and its control, side by side for the same time on the clock, compilation counted in both:
#   bash training/recipe.sh MINUTES RUNS NODE
# The first half of the GPUs runs teacher, distil, sft, grpo and int8, each from the stage before; the second half trains
# the hybrid from scratch. With one GPU (or none) the arms run one after the other, MINUTES each. A stage that fails is
# tried again, from its checkpoint if it has one; whatever it left is what the next one begins with, and the other arm does not notice.
# Follow it in RUNS/recipe.log and RUNS/STAGE/run.log; RUNS/finished appears last.
set -uo pipefail
minutes=$1 runs=$2 node=$3

all_gpus=$(nvidia-smi -L 2>/dev/null | awk '{ printf "%s%d", (NR > 1 ? "," : ""), NR - 1 }')
gpus=${GPUS:-${all_gpus:-0}}
# Percent of the time; they sum to 100.
teacher_share=${TEACHER_SHARE:-38} distil_share=${DISTIL_SHARE:-22} sft_share=${SFT_SHARE:-18} grpo_share=${GRPO_SHARE:-12} int8_share=${INT8_SHARE:-10}
# More options of training.train in every stage, and of single stages.
options=${OPTIONS:-} distil_options=${DISTIL_OPTIONS:---kl-weight 0.8} grpo_options=${GRPO_OPTIONS:-} control_options=${CONTROL_OPTIONS:-}
exporter=tutor/curriculum/export.ts
# A stage may overrun its end by this much (saving, exporting) before it is stopped.
GRACE_SECONDS=90
# A stage that failed is begun again once, from its checkpoint if there is one and it can.
TRIES=2
# A stage that failed with less left than this is not tried again.
WORTH_SECONDS=40

"$node" "$exporter" --count 1 >/dev/null || { echo "$node does not run $exporter: give the Node that package.json pins" >&2; exit 2; }
# nproc would take OMP_NUM_THREADS for the number of cores.
cores=$(env -u OMP_NUM_THREADS nproc)
export PYTHONUNBUFFERED=1 TOKENIZERS_PARALLELISM=false OMP_NUM_THREADS=1
mkdir -p "$runs"
runs=$(cd "$runs" && pwd)
# The exporter, begun thousands of times, keeps its compiled code: 0.7 s become 0.3.
export NODE_COMPILE_CACHE=$runs/node-cache
rm -f "$runs/finished"
exec >>"$runs/recipe.log" 2>&1

say() { echo "$(date -u +%H:%M:%S) $*"; }

IFS=, read -ra gpu_list <<<"$gpus"
workers=${WORKERS:-$((cores / ${#gpu_list[@]} - 2))}
((workers > 0)) || workers=1

# The program of a stage on some GPUs, one process each: launch GPUS PORT SECONDS MODULE OPTIONS…
launch() {
  local devices=$1 port=$2 seconds=$3 module=$4
  shift 4
  local commas=${devices//[^,]/}
  CUDA_VISIBLE_DEVICES=$devices timeout -k 10 "$seconds" \
    python3 -m training.launch $((${#commas} + 1)) "$port" "$module" "$@"
}

# stage NAME MODULE GPUS PORT END OPTIONS…: true if it leaves a model folder. END in seconds since 1970.
stage() {
  local name=$1 module=$2 devices=$3 port=$4 end=$5
  shift 5
  local out=$runs/$name resume=() tries=0 left code
  mkdir -p "$out"
  while left=$((end - $(date +%s))) && ((tries == 0 || (tries < TRIES && left > WORTH_SECONDS))); do
    tries=$((tries + 1))
    say "$name begins, $left s"
    rm -f "$out/done"
    launch "$devices" "$port" $(((left > 0 ? left : 0) + GRACE_SECONDS)) "$module" --out "$out" --until "$end" --node "$node" \
      --exporter "$exporter" "$@" "${resume[@]}" >>"$out/run.log" 2>&1
    code=$?
    if [ -e "$out/done" ]; then
      say "$name is done"
      return 0
    fi
    say "$name FAILED with code $code, $((end - $(date +%s))) s before its end: $(grep -E '^(\[rank[0-9]+\]: )?[A-Za-z.]+Error' "$out/run.log" | tail -n 1)"
    [ -e "$out/checkpoint.pt" ] && [ "$module" = training.train ] && resume=(--resume)
  done
  [ -e "$out/checkpoint.pt" ] && say "$name: its last checkpoint stands in" &&
    python3 -m training.export --run "$out" --out "$out/model" --dtype f32 >>"$out/run.log" 2>&1
}

recipe() {
  local devices=$1 start=$2 port=29611 share=0 end weights
  after() { # the end of the stage that takes $1 percent more
    share=$((share + $1))
    end=$((start + seconds * share / 100))
  }
  train() { # NAME OPTIONS…
    local name=$1
    shift
    stage "$name" training.train "$devices" "$port" "$end" --stage "$name" --tokenizer "$runs" --workers "$workers" $options "$@"
  }
  after "$teacher_share"
  train teacher || return 1
  after "$distil_share"
  train distil --teacher "$runs/teacher/model" $distil_options || return 1
  weights=$runs/distil/model
  after "$sft_share"
  train sft --init "$weights" && weights=$runs/sft/model
  after "$grpo_share"
  if ((grpo_share > 0)); then
    stage grpo training.grpo "$devices" "$port" "$end" --init "$weights" $grpo_options && weights=$runs/grpo/model
  fi
  after "$int8_share"
  train int8 --init "$weights"
}

control() {
  local devices=$1 start=$2
  stage control training.train "$devices" 29612 $((start + seconds)) --stage control --tokenizer "$runs" --workers "$workers" \
    $options $control_options
}

if [ ! -e "$runs/tokenizer.json" ]; then
  "$node" "$exporter" --seed 7 --count "${TOKENIZER_PROBLEMS:-30000}" >"$runs/sample.jsonl" &&
    python3 -m training.tokenizer --problems "$runs/sample.jsonl" --out "$runs" || exit 1
fi
seconds=$(awk "BEGIN { print int($minutes * 60) }")
start=$(date +%s)
say "$minutes minutes on GPUs $gpus, $workers data workers a process"
half=$((${#gpu_list[@]} / 2))
if ((half > 0)); then
  first=$(IFS=, && echo "${gpu_list[*]:0:half}")
  second=$(IFS=, && echo "${gpu_list[*]:half:half}")
  recipe "$first" "$start" || say "the recipe's arm did not come to its end" &
  control "$second" "$start" || say "the control left no model" &
  wait
else
  recipe "$gpus" "$start" || say "the recipe's arm did not come to its end"
  control "$gpus" "$(date +%s)" || say "the control left no model"
fi
say "finished"
touch "$runs/finished"
