"""`claimline explain`: reports with what was read in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.commands.inputs import chosen_profile, name_problems, sources
from geo.commands.options import NOTHING, AllowNetwork, Columns, Paths, ProfileFile
from geo.commands.terminal import opened_gazetteer, say

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.profile import Profile
    from geo.reports.report import Report


def explain(
    paths: Paths, profile: ProfileFile = None, column: Columns = NOTHING, *, allow_network: AllowNetwork = False
) -> None:
    """Show reports with their places, sides, days and speakers marked, and why each sentence gave claims or none."""
    from geo.commands.explained import KEY, paper
    from geo.errors import ReportError
    from geo.report_reading import not_read_because
    from geo.reports.read import read_reports

    given = sources(paths, column, allow_network=allow_network)
    read = read_reports(given.inputs, given.options)
    name_problems(read.problems)
    if not read.reports:
        message = "There is no report to explain."
        raise ReportError(message)
    known, gazetteer = chosen_profile(profile), opened_gazetteer()
    console = paper()
    console.print(KEY)
    for report in sorted(read.reports, key=lambda report: (report.published, report.id)):
        if problem := not_read_because(report):
            say(f"Left out: {problem}")
        else:
            _show(report, known, gazetteer)


def _show(report: Report, profile: Profile, gazetteer: Gazetteer) -> None:
    from geo.choose import profile_for
    from geo.commands.explained import heading, lines, paper
    from geo.explain import explain as explained

    choice, console = profile_for(report, profile, gazetteer), paper()
    console.print(heading(report, choice))
    for sentence in explained(report, choice.profile, gazetteer).sentences:
        for line in lines(sentence, report, console.width):
            console.print(line)
