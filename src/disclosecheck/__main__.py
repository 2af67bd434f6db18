"""Entry of the command; `--version` answers before anything is imported."""

import sys


def main() -> int:
    argv = sys.argv[1:]
    if argv == ["--version"]:
        from disclosecheck import __version__

        print(f"disclosecheck {__version__}")
        return 0
    from disclosecheck.cli.entry import run

    return run(argv)


if __name__ == "__main__":
    sys.exit(main())
