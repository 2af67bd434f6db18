"""Fails when a test was skipped that should have run.

Excused are those that need real reports, where there are none, and those that root cannot run, when it does.

Usage: skipped.py JUNIT.xml
"""

import os
import sys
import xml.etree.ElementTree as ElementTree


def main(path: str) -> int:
    cases = list(ElementTree.parse(path).iter("testcase"))
    skipped = [(case.get("name"), node.get("message") or "") for case in cases for node in case.iter("skipped")]
    excuses = [] if os.environ.get("DISCLOSECHECK_CORPUS") else ["DISCLOSECHECK_CORPUS"]
    excuses += ["root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    excused = [one for one in skipped if any(excuse in one[1] for excuse in excuses)]
    missed = [one for one in skipped if one not in excused]
    print(f"{len(cases)} tests, {len(skipped)} skipped, {len(excused)} of them with an excuse")
    for name, reason in missed:
        print(f"skipped without excuse: {name}: {reason}")
    return 1 if missed or not cases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
