"""Pictures in messages: Slack gets each as a file of the bot's, and shows it in the message that names the file.

Whatever goes wrong, the words of the message say the same. A picture goes where a message lasts: "there is no way to
share files within an ephemeral message" (node-slack-sdk issue 1790), and what answers by a ``response_url`` is one.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Final

from bot.messages.model import Picture
from bot.surfaces.slack.connection import Connection, SlackError, code_of
from bot.surfaces.slack.rendering.blocks import IMAGE, SlackMessage, plain
from bot.surfaces.slack.rendering.rich import Json
from bot.surfaces.slack.rendering.text import clean, cut, one_line
from bot.surfaces.slack.scopes import PICTURES
from bot.surfaces.slack.token_health import UNANSWERED

logger = logging.getLogger(__name__)

_NOT_READY: Final = "invalid_blocks"
_NAME: Final = "somebot.png"
_ALTERNATIVE: Final = 1000
"""The longest alternative text of a file (https://docs.slack.dev/reference/methods/files.getUploadURLExternal, error
``alt_txt_too_large``); in the message it stands whole."""


class Pictures:
    """Posts messages with their pictures. Somebody waits for the words: the pictures have ``patience`` seconds to get
    to Slack. ``waits`` are the seconds before each try to post: Slack looks at a file in its own time, and calls blocks
    invalid that name it before (about a second by python-slack-sdk issue 1521; only ``files:read`` would tell)."""

    def __init__(
        self, connection: Connection, *, patience: float = 2.0, waits: Sequence[float] = (0.0, 0.6, 1.2)
    ) -> None:
        self._client, self._session, self._health = connection.once, connection.session, connection.health
        self._patience, self._waits = patience, waits

    async def post(self, message: SlackMessage, post: Callable[[list[Json]], Awaitable[None]]) -> bool:
        """Post ``message``, of which ``post`` takes the blocks, with its pictures. False where it has none, or Slack
        has not shown them in some seconds: nothing is posted then. Raises SlackError."""
        shown = {str(block["block_id"]) for block in message.blocks if block.get("block_id") in message.pictures}
        if not shown or any(scope.name == PICTURES for scope in self._health.missing):
            return False
        try:
            async with asyncio.timeout(self._patience):
                images = await self._images({key: message.pictures[key] for key in shown})
        except (*UNANSWERED, SlackError) as error:
            logger.warning("Slack did not take a picture", extra={"why": code_of(error)})
            return False
        return await self._posted([images.get(block.get("block_id", ""), block) for block in message.blocks], post)

    async def _posted(self, blocks: list[Json], post: Callable[[list[Json]], Awaitable[None]]) -> bool:
        for wait in self._waits:
            await asyncio.sleep(wait)
            try:
                await post(blocks)
            except SlackError as error:
                if error.code != _NOT_READY:
                    raise
            else:
                return True
        logger.warning("Slack did not show a picture", extra={"why": _NOT_READY})
        return False

    async def _images(self, pictures: Mapping[str, Picture]) -> Mapping[str, Json]:
        """Bring ``pictures`` to Slack, where nobody but the bot can open them elsewhere than in its messages; each as
        the block that shows it. Raises SlackError, and whatever is ``UNANSWERED``."""
        files = await asyncio.gather(*map(self._uploaded, pictures.values()))
        await self._client.files_completeUploadExternal(
            files=[{"id": file, "title": one.title} for file, one in zip(files, pictures.values(), strict=True)]
        )
        return {key: _image(pictures[key], file) for key, file in zip(pictures, files, strict=True)}

    async def _uploaded(self, picture: Picture) -> str:
        place = await self._client.files_getUploadURLExternal(
            filename=_NAME, length=len(picture.png), alt_txt=cut(picture.said, _ALTERNATIVE)
        )
        async with self._session.post(str(place.get("upload_url")), data=picture.png) as answer:
            if answer.status != HTTPStatus.OK:
                raise SlackError(f"status {answer.status}")
        return str(place.get("file_id"))


def _image(picture: Picture, file: str) -> Json:
    return {
        "type": "image",
        "title": plain(one_line(picture.title), IMAGE),
        "alt_text": clean(picture.said).strip(),
        "slack_file": {"id": file},
    }
