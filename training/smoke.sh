#!/usr/bin/env bash
# Proves the trainer on a machine with a GPU in about two minutes: kernels against their twins, their speed, 60 steps on all GPUs.
# Leaves torch.compile's cache warm for the run that follows.
#   bash training/smoke.sh FOLDER NODE
set -uo pipefail
out=$1 node=$2
mkdir -p "$out"
export PYTHONUNBUFFERED=1 TOKENIZERS_PARALLELISM=false
"$node" tutor/curriculum/export.ts --seed 7 --count 10000 >"$out/sample.jsonl" &&
  python3 -m training.tokenizer --problems "$out/sample.jsonl" --out "$out"
timeout 120 python3 -m pytest -q -p no:cacheprovider training/tests/test_scan.py training/tests/test_sampler.py 2>&1 | tail -n 15
timeout 90 python3 -m training.bench_scan 2>&1 | tail -n 12
timeout 60 python3 -m training.bench_sampler 2>&1 | tail -n 4
rm -f "$out/log.jsonl"
gpus=$(nvidia-smi -L | wc -l)
timeout 240 python3 -m training.launch "$gpus" 29610 training.train --out "$out" --tokenizer "$out" --minutes 30 --max-steps 60 \
  --workers $(($(nproc) / gpus - 1)) --node "$node" 2>&1 | tail -n 40
nvidia-smi --query-gpu=name,memory.used,clocks.sm --format=csv,noheader
