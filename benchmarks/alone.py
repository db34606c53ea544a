"""Work in a process of its own, so that its memory and its caches are its own."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


def alone(work: Callable[..., Result], *values: object) -> Result:
    """Call a function in a fresh process.

    Args:
        work: A function of a module.
        values: Its arguments.

    Returns:
        What it gives; what it raises is raised here.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *values).result()
