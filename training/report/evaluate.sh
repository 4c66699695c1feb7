#!/usr/bin/env bash
# Judges the models of a recipe through the product's engine, on this machine's GPUs, one model a GPU:
#   bash training/report/evaluate.sh RUNS NODE RESULTS [EXAMINER.jsonl …]
# RUNS is what training/recipe.sh left; further files are samples of the public examiners (training.examiners). Problems of
# the curriculum are drawn afresh, from seeds that training never draws. Writes one JSON document of `quorum eval` a run to
# RESULTS; a run whose document is there is not made again. A model that is missing is told of and left out. Follow
# RESULTS/evaluate.log; RESULTS/finished appears last.
#
# Each lane takes the next job when it is free. A lane is one GPU (on-gpu.sh); where GPUs cannot be told apart, the first
# GPU twice and, beside it, processors in blocks; with BACKEND=cpu the LANES given, `cpu` or `cpu-FIRST-LAST` (cores).
#
# Sampled tokens, at about 150 a sample, with the numbers below: 16,000 problems greedily and 1,700 at 16 samples by two
# candidates 13 million, six stages of 900 problems at 17 samples 14 million, voting 2 million: at 100,000 tokens a second
# and GPU, about a minute of eight GPUs, and as much again for starting, stragglers and comparing answers.
set -uo pipefail
runs=$1 node=$2 results=$3
shift 3

stages=${STAGES:-teacher distil sft grpo int8 control}
# The arms' ends, of which the better ships, are asked every set; the others a part of each.
candidates=${CANDIDATES:-int8 control}
# Problems a family: of the curriculum's families, of its two harder sets, of the stage set, and of the candidates' sampled one.
whole_per_family=${WHOLE_PER_FAMILY:-40} harder_per_family=${HARDER_PER_FAMILY:-8}
per_family=${PER_FAMILY:-1} sampled_per_family=${SAMPLED_PER_FAMILY:-2}
# Fixed-time voting: two models in the same number format, and how many problems and samples.
hybrid=${HYBRID:-sft} teacher=${TEACHER:-teacher}
voting_problems=${VOTING_PROBLEMS:-96} voting_samples=${VOTING_SAMPLES:-64}
alone_problems=${ALONE_PROBLEMS:-6} alone_samples=${ALONE_SAMPLES:-1 4 16 64}
samples=${SAMPLES:-16} temperature=${TEMPERATURE:-0.8} tokens=${MAX_TOKENS:-768} slots=${SLOTS:-256}
backend=${BACKEND:-gpu} students=${STUDENTS:-assets/benchmarks/students.jsonl}
# After so many seconds no further job begins, and none may take longer than this.
budget=${BUDGET_SECONDS:-420} job_seconds=${JOB_SECONDS:-300}
# Without GPUs that can be told apart: lanes on the first one, and processors of a block, two for each of its processes.
JOBS_ON_ONE=2 BLOCK=32 TIMED_SECONDS=90

for file in "$runs" "$students"; do [ -e "$file" ] || { echo "$file is missing" >&2; exit 2; }; done
bash training/report/give-runtime.sh "$node" || exit 2
mkdir -p "$results/sets"
runs=$(cd "$runs" && pwd) results=$(cd "$results" && pwd)
rm -f "$results/finished"
exec >>"$results/evaluate.log" 2>&1

say() { echo "$(date -u +%H:%M:%S) $*"; }

# solve OUT MODEL FILE OPTIONS…, behind the command in the array `on`, with the back end in `by`.
solve() {
  local out=$1 model=$2 file=$3
  shift 3
  timeout -k 5 "$job_seconds" "${on[@]}" "$node" app/cli/main.ts eval "$file" --model "$model" --backend "$by" \
    --max-tokens "$tokens" --slots "$slots" --json "$@" >"$out.partial" 2>"$out.err" && mv "$out.partial" "$out.json"
}

