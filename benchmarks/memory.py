"""Memory of this process, as the kernel counts it."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_KIB = 1024
_MIB = 1024 * 1024


def peak_mib() -> float:
    """The most resident memory that the process has had, in MiB."""
    # Where the kernel has no /proc, a child counts what its parent had when it was started, too.
    return _counted("VmHWM") if _STATUS.exists() else _used_mib()


def resident_mib() -> float:
    """Resident memory now, in MiB; where the kernel has no /proc, the peak."""
    return _counted("VmRSS")


def private_mib() -> float:
    """Resident memory now that maps no file, in MiB: what the process would keep when memory is short."""
    return _counted("RssAnon")


def _counted(name: str) -> float:
    if not _STATUS.exists():
        return _used_mib()
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / _KIB


def _used_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _MIB if sys.platform == "darwin" else peak / _KIB
