#!/usr/bin/env bash
# Runs a command that sees one GPU of several, the N-th:
#   bash training/report/on-gpu.sh N COMMAND…
# For programs on Vulkan, which take the first GPU they find and know nothing of CUDA_VISIBLE_DEVICES. The command gets a
# /dev of its own (a private mount namespace, so root and Linux), in which the other GPUs do not exist; it is read-only, as
# the driver makes missing nodes when it may. Fails before the command begins where that cannot be had.
set -euo pipefail
if [ "${1:-}" != --inside ]; then
  exec unshare --mount --propagation private "$BASH" "$0" --inside "$@"
fi
gpu=$2
shift 2

dev=$(mktemp -d)
mount -t tmpfs -o mode=755 dev "$dev"
for node in null zero full random urandom tty nvidiactl nvidia-modeset nvidia-uvm nvidia-uvm-tools "nvidia$gpu"; do
  [ -e "/dev/$node" ] || continue
  touch "$dev/$node"
  mount --bind "/dev/$node" "$dev/$node"
done
for folder in pts shm nvidia-caps; do
  [ -d "/dev/$folder" ] || continue
  mkdir "$dev/$folder"
  mount --rbind "/dev/$folder" "$dev/$folder"
done
ln -s pts/ptmx "$dev/ptmx"
ln -s /proc/self/fd "$dev/fd"
for stream in 0:stdin 1:stdout 2:stderr; do ln -s "/proc/self/fd/${stream%%:*}" "$dev/${stream#*:}"; done
mount -o remount,ro "$dev"
mount --rbind "$dev" /dev
umount --lazy "$dev"
rmdir "$dev"
exec "$@"