# The same by many processes of two cores each, from core FIRST to core LAST, a part of the file each.
solve_in_parts() {
  local first=$1 last=$2 out=$3 model=$4 file=$5 count part by=cpu on slots=8
  shift 5
  count=$(((last - first + 1) / 2))
  mkdir -p "$out.parts"
  for ((part = 0; part < count; part++)); do
    awk -v part="$part" -v count="$count" 'NR % count == part' "$file" >"$out.parts/$part.jsonl"
    [ -s "$out.parts/$part.jsonl" ] || continue
    on=(taskset -c "$((first + 2 * part))-$((first + 2 * part + 1))")
    solve "$out.parts/$part" "$model" "$out.parts/$part.jsonl" "$@" &
  done
  wait
  python3 -m training.report.merge --rows "$file" "$out.parts"/*.json >"$out.partial" 2>"$out.err" && mv "$out.partial" "$out.json"
}

# evaluation LANE NAME MODEL FILE OPTIONS…: RESULTS/NAME.json
evaluation() {
  local lane=$1 name=$2 model=$3 file=$4 began=$SECONDS on=(env) by=gpu judge=(solve) first last
  shift 4
  [ -s "$results/$name.json" ] && return
  [ -e "$model/config.json" ] || { say "$name is left out: there is no model in $model"; return; }
  ((SECONDS < budget)) || { say "$name is left out: the time is over"; return; }
  case $lane in
  gpu-*) on=(bash training/report/on-gpu.sh "${lane#gpu-}") ;;
  cpu) by=cpu ;;
  cpu-*) IFS=- read -r _ first last <<<"$lane" && judge=(solve_in_parts "$first" "$last") ;;
  esac
  if "${judge[@]}" "$results/$name" "$model" "$file" "$@"; then
    say "$name took $((SECONDS - began)) s on $lane"
  else
    say "$name FAILED on $lane after $((SECONDS - began)) s: $(tail -n 1 "$results/$name.err")"
  fi
}

# A job is a line of words for `evaluation`, without spaces within them. Those of `timed` are alone on their device.
jobs=() timed=()
job() { jobs+=("$*"); }
time_alone() { timed+=("$*"); }

next_job() { # a number that no lane has had
  local at
  {
    flock 9
    at=$(<"$results/.next")
    echo $((at + 1)) >"$results/.next"
  } 9>"$results/.lock"
  ((at < ${#jobs[@]})) && echo "$at"
}

work() { # LANE
  local at
  # shellcheck disable=SC2086  # a job's words
  while at=$(next_job); do evaluation "$1" ${jobs[at]}; done
}

make_sets() {
  local sets=$results/sets
  "$node" scripts/make-benchmarks.ts --rows "$whole_per_family" --out "$sets" >/dev/null || return
  for name in unseen-phrasings larger-operands; do
    python3 -m training.report.pick --per-family "$harder_per_family" "$sets/$name.jsonl" >"$sets/$name.fewer" &&
      mv "$sets/$name.fewer" "$sets/$name.jsonl"
  done
  # awk ends every line, also a file's last.
  awk 1 "$sets"/{families,unseen-phrasings,larger-operands}.jsonl "$students" "$@" >"$results/whole-set.jsonl"
  # The students' questions, of a few kinds, are asked at every stage: they are few and nobody's training data.
  for name in stage:$per_family sampled:$sampled_per_family; do
    {
      python3 -m training.report.pick --per-family "${name#*:}" "$sets"/{families,unseen-phrasings,larger-operands}.jsonl "$@"
      cat "$students"
    } >"$results/${name%:*}-set.jsonl"
  done
  # Every so-manieth problem of the stage set, so that all sets and topics are there.
  awk -v want="$voting_problems" '{ line[NR] = $0 } END { for (i = 0; i < want && i < NR; i++) print line[1 + int(i * NR / (want < NR ? want : NR))] }' \
    "$results/stage-set.jsonl" >"$results/voting-set.jsonl"
}

# The weights as they were before rounding.
unround() {
  local name
  for name in $candidates; do
    [ -e "$runs/$name/checkpoint.pt" ] && [ ! -e "$runs/$name/model-bf16/manifest.json" ] &&
      python3 -m training.export --run "$runs/$name" --out "$runs/$name/model-bf16" --dtype bf16 &
  done
  wait
}

# Whether a command on GPU $1 sees that one alone and the engine runs on it.
is_told_apart() {
  local gpu=$1 model out=$results/probe-$1 by=gpu on=(bash training/report/on-gpu.sh "$1") job_seconds=90
  [ "$("${on[@]}" nvidia-smi -L 2>/dev/null | wc -l)" = 1 ] || return
  for model in "$runs"/*/model; do [ -e "$model/config.json" ] && break; done
  solve "$out" "$model" "$students" --limit 1 --samples 1 && grep -qi '"adapter":"[^"]*nvidia' "$out.json"
  local code=$?
  mv "$out.json" "$out.probe" 2>/dev/null
  return $code
}

