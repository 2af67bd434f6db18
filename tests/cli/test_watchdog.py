"""One file is held to its time without a second process."""

import subprocess
import sys

import pytest

from disclosecheck.cli.watchdog import time_limit

LATE = """
import time
from disclosecheck.cli.watchdog import time_limit
def late():
    print("late", flush=True)
    {body}
with time_limit(0.2, late):
    time.sleep(60)
print("never")
"""


def test_a_block_in_time_goes_on():
    def late():
        raise AssertionError("not late")

    with time_limit(30, late):
        done = True
    assert done


def test_an_error_in_the_block_comes_through():
    with pytest.raises(ValueError, match="own"), time_limit(30, lambda: 3):
        raise ValueError("own")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param("return 3", 3, id="with the code it is given"),
        pytest.param("return 0", 0, id="whatever that is"),
        pytest.param("raise ValueError", 3, id="as not checked when telling it fails"),
    ],
)
def test_a_block_that_takes_too_long_ends_the_process(body, code):
    run = subprocess.run(
        [sys.executable, "-c", LATE.format(body=body)], capture_output=True, text=True, timeout=30, check=False
    )
    assert (run.returncode, run.stdout) == (code, "late\n")
