"""The console's clock: the real one, or moved to see what the bot does at another time."""

from datetime import UTC, datetime, timedelta

from bot.services.ports import Clock

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""Outside these years the clock is not moved, so that no reckoning in the bot runs out of dates."""


class MovableClock:
    """A ``Clock`` that runs as ``clock`` does, from wherever it is moved to."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._offset = timedelta()

    def now(self) -> datetime:
        """The present as the bot sees it, aware, in the time zone of the real clock."""
        real = self._clock.now()
        return (real.astimezone(UTC) + self._offset).astimezone(real.tzinfo)

    @property
    def moved(self) -> bool:
        """Whether the clock shows another time than the real one."""
        return self._offset != timedelta()

    def move(self, step: timedelta) -> None:
        """Go ``step`` forward, or back where it is negative.

        Days are calendar days: a day later it is the same time of day, also when daylight saving begins in between.
        Raises ValueError, like ``set``.
        """
        try:
            self.set(self.now() + step)
        except OverflowError as error:
            raise ValueError(f"a clock can not be moved by {step}") from error

    def set(self, at: datetime) -> None:
        """Make it ``at`` now; the clock runs on from there.

        Raises ValueError where ``at`` is naive or outside the years that the clock knows.
        """
        if at.tzinfo is None:
            raise ValueError(f"{at} has no time zone")
        if not FIRST_YEAR <= at.year <= LAST_YEAR:
            raise ValueError(f"{at} is not between the years {FIRST_YEAR} and {LAST_YEAR}")
        self._offset = at.astimezone(UTC) - self._clock.now().astimezone(UTC)

    def reset(self) -> None:
        """Come back to the real time."""
        self._offset = timedelta()
