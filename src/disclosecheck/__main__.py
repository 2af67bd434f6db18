"""Entry of the command; `--version` answers before anything is imported."""

import gc
import os
import sys


def main() -> None:
    """Run the call and end the process at once: taking the interpreter down piece by piece takes a tenth of a check."""
    argv = sys.argv[1:]
    if argv == ["--version"]:
        _print_version()
    try:
        code = _run(argv)
    except KeyboardInterrupt:
        code = 130  # as entry.INTERRUPTED, which may not be imported yet
    os._exit(code)


def _print_version() -> None:
    """Ends the process; returns where nobody takes the line, for `run` to deal with."""
    from disclosecheck import __version__

    try:
        print(f"disclosecheck {__version__}", flush=True)
    except OSError:
        return
    sys.exit(0)


def _run(argv: list[str]) -> int:
    import signal

    interrupt = signal.getsignal(signal.SIGINT)  # a job in the background ignores it
    if interrupt is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # an exception amid the import of a C library ends in a fault
    gc.set_threshold(100_000)  # collecting as often as Python does finds nothing in a run this short
    from disclosecheck.bytecode import install
    from disclosecheck.start import import_later, import_msgspec

    bytecode = install()
    import_later()
    import_msgspec()
    from disclosecheck.cli.entry import run

    signal.signal(signal.SIGINT, interrupt)
    code = run(argv)
    bytecode.keep()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # closed by the caller
            stream.flush()
    return code


if __name__ == "__main__":
    main()
