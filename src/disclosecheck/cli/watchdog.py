"""Holds one file to its time without a second process: a reader that hangs must not hang the desk."""

import _thread
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def time_limit(seconds: float, late: Callable[[], int]) -> Iterator[None]:
    """When the block takes longer, another thread calls `late` and ends the process with the code it returns.

    A C function that never lets go of the interpreter's lock cannot be ended so; lxml, pdfium and re2 let go of it.
    """
    ended, outcome = _thread.allocate_lock(), _thread.allocate_lock()  # whoever takes `outcome` decides it
    ended.acquire()

    def watch() -> None:
        if ended.acquire(timeout=min(seconds, _thread.TIMEOUT_MAX)) or not outcome.acquire(blocking=False):
            return
        code = 3
        try:
            code = late()
        finally:
            os._exit(code)

    _thread.start_new_thread(watch, ())
    try:
        yield
    finally:
        if not outcome.acquire(blocking=False):
            outcome.acquire()  # the process is about to end
        ended.release()
