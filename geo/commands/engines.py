"""Where a command works: on processes of this machine, or on a cluster."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from geo.errors import ClusterError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.engine.engine import Engine

Processes = Annotated[
    int | None,
    typer.Option(
        "--processes", min=1, help="Processes that share the work.  [default: one a core]", show_default=False
    ),
]
ClusterAddress = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Dask scheduler whose workers share the work, such as tcp://host:8786; they need Claimline too.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Workers:
    """What a person said of who is to work.

    Attributes:
        processes: How many processes; None for one a core.
        cluster: Address of a scheduler; None for this machine.
    """

    processes: int | None = None
    cluster: str | None = None


@contextmanager
def chosen_engine(workers: Workers) -> Iterator[Engine]:
    """Who works.

    Args:
        workers: What a person said.

    Yields:
        The engine, closed when the work is done.

    Raises:
        ClusterError: Both were named, or the cluster cannot be reached.
    """
    from geo.engine.cluster import Cluster
    from geo.engine.crew import Crew, usable_cores

    if workers.cluster and workers.processes:
        message = "--processes and --cluster were named. The cluster has its own workers; leave one of them out."
        raise ClusterError(message)
    with Cluster(workers.cluster) if workers.cluster else Crew(workers.processes or usable_cores()) as engine:
        yield engine
