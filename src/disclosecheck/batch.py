"""Many submissions: the pipeline of one, mapped over files by a concurrent.futures-shaped executor."""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait

from disclosecheck.checking import Settings, Submission, catalogue_with, crashed, examine, failed, not_checked
from disclosecheck.model.errors import UsageError
from disclosecheck.model.result import SubmissionResult
from disclosecheck.model.rule import Text
from disclosecheck.peers import Examined, compare, sketched
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
    futures = [executor.submit(examine_here, submission, settings) for submission in submissions]
    waiting: set[Future[Examined]] = set(futures)
    while waiting:
        finished, waiting = wait(waiting, timeout=WAKE_SECONDS, return_when=FIRST_COMPLETED)
        for _ in finished:
            done()
    examined = [
        _examined(future, submission.path, messages, timeout)
        for future, submission in zip(futures, submissions, strict=True)
    ]
    bars = [(submission.settings or settings).bar for submission in submissions]
    return compare(examined, bars, messages)


def examine_here(submission: Submission, settings: Settings) -> Examined:
    """The pipeline in a worker process: whatever happens is a result."""
    catalogue = catalogue_with((submission.settings or settings).rules)
    try:
        result, facts, packs = examine(submission, settings, catalogue)
        return Examined(result, sketched(facts, packs) if facts is not None else None)
    except UsageError as error:
        return Examined(failed(submission.path, error, catalogue.messages))
    except Exception as error:
        return Examined(crashed(submission.path, error, catalogue.messages))


def _examined(future: "Future[Examined]", path: str, messages: dict[str, Text], timeout: float) -> Examined:
    try:
        return future.result()
    except TimeoutError:
        return Examined(not_checked(path, "timeout", messages, seconds=f"{timeout:g}"))
    except WorkerCrashedError as error:
        return Examined(not_checked(path, "worker_lost", messages, detail=str(error)))
