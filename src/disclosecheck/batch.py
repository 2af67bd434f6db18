"""Many submissions: the pipeline of one, mapped over files by a concurrent.futures-shaped executor."""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait

from disclosecheck.checking import Settings, Submission, check_here, not_checked
from disclosecheck.model.result import SubmissionResult
from disclosecheck.model.rule import Text
from disclosecheck.workers import WorkerCrashedError, WorkerPool, processors

WAKE_SECONDS = 0.2  # on Windows a wait without end cannot be interrupted by Ctrl-C


def check_many(
    submissions: Sequence[Submission],
    settings: Settings,
    messages: dict[str, Text],
    *,
    timeout: float,
    jobs: int | None = None,
    done: Callable[[], None] = lambda: None,
) -> list[SubmissionResult]:
    """Results in the order of the submissions, crashed and late ones among them; `done` is called after each."""
    pool = WorkerPool(min(jobs or processors(), len(submissions)), timeout)
    try:
        return map_over(pool, submissions, settings, messages, timeout=timeout, done=done)
    finally:
        pool.shutdown(cancel_futures=True)


def map_over(
    executor: Executor,
    submissions: Sequence[Submission],
    settings: Settings,
    messages: dict[str, Text],
    *,
    timeout: float,
    done: Callable[[], None],
) -> list[SubmissionResult]:
    futures = [executor.submit(check_here, submission, settings) for submission in submissions]
    waiting: set[Future[SubmissionResult]] = set(futures)
    while waiting:
        finished, waiting = wait(waiting, timeout=WAKE_SECONDS, return_when=FIRST_COMPLETED)
        for _ in finished:
            done()
    return [
        _result(future, submission.path, messages, timeout)
        for future, submission in zip(futures, submissions, strict=True)
    ]


def _result(
    future: "Future[SubmissionResult]", path: str, messages: dict[str, Text], timeout: float
) -> SubmissionResult:
    try:
        return future.result()
    except TimeoutError:
        return not_checked(path, "timeout", messages, seconds=f"{timeout:g}")
    except WorkerCrashedError as error:
        return not_checked(path, "worker_lost", messages, detail=str(error))
