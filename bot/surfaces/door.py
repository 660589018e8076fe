"""The door of a workspace: whatever comes to it is answered, and of what is refused nothing is logged but why."""

import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import ClientError, web
from aiohttp.http_exceptions import HttpProcessingError

from bot.errors import log_failure
from bot.services.claims import UnderWayError
from bot.surfaces.seldom import Seldom

logger = logging.getLogger(__name__)


class RefusedError(Exception):
    """A request that does not come from the workspace, or is not what that sends. ``why`` is for the log; the sender
    gets the bare status."""

    def __init__(self, why: str, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


class Door:
    """Takes in the requests of one workspace."""

    def __init__(self) -> None:
        self.refused = Seldom(logger, "A request was refused")

    async def answer(
        self, request: web.Request, handle: Callable[[web.Request], Awaitable[web.Response]]
    ) -> web.Response:
        """What ``handle`` answers to a request, or what has kept it from that. What is over the application's size is
        refused by aiohttp (413)."""
        try:
            return await handle(request)
        except RefusedError as refused:
            self.refused.say(why=refused.why, status=refused.status.value)
            return web.Response(status=refused.status.value, text=refused.status.phrase)
        except UnderWayError:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE.value)  # the workspace sends it again
        except web.HTTPException:
            raise
        except ConnectionError:  # the other side has hung up: nobody is there to be answered
            return web.Response(status=HTTPStatus.BAD_REQUEST.value)
        except Exception as error:  # aiohttp would log all of it
            log_failure(logger, "A request could not be handled", error)
            return web.Response(status=HTTPStatus.INTERNAL_SERVER_ERROR.value)


async def body_of(request: web.Request, *, otherwise: str) -> str:
    """The body as text. Raises RefusedError, for the reason ``otherwise``, where it is none or does not come whole."""
    # In pieces of the application's size at most: what is longer is refused while it comes in.
    try:
        return (await request.read()).decode("utf-8")
    except (UnicodeDecodeError, ClientError, HttpProcessingError, web.RequestPayloadError) as error:
        raise RefusedError(otherwise) from error
