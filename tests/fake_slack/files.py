"""Files that the bot brings to Slack: ``files.getUploadURLExternal``, the address that takes the bytes,
``files.completeUploadExternal``, and which of them a message may show.

Each rule has its source beside it; the methods are at https://docs.slack.dev/reference/methods/ under their names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.contract.block_kit_limits import walk
from tests.fake_slack.calling import Call, RefusedError
from tests.fake_slack.workspace import Json

_ID = re.compile(r"F[A-Z0-9]{8,}")
"""What Slack says that an id must match (python-slack-sdk issue 1521)."""
_SHOWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")
"""How files begin that an image block shows: png, jpg, jpeg and gif
(https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object)."""


@dataclass
class File:
    """One file: how long it is to be, what came, and what was said about it. It is whose token began it."""

    id: str
    length: int
    alt_text: str = ""
    content: bytes | None = None
    title: str = ""
    completed: bool = False


@dataclass
class Files:
    """All files of the bot. ``looks`` is how often a message that shows one is refused before Slack has looked at it.

    "Files are processed asynchronously" (``files.getUploadURLExternal``), and a message that comes before that is over
    is refused (python-slack-sdk issues 1521 and 1658).
    """

    base_url: str
    looks: int = 0
    known: dict[str, File] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def begin(self, call: Call) -> Json:
        """Give an address for so many bytes."""
        call.required("filename")
        length = int(call.required("length"))
        if length < 1:  # "Typically only occurs when the `length` provided is 0."
            raise RefusedError("missing_argument")
        alternative = str(call.get("alt_txt") or "")
        if len(alternative) > 1000:  # "longer than the limit of 1000 character"
            raise RefusedError("alt_txt_too_large")
        file = File(f"F0FILE{next(self._numbers):04}", length, alternative)
        self.known[file.id] = file
        return {"upload_url": f"{self.base_url}upload/v1/{file.id}", "file_id": file.id}

    def take(self, id_: str, content: bytes) -> int:
        """Take the bytes; the status that tells of it: "HTTP 200 if the upload is successful; a non-200 response
        indicates a failure". Which one, Slack does not say; the length is what the address was asked for."""
        file = self.known.get(id_)
        if file is None or file.completed:
            return 404
        if len(content) != file.length:
            return 400
        file.content = content
        return 200

    def complete(self, call: Call) -> Json:
        """Finish uploads: "This method can only be called once" for each. Where no channel is named, "the file will be
        private"."""
        named = call.required("files")
        named = json.loads(named) if isinstance(named, str) else named
        files = [self.known.get(str(one.get("id"))) for one in named]
        for file, one in zip(files, named, strict=True):
            if file is None or file.content is None or file.completed:
                raise RefusedError("file_not_found")
            file.completed, file.title = True, str(one.get("title") or "")
        # What is in a file Slack does not know yet (java-slack-sdk issue 1349).
        return {"files": [{"id": one["id"], "mimetype": "", "shares": {}} for one in named]}

    def refused(self, blocks: list[Json]) -> list[str]:
        """Why ``blocks`` are invalid where they show files: "the user posting these blocks must have access to this
        file", which has to be complete, looked at, and an image. All files here are the bot's own."""
        shown = [block["slack_file"] for block in walk(blocks) if "slack_file" in block]
        found = [self._problem(file) for file in shown]
        if shown and not any(found) and self.looks:
            self.looks -= 1
            found = ["invalid slack file"]
        return [f"[ERROR] {problem} [json-pointer:/blocks/slack_file]" for problem in found if problem]

    def _problem(self, named: Mapping[str, Any]) -> str:
        if named.keys() != {"id"} or not _ID.fullmatch(str(named["id"])):
            return "input must match regex pattern: ^[F][A-Z0-9]{8,}$"
        file = self.known.get(str(named["id"]))
        ready = file is not None and file.completed and (file.content or b"").startswith(_SHOWN)
        return "" if ready else "invalid slack file"
