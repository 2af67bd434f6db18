"""The whole command against a bare Python, as ratios of interleaved rounds.

    python benchmarks/command.py [ROUNDS]

Each call is a process of its own, its bytecode and its rules compiled before. The ratio is the median of the rounds'
ratios: what else the machine does in a round slows both.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
COMMAND = str(Path(sys.executable).parent / "disclosecheck")
ROUNDS = 15

# What is called, and the goal as a ratio to `python -c pass`.
CALLS = {
    "--version": (["--version"], 2),
    ".docx, json": ([SAMPLES / "clean-2021.docx", "--format", "json"], 12),
    ".docx, table": ([SAMPLES / "clean-2021.docx"], 20),
    ".docx with defects, table": ([SAMPLES / "several-defects.docx"], 20),
    ".html, json": ([SAMPLES / "clean-2021.html", "--format", "json"], None),
    ".txt, json": ([SAMPLES / "clean-2021.txt", "--format", "json"], None),
    ".pdf, json": ([SAMPLES / "clean-2021.pdf", "--format", "json"], None),
    "--help": (["--help"], None),
}


def seconds(command: list[str]) -> float:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=kept, check=False)
    return time.perf_counter() - began


def main(rounds: int) -> None:
    calls = {name: [COMMAND, *map(str, words)] for name, (words, _) in CALLS.items()}
    bare = [sys.executable, "-c", "pass"]
    for command in calls.values():
        seconds(command)
    floor: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        floor.append(seconds(bare))
        for name, command in calls.items():
            times[name].append(seconds(command))
    base = statistics.median(floor)
    print(f"{'python -c pass':28}{1000 * base:8.1f} ms")
    for name, (_, goal) in CALLS.items():
        ratios = [taken / against for taken, against in zip(times[name], floor, strict=True)]
        ratio = statistics.median(ratios)
        wanted = "" if goal is None else f"   goal {goal}: {'kept' if ratio <= goal else 'MISSED'}"
        print(f"{name:28}{1000 * statistics.median(times[name]):8.1f} ms{ratio:8.1f} x{wanted}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
