#!/usr/bin/env bash
# Judges the models of a recipe through the product's engine, on this machine's GPU:
#   bash training/report/evaluate.sh RUNS NODE RESULTS [EXAMINER.jsonl …]
# RUNS is what training/recipe.sh left; further files are samples of the public examiners (training.examiners). Writes one
# JSON document of `quorum eval` a run to RESULTS; a run whose document is there is not made again. A model that is missing
# is told of and left out. Follow RESULTS/evaluate.log; RESULTS/finished appears last.
#
# Sampled tokens, at about 150 a sample, with the numbers below: stages 6 x 800 problems x 17 samples = 12 million; the
# final model 3,400 problems greedily and 800 at 16 samples = 2.5 million; voting 2 x 96 x 64 samples = 1.8 million, and
# the problems timed alone, which fill no batch. At 100,000 tokens a second that is about three minutes.
set -uo pipefail
runs=$1 node=$2 results=$3
shift 3
examiners=("$@")

stages=${STAGES:-teacher distil sft grpo int8 control}
# Problems of each family of each set: for every stage, and at 16 samples for the final model.
per_family=${PER_FAMILY:-1} final_per_family=${FINAL_PER_FAMILY:-1}
final=${FINAL:-int8}
# Fixed-time voting: two models in the same number format, and how many problems and samples.
hybrid=${HYBRID:-sft} teacher=${TEACHER:-teacher}
voting_problems=${VOTING_PROBLEMS:-96} voting_samples=${VOTING_SAMPLES:-64}
alone_problems=${ALONE_PROBLEMS:-6} alone_samples=${ALONE_SAMPLES:-1 4 16 64}
samples=${SAMPLES:-16} temperature=${TEMPERATURE:-0.8} tokens=${MAX_TOKENS:-768} slots=${SLOTS:-256}
backend=${BACKEND:-gpu} benchmarks=${BENCHMARKS:-assets/benchmarks}
# Evaluations side by side on the one GPU: each keeps the others' waiting times filled. Timed runs are made alone.
jobs=${JOBS:-2}

mkdir -p "$results"
runs=$(cd "$runs" && pwd) results=$(cd "$results" && pwd)
rm -f "$results/finished"
exec >>"$results/evaluate.log" 2>&1

say() { echo "$(date -u +%H:%M:%S) $*"; }

# evaluation NAME MODEL FILE OPTIONS…: RESULTS/NAME.json
evaluation() {
  local name=$1 model=$2 file=$3 began=$SECONDS
  shift 3
  [ -s "$results/$name.json" ] && return
  [ -e "$model/config.json" ] || { say "$name is left out: there is no model in $model"; return; }
  if "$node" app/cli/main.ts eval "$file" --model "$model" --backend "$backend" --max-tokens "$tokens" --slots "$slots" \
    --json "$@" >"$results/$name.partial" 2>"$results/$name.err"; then
    mv "$results/$name.partial" "$results/$name.json"
    say "$name took $((SECONDS - began)) s"
  else
    say "$name FAILED: $(tail -n 1 "$results/$name.err")"
  fi
}

beside() { # an evaluation beside at most $jobs - 1 others
  while (($(jobs -rp | wc -l) >= jobs)); do wait -n; done
  evaluation "$@" &
}

sets=("$benchmarks"/{families,unseen-phrasings,larger-operands,students}.jsonl "${examiners[@]}")
# The students' questions, of five kinds, are all asked at every stage: they are few and nobody's training data.
mixed() { # PER_FAMILY
  python3 -m training.report.pick --per-family "$1" "${sets[@]:0:3}" "${examiners[@]}"
  cat "$benchmarks/students.jsonl"
}
mixed "$per_family" >"$results/stage-set.jsonl"
mixed "$final_per_family" >"$results/final-set.jsonl"
cat "${sets[@]}" >"$results/whole-set.jsonl"
# Every so-manieth problem of the stage set, so that all sets and topics are there.
awk -v want="$voting_problems" '{ line[NR] = $0 } END { for (i = 0; i < want && i < NR; i++) print line[1 + int(i * NR / (want < NR ? want : NR))] }' \
  "$results/stage-set.jsonl" >"$results/voting-set.jsonl"
say "problems: $(wc -l <"$results/stage-set.jsonl") a stage, $(wc -l <"$results/whole-set.jsonl") in all sets"

sampled=(--samples "$samples" --temperature "$temperature" --seed 1)
greedy=(--samples 1 --temperature 0)
# What matters most comes first, should the machine be taken away.
beside final-greedy "$runs/$final/model" "$results/whole-set.jsonl" "${greedy[@]}"
beside final-sampled "$runs/$final/model" "$results/final-set.jsonl" "${sampled[@]}"
for stage in $stages; do
  beside "stage-$stage" "$runs/$stage/model" "$results/stage-set.jsonl" "${sampled[@]}"
  beside "stage-$stage-greedy" "$runs/$stage/model" "$results/stage-set.jsonl" "${greedy[@]}"
done
# The same weights as int8 rounds them and as they were before.
if [ ! -e "$runs/$final/model-bf16/config.json" ] && [ -e "$runs/$final/checkpoint.pt" ]; then
  python3 -m training.export --run "$runs/$final" --out "$runs/$final/model-bf16" --dtype bf16
fi
beside unrounded-greedy "$runs/$final/model-bf16" "$benchmarks/families.jsonl" "${greedy[@]}"
wait

for name in hybrid teacher; do
  model=$runs/${!name}/model
  evaluation "voting-$name" "$model" "$results/voting-set.jsonl" --samples "$voting_samples" --temperature "$temperature" --seed 1
  for count in $alone_samples; do
    evaluation "alone-$name-$count" "$model" "$results/voting-set.jsonl" --limit "$alone_problems" --slots "$count" \
      --samples "$count" --temperature "$temperature" --seed 1 --at-once 1
  done
done
say finished
touch "$results/finished"
