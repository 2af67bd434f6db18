"""A pool of processes shaped like a concurrent.futures executor, whose workers may die or be late one at a time.

ProcessPoolExecutor gives up the whole pool when one worker crashes, and cannot stop a worker that hangs.
"""

import os
import queue
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

START_SECONDS = 60.0  # a worker that has not started by then never will

_Task = tuple["Future[Any]", Callable[..., Any], tuple[Any, ...], dict[str, Any]]


class WorkerCrashedError(Exception):
    """The process died under its task: a fault in a C library, or killed by the system for want of memory."""


class Worker:
    """One process that runs one task at a time."""

    def __init__(self) -> None:
        context = get_context("spawn")  # never fork under threads
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        if not self._connection.poll(START_SECONDS):
            self.stop()
            raise WorkerCrashedError("not started")
        self._receive()

    def run(self, task: tuple[Any, ...], timeout: float) -> Any:
        """The task's result or its exception. Raises TimeoutError or WorkerCrashedError, and is of no more use then."""
        try:
            self._connection.send(task)
        except OSError as error:
            raise WorkerCrashedError(str(error)) from error
        if not self._connection.poll(timeout):
            raise TimeoutError
        return self._receive()

    def _receive(self) -> Any:
        try:
            done, value = self._connection.recv()
        except (EOFError, OSError) as error:
            self._process.join(START_SECONDS)
            raise WorkerCrashedError(f"exit code {self._process.exitcode}") from error
        if not done:
            raise value
        return value

    def kill(self) -> None:
        """From any thread; the one that waits for this worker finds it gone."""
        self._process.kill()

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()


class WorkerPool(Executor):
    """`submit` as in concurrent.futures; a task that takes over `timeout` seconds ends in TimeoutError."""

    def __init__(self, size: int, timeout: float) -> None:
        self._timeout = timeout
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._workers: dict[int, Worker] = {}
        self._threads = [threading.Thread(target=self._work, args=(index,), daemon=True) for index in range(size)]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        future: Future[T] = Future()
        self._tasks.put((future, fn, args, kwargs))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers; with `cancel_futures` also those in the middle of a task."""
        if cancel_futures:
            self._stopping.set()
            for worker in list(self._workers.values()):
                worker.kill()
        for _ in self._threads:
            self._tasks.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def _work(self, index: int) -> None:
        """One thread's life: take a task, have its process run it, replace the process when it is lost."""
        _block_interrupts()
        while (item := self._tasks.get()) is not None:
            future, *task = item
            if self._stopping.is_set() or not future.set_running_or_notify_cancel():
                future.cancel()
                continue
            try:
                worker = self._workers.get(index) or self._workers.setdefault(index, Worker())
                if self._stopping.is_set():
                    raise WorkerCrashedError("stopped")
                future.set_result(worker.run(tuple(task), self._timeout))
            except (TimeoutError, WorkerCrashedError) as error:
                self._lose(index)
                future.set_exception(error)
            except Exception as error:
                future.set_exception(error)
        self._lose(index)

    def _lose(self, index: int) -> None:
        if (worker := self._workers.pop(index, None)) is not None:
            worker.stop()


def processors() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _block_interrupts() -> None:
    """In this thread, and in the processes that it starts: Ctrl-C is not to meet one of them half awake."""
    if hasattr(signal, "pthread_sigmask"):
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # its start, which the first process would cause, lets them through again
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _serve(connection: Connection) -> None:
    """A worker's life. Ctrl-C reaches the whole process group: the parent decides what becomes of the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection.send((True, None))
    while True:
        try:
            function, args, kwargs = connection.recv()
        except EOFError:
            return
        try:
            answer = (True, function(*args, **kwargs))
        except Exception as error:  # as text: an exception of a library need not survive pickling
            answer = (False, RuntimeError(f"{type(error).__name__}: {error}"))
        try:
            connection.send(answer)
        except OSError:  # whoever asked has been killed
            return
