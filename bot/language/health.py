"""Words that tell of somebody's health, in Finnish, Swedish and English."""

import re
from typing import Final

# Those who nurse, and where, are no matter of anybody's health: "sairaala", "sairaanhoitaja", "sjukvård", "sick bay".
_HEALTH: Final = re.compile(
    r"(?<![^\W_])(?:sairaslo\w*|sairaspoissao\w*|sairausl\w*|sairauspoissa\w*|sairau(?:s|den|tta|teen|ksi)|sairaana"
    r"|sairas(?:tu|te)\w*|sairas|saik(?:ku|u)\w*|flunssa\w*|työkyvyt\w*|toipu\w*|toipil\w*|kuntoutuks\w*|kuntoutus"
    r"|leikkaukse(?:ssa|en|sta)|uupumu\w*|uupunu\w*|loppuunpal\w*|masennu\w*|masentunu\w*|diagnoos\w*"
    r"|sjuk|sjuka|sjukskriv\w*|sjukled\w*|sjukfrånvaro\w*|sjukdom\w*|insjukn\w*|utbränd\w*|utmattning\w*|rehabiliter\w*"
    r"|konvalescen\w*|diagnos\w*|arbetsoförm\w*"
    r"|sick(?:ness)?(?:[- ]?(?:leave|day|note)s?)?(?! bay)|ill|illness\w*|unwell|medical leave|surgery|burn-?out\w*"
    r"|convalesc\w*|depression|disease)(?![^\W_])",
    re.IGNORECASE,
)


def tells_of_health(text: str) -> bool:
    """Whether ``text`` has a word of illness in it."""
    return _HEALTH.search(text) is not None
