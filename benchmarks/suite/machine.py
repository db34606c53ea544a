"""The machine that a run was made on."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

GIB = 1 << 30
COMPARED = ("folium", "streamlit-folium", "flashgeotext", "geotext")


@dataclass(frozen=True, slots=True)
class Machine:
    """What figures depend on.

    Attributes:
        cpu: Its model.
        cores: That this process may use.
        memory_gib: Of the machine.
        system: Operating system.
        python: Version.
        load: Programs that wanted a core in the minute before the run; 0 is an idle machine.
        versions: Of what is compared with, (name, version) each.
    """

    cpu: str
    cores: int
    memory_gib: float
    system: str
    python: str
    load: float
    versions: tuple[tuple[str, str], ...]


def this_machine() -> Machine:
    """Look at this machine now."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Machine(
        cpu=_cpu(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_gib=memory / GIB,
        system=_system(),
        python=platform.python_version(),
        load=os.getloadavg()[0],
        versions=tuple((name, found) for name in COMPARED if (found := _version(name))),
    )


def _cpu() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.processor() or platform.machine())


def _system() -> str:
    try:
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.system()} {platform.release()}"
    except (OSError, KeyError):
        return platform.platform()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
