#!/usr/bin/env bash
# Lets the product run from a bare copy, with NODE as the pinned runtime that its engine host wants in node_modules:
#   bash training/report/give-runtime.sh NODE
# A runtime that is there stays. Fails, saying so, where NODE does not run.
set -euo pipefail
node=$(command -v "$1") || { echo "$1 is no program: give the path of the Node that package.json pins" >&2; exit 1; }
place=node_modules/$("$node" -p '`node-${process.platform}-${process.arch}`')/bin
[ -x "$place/node" ] || { mkdir -p "$place" && ln -sfn "$(realpath "$node")" "$place/node"; }
