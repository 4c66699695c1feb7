"""Starts a training program on several GPUs of one machine, a process each, and ends them all when one fails:

    python3 -m training.launch PROCESSES PORT MODULE OPTIONS…

The processes find each other at 127.0.0.1:PORT by the variables that `torch.distributed` reads; process i uses the i-th
visible GPU. (`torch.distributed.run` does this too, but takes `--node` for an option of its own.)
"""

import os
import signal
import subprocess
import sys
import time


def launch(processes: int, port: int, command: list[str]) -> int:
    """Runs the command in each process; 0, or the exit code of the first that failed."""
    common = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port), "WORLD_SIZE": str(processes)}
    running = []
    try:
        for rank in range(processes):
            place = {"RANK": str(rank), "LOCAL_RANK": str(rank)}
            running.append(subprocess.Popen(command, env={"OMP_NUM_THREADS": "1", **os.environ, **common, **place}))
        while True:
            codes = [process.poll() for process in running]
            failed = [code for code in codes if code]
            if failed or None not in codes:
                return failed[0] if failed else 0
            time.sleep(0.2)
    finally:
        for process in running:
            if process.poll() is None:
                process.terminate()
        for process in running:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:  # stuck in a collective that the failed one left
                process.kill()


def main() -> None:
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    processes, port, module, *options = sys.argv[1:]
    signal.signal(signal.SIGTERM, lambda _signal, _frame: sys.exit(143))  # so that `finally` runs
    # Not `-m`: the data workers, which import the main module again, then have none to import and start at once.
    code = launch(int(processes), int(port), [sys.executable, "-c", f"from {module} import main; main()", *options])
    sys.exit(code if code >= 0 else 128 - code)


if __name__ == "__main__":
    main()
