"""A Dask cluster. What a lost worker was doing, the scheduler has done again by another."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Self

from geo.engine.engine import Lost, Result, Task
from geo.errors import ClusterError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import TracebackType

    from distributed import Client, Future

# For each thread of the cluster: one task at work, one on its way there, one that waits to be taken back in order.
AHEAD = 3
CONNECT_SECONDS = 30
WORKER_SECONDS = 60
_INSTALL = 'A cluster needs a package that is not installed. Install it: pip install "claimline[cluster]"'


class Cluster:
    """The workers of a Dask scheduler, which may come and go. Closed by leaving its `with` block."""

    def __init__(self, address: str) -> None:
        """Connect.

        Args:
            address: Of the scheduler: `tcp://host:8786`.

        Raises:
            ClusterError: Dask is not installed, no scheduler answers there, or it has no workers.
        """
        try:
            from distributed import Client  # noqa: PLC0415 - an extra, and slow to import
        except ModuleNotFoundError:
            raise ClusterError(_INSTALL) from None
        self.address = address
        try:
            self._client: Client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            message = f"{address}: no scheduler answers there ({error}). Give the address that `dask scheduler` prints."
            raise ClusterError(message) from None
        try:
            self._client.wait_for_workers(1, timeout=WORKER_SECONDS)
        except TimeoutError:
            self._client.close()
            message = f"{address}: the scheduler has no workers. Start some: dask worker {address}"
            raise ClusterError(message) from None

    def __enter__(self) -> Self:
        """The cluster."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Leave the cluster as it is; what is still asked of it is called off."""
        self._client.close()

    def map(self, work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result | Lost]:
        """See `Engine.map`. A task is lost when so many workers died of it as the scheduler allows (Dask: 3)."""
        asked: deque[Future[Result]] = deque()
        for task in tasks:
            asked.append(self._client.submit(work, task, pure=False))
            while len(asked) >= AHEAD * self._threads():
                yield self._result(asked.popleft())
        while asked:
            yield self._result(asked.popleft())

    def rest(self) -> None:
        """See `Engine.rest`; the workers of a cluster are others' too, and stay as they are."""

    def _threads(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    def _result(self, future: Future[Result]) -> Result | Lost:
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415 - as above
        from distributed.comm import CommClosedError  # noqa: PLC0415 - as above

        try:
            result: Result = future.result()
        except KilledWorker as error:
            return Lost(f"{error.allowed_failures + 1} workers died of it")
        except (CancelledError, CommClosedError) as error:
            message = f"{self.address}: the cluster was lost. Run the same command again: it goes on where it stopped."
            raise ClusterError(message) from error
        return result