find_lanes() { # sets `lanes`; `apart` if each is a GPU of its own
  local gpus=() gpu first pids=()
  lanes=() apart=
  [ "$backend" = gpu ] || { read -ra lanes <<<"${LANES:-cpu}" && return; }
  for gpu in /dev/nvidia[0-9]*; do [ -e "$gpu" ] && gpus+=("${gpu#/dev/nvidia}"); done
  if ((${#gpus[@]} > 1)); then
    for gpu in "${gpus[@]}"; do
      is_told_apart "$gpu" 2>"$results/probe-$gpu.err.shell" &
      pids+=($!)
    done
    for gpu in "${!gpus[@]}"; do
      wait "${pids[gpu]}" && lanes+=("gpu-${gpus[gpu]}") || say "*** GPU ${gpus[gpu]} cannot be had alone: see probe-${gpus[gpu]}.*"
    done
    ((${#lanes[@]} > 0)) && apart=yes && return
    say "*** NO GPU CAN BE HAD ALONE: the first one and the processors judge everything, more slowly"
  fi
  for ((first = 0; first < JOBS_ON_ONE; first++)); do lanes+=(gpu); done
  # Some cores stay with the GPU's processes.
  for ((first = 16; first + BLOCK <= $(env -u OMP_NUM_THREADS nproc); first += BLOCK)); do lanes+=("cpu-$first-$((first + BLOCK - 1))"); done
}

examiners=()
for file in "$@"; do
  if [ -s "$file" ]; then examiners+=("$file"); else say "*** $file IS MISSING: judging goes on without this examiner"; fi
done
make_sets "${examiners[@]}" &
making=$!
unround &
unrounding=$!
find_lanes
wait "$making" || say "*** THE SETS COULD NOT BE MADE"
wait "$unrounding"
say "problems: $(wc -l <"$results/whole-set.jsonl") for candidates, $(wc -l <"$results/stage-set.jsonl") a stage; lanes: ${lanes[*]}"

sampled="--samples $samples --temperature $temperature --seed 1"
greedy="--samples 1 --temperature 0"
# What matters most comes first, should the machine be taken away.
for name in $candidates; do job "final-$name-greedy" "$runs/$name/model" "$results/whole-set.jsonl" "$greedy"; done
for name in $candidates; do job "final-$name-sampled" "$runs/$name/model" "$results/sampled-set.jsonl" "$sampled"; done
for role in hybrid teacher; do
  time_alone "voting-$role" "$runs/${!role}/model" "$results/voting-set.jsonl" "--samples $voting_samples --temperature $temperature --seed 1"
  for count in $alone_samples; do
    time_alone "alone-$role-$count" "$runs/${!role}/model" "$results/voting-set.jsonl" \
      "--limit $alone_problems --slots $count --samples $count --temperature $temperature --seed 1 --at-once 1"
  done
done
[ -n "$apart" ] && jobs+=("${timed[@]}")
for name in $stages; do job "stage-$name" "$runs/$name/model" "$results/stage-set.jsonl" "$sampled"; done
for name in $candidates; do job "final-$name-unrounded" "$runs/$name/model-bf16" "$results/sets/families.jsonl" "$greedy"; done
for name in $stages; do job "stage-$name-greedy" "$runs/$name/model" "$results/stage-set.jsonl" "$greedy"; done

# What must run alone, afterwards, has its share of the time.
[ -n "$apart" ] || budget=$((budget - TIMED_SECONDS))
echo 0 >"$results/.next"
for lane in "${lanes[@]}"; do work "$lane" & done
wait
if [ -z "$apart" ]; then
  budget=$((budget + TIMED_SECONDS))
  for line in "${timed[@]}"; do
    # shellcheck disable=SC2086
    evaluation "${lanes[0]%%-*}" $line
  done
fi
rm -rf "$results"/.next "$results"/.lock "$results"/*.parts
say "finished after $SECONDS s"
touch "$results/finished"
