"""A pool whose workers may die or be late one at a time."""

import time

import pytest
import tasks

from disclosecheck.workers import WorkerCrashedError, WorkerPool, processors

pytestmark = pytest.mark.slow


@pytest.fixture
def pool():
    with WorkerPool(2, timeout=1.0) as made:
        yield made


def test_results_come_back(pool):
    assert [future.result() for future in [pool.submit(tasks.double, n) for n in range(5)]] == [0, 2, 4, 6, 8]


def test_a_worker_serves_many_tasks(pool):
    futures = [pool.submit(tasks.process) for _ in range(6)]
    assert len({future.result() for future in futures}) <= 2


def test_a_worker_that_dies_takes_only_its_own_task_along(pool):
    futures = [pool.submit(task, *given) for task, *given in ((tasks.double, 1), (tasks.die,), (tasks.double, 2))]
    with pytest.raises(WorkerCrashedError, match="exit code 11"):
        futures[1].result()
    assert [futures[0].result(), futures[2].result()] == [2, 4]
    assert pool.submit(tasks.double, 3).result() == 6


def test_a_task_that_hangs_ends_and_the_others_go_on(pool):
    began = time.monotonic()
    late, *rest = [pool.submit(tasks.hang), *[pool.submit(tasks.double, n) for n in range(3)]]
    with pytest.raises(TimeoutError):
        late.result()
    assert [future.result() for future in rest] == [0, 2, 4]
    assert pool.submit(tasks.double, 3).result() == 6
    assert time.monotonic() - began < 30


def test_an_exception_reaches_the_caller_and_the_worker_lives(pool):
    with pytest.raises(RuntimeError, match="ValueError: no good"):
        pool.submit(tasks.fail).result()
    assert pool.submit(tasks.double, 3).result() == 6


def test_shutdown_in_the_middle_does_not_wait_for_what_hangs():
    pool = WorkerPool(1, timeout=600)
    running, waiting = pool.submit(tasks.hang), pool.submit(tasks.double, 1)
    while not running.running():
        time.sleep(0.01)
    began = time.monotonic()
    pool.shutdown(cancel_futures=True)
    assert time.monotonic() - began < 30
    assert running.exception() is not None
    assert waiting.cancelled()


def test_processors_are_those_this_process_may_use():
    assert processors() >= 1
