"""Whether the register's disk outlives a deploy, read from what hosts tell of their mounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.doctor import disk
from bot.doctor.disk import PLATFORMS, read_mounts, thrown_away
from bot.doctor.finding import Mark

MACHINE = "22 1 259:1 / / rw,relatime shared:1 - ext4 /dev/root rw"
CONTAINER = "601 500 0:52 / / rw,relatime master:200 - overlay overlay rw,lowerdir=/var/lib/docker/overlay2/l/A"
VOLUME = "615 601 259:1 /var/lib/docker/volumes/some/_data /app/data rw,relatime master:1 - ext4 /dev/root rw"
MEMORY = "30 22 0:26 / /tmp rw,nosuid,nodev shared:9 - tmpfs tmpfs rw,size=65536k"
EMPTY_DIR = (
    "620 601 259:1 /var/lib/kubelet/pods/1f/volumes/kubernetes.io~empty-dir/work /app/data rw,relatime - ext4 /dev/x rw"
)
CLAIMED = "621 601 259:3 /var/lib/kubelet/pods/1f/volumes/kubernetes.io~csi/pvc-7/mount /app/data rw - ext4 /dev/y rw"
SPACE = r"40 22 259:5 / /mnt/two\040words rw - tmpfs tmpfs rw"
DATA = Path("/app/data")


def mounts(*lines: str) -> str:
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("lines", "environment", "word"),
    [
        ([CONTAINER], {}, "container"),
        ([MACHINE, "30 22 0:26 / /app rw - tmpfs tmpfs rw"], {}, "memory"),
        ([MACHINE, "30 22 0:26 / /app rw - ramfs none rw"], {}, "memory"),
        ([CONTAINER, EMPTY_DIR], {"KUBERNETES_SERVICE_HOST": "10.0.0.1"}, "emptyDir"),
        ([VOLUME, CONTAINER, MEMORY.replace("/tmp", "/app/data")], {}, "memory"),  # noqa: S108 - a line of text
        *(([MACHINE], {name: "x"}, platform) for name, platform in PLATFORMS.items()),
    ],
)
def test_a_folder_that_a_deploy_throws_away_is_known(lines: list[str], environment: dict[str, str], word: str) -> None:
    why = thrown_away(DATA, environment, mounts(*lines))
    assert why is not None
    assert word in why


@pytest.mark.parametrize(
    ("lines", "environment"),
    [
        ([MACHINE], {}),
        ([MACHINE, MEMORY], {}),
        ([CONTAINER, VOLUME], {}),
        ([VOLUME, CONTAINER], {}),
        ([CONTAINER, CLAIMED], {"KUBERNETES_SERVICE_HOST": "10.0.0.1"}),
        ([MACHINE, VOLUME], {"FLY_APP_NAME": "some"}),
        ([MACHINE], {"DYNO": ""}),
        ([], {"DYNO": "web.1"}),
        (["", "nonsense", "1 2 3 - ", "1 2 0:1 / / rw -"], {}),
    ],
)
def test_a_folder_that_stays_is_left_in_peace(lines: list[str], environment: dict[str, str]) -> None:
    assert thrown_away(DATA, environment, mounts(*lines)) is None


def test_a_folder_beside_a_mount_of_a_like_name_is_not_in_it() -> None:
    beside = MEMORY.replace("/tmp", "/app/da")  # noqa: S108 - a line of text
    assert thrown_away(DATA, {}, mounts(MACHINE, beside)) is None
    assert thrown_away(DATA, {}, mounts(MACHINE, MEMORY.replace("/tmp", "/app"))) is not None  # noqa: S108


def test_names_with_spaces_are_read() -> None:
    assert thrown_away(Path("/mnt/two words/data"), {}, mounts(MACHINE, SPACE)) is not None


def test_this_machine_is_read_without_a_mistake(tmp_path: Path) -> None:
    assert disk.lasting(tmp_path, {}).mark in (Mark.OK, Mark.WARNING)
    assert not Path("/proc/self/mountinfo").exists() or " / " in read_mounts()


def test_a_folder_that_is_not_there_yet_is_looked_for_where_it_will_be(tmp_path: Path) -> None:
    finding = disk.folder(tmp_path / "a" / "b")
    assert finding.mark is Mark.OK
    assert "first start" in finding.found
    assert not (tmp_path / "a").exists()
    assert "first start" not in disk.folder(tmp_path).found


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    for path in (tmp_path / "data", tmp_path / "data" / "below"):
        assert disk.folder(path).mark is Mark.ERROR


@pytest.mark.parametrize(
    ("free", "mark"), [(2**20, Mark.ERROR), (100 * 2**20, Mark.WARNING), (2**30, Mark.OK)], ids=str
)
def test_a_disk_without_room_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, mark: Mark) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": free}))
    assert disk.folder(tmp_path).mark is mark


def test_a_folder_that_cannot_be_written_to_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The tests may run as somebody who may write everywhere.
    monkeypatch.setattr("os.access", lambda path, how: False)
    assert "cannot be written to" in disk.folder(tmp_path).found


def test_a_folder_for_what_is_learnt_may_be_made_or_be_read_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert disk.kept_learning(tmp_path / "a" / "b").mark is Mark.OK
    (tmp_path / "file").touch()
    finding = disk.kept_learning(tmp_path / "file" / "learnt")
    assert (finding.mark, finding.subject) == (Mark.WARNING, "SOME_CACHE_DIR")
    assert "after each start" in finding.found
    monkeypatch.setattr("os.access", lambda *_: False)
    assert disk.kept_learning(tmp_path).mark is Mark.OK, "as in an image, where it was learnt beforehand"
    assert disk.kept_learning(tmp_path / "a").mark is Mark.WARNING
