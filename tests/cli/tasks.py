"""What workers are asked to do in the tests; they import it by name."""

import os
import time


def double(number):
    return 2 * number


def process():
    return os.getpid()


def die():
    os._exit(11)


def hang():
    time.sleep(600)


def fail():
    raise ValueError("no good")
