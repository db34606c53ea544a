import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from file_server import FileServer, Reply

from gazetteer.data_files import data_table
from gazetteer.errors import OnlineError
from gazetteer.place import Kind
from gazetteer.sources.nominatim import Service, look_up

DANAH = {
    "osm_type": "node",
    "osm_id": 123,
    "lat": "35.5",
    "lon": "69.25",
    "category": "place",
    "type": "village",
    "addresstype": "village",
    "name": "Danah",
    "display_name": "Danah, Baghlan\u202e, Afghanistan",
    "importance": 0.25,
    "address": {"country_code": "af"},
    "namedetails": {"name": "دانه", "name:en": "Danah"},
}
SHOP = DANAH | {"type": "bakery", "addresstype": "shop"}


class Clock:
    """A clock that only waiting moves."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.waited: list[float] = []

    def read(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


def answered(*places: dict[str, Any]) -> Reply:
    return Reply(json.dumps(places).encode(), headers={"Content-Type": "application/json"})


def service(server: FileServer, clock: Clock) -> Service:
    # The limiter of geopy keeps its own time; the gap between look-ups is kept by ours.
    return Service(server.domain, "http", 5, 0.0, 1, 0.0, clock.read, clock.wait)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_place_is_marked_as_nominatims(server: FileServer, tmp_path: Path, clock: Clock) -> None:
    server.replies["/search"] = [answered(DANAH, SHOP)]
    found = look_up("Danah", tmp_path, service=service(server, clock))
    assert len(found) == 1
    place = found[0].place
    assert (place.id, place.source, place.kind) == ("osm:node123", "nominatim", Kind.VILLAGE)
    assert (place.lon, place.lat, place.country, place.name, place.native) == (69.25, 35.5, "AF", "Danah", "دانه")
    assert found[0].reasons == ("OpenStreetMap: Danah, Baghlan, Afghanistan",)


def test_a_question_is_asked_once_and_its_answer_kept(server: FileServer, tmp_path: Path, clock: Clock) -> None:
    server.replies["/search"] = [answered(DANAH)]
    first = look_up("Danah", tmp_path, service=service(server, clock))
    assert look_up("Danah", tmp_path, service=service(server, clock)) == first
    assert len(server.asked) == 1


def test_an_answer_without_places_is_kept_too(server: FileServer, tmp_path: Path, clock: Clock) -> None:
    server.replies["/search"] = [answered()]
    assert [look_up("Nowhere", tmp_path, service=service(server, clock)) for _ in range(2)] == [(), ()]
    assert len(server.asked) == 1


def test_an_old_answer_is_asked_for_again(server: FileServer, tmp_path: Path, clock: Clock) -> None:
    server.replies["/search"] = [answered(), answered(DANAH)]
    look_up("Danah", tmp_path, service=service(server, clock))
    clock.now += 181 * 86_400
    assert len(look_up("Danah", tmp_path, service=service(server, clock))) == 1


def test_the_server_learns_who_asks_and_in_which_countries(server: FileServer, tmp_path: Path, clock: Clock) -> None:
    server.replies["/search"] = [answered()]
    look_up("Danah", tmp_path, countries=["AF", "TJ"], service=service(server, clock))
    path, headers = server.asked[0]
    asked = parse_qs(urlsplit(path).query)
    assert headers["User-Agent"].startswith("claimline")
    assert (asked["q"], asked["countrycodes"]) == (["Danah"], ["af,tj"])


def test_two_questions_are_a_second_apart(server: FileServer, tmp_path: Path, clock: Clock) -> None:
    server.replies["/search"] = [answered()]
    limited = Service(server.domain, "http", 5, 1e-3, 1, 1e-3, clock.read, clock.wait)
    for name in ("One", "Two", "One", "Three"):
        look_up(name, tmp_path, service=limited)
    assert clock.waited == pytest.approx([1e-3, 1e-3])
    assert Service().gap_s >= 1


def test_a_server_in_trouble_is_asked_again(server: FileServer, tmp_path: Path, clock: Clock) -> None:
    server.replies["/search"] = [Reply(b"busy", 503), answered(DANAH)]
    assert len(look_up("Danah", tmp_path, service=service(server, clock))) == 1


@pytest.mark.parametrize("reply", [Reply(b"", 403), Reply(b"", 429), Reply(b"<html>", 200), Reply(b"", 500)])
def test_no_answer_is_told_and_not_kept(server: FileServer, tmp_path: Path, clock: Clock, reply: Reply) -> None:
    server.replies["/search"] = [reply]
    with pytest.raises(OnlineError, match="gave no answer for 'Danah'"):
        look_up("Danah", tmp_path, service=service(server, clock))
    server.replies["/search"] = [answered(DANAH)]
    assert len(look_up("Danah", tmp_path, service=service(server, clock))) == 1


def test_a_cache_that_is_no_database_is_named(server: FileServer, tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "nominatim.sqlite").write_text("no database" * 100, encoding="utf-8")
    with pytest.raises(OnlineError, match=r"nominatim\.sqlite.*Delete the file"):
        look_up("Danah", tmp_path, service=service(server, clock))


@pytest.mark.parametrize("kind", sorted(data_table("osm_kinds.toml")))
def test_every_kind_of_the_table_is_one_of_ours_and_understood(
    server: FileServer, tmp_path: Path, clock: Clock, kind: str
) -> None:
    words = data_table("osm_kinds.toml")[kind]
    server.replies["/search"] = [answered(*(DANAH | {"addresstype": "", "type": word} for word in words))]
    found = look_up("Danah", tmp_path, service=service(server, clock))
    assert [candidate.place.kind for candidate in found] == [Kind(kind)] * len(words)
