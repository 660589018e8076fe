"""What stands between and around days: what joins two, and says that something begins or ends there. All of it is
compared with small letters without accents."""

import re

from bot.language.days.vague_days import OPEN

_UP_TO = r"-|to|(?:fram )?till och med|t\.?o\.?m\.?|(?:fram )?tills?|til|until|through|and|&|ja|seka|och|aina|hamaan"
_OF = r"(?:the |den |end of |slutet av )*"
JOIN = re.compile(
    rf"[ ,(]{{0,3}}(?:(?:alkaen|lahtien|alusta)[ ,]{{0,2}})?(?:{_UP_TO})?(?: ?till)?[ )]{{0,3}}{_OF}(?:until|till)? ?"
)
FIRM = re.compile(rf"[ ,(]{{0,3}}(?:(?:alkaen|lahtien)[ ,]{{0,2}})?(?:{_UP_TO}) ?{_OF}")
"""What joins a day with something that is hardly one: a space alone does not."""
AND = re.compile(r"\b(?:and|ja|seka|och)\b|&")
AT_AN_END = re.compile(r" *(?:$|[,.;!?)])")
UNTIL_ENDING = re.compile(r"(?:hin|hun|seen|(?<!aftern)oon|paivaan|vuoteen|(?<!k)uun)$")
"""A Finnish word up to which something lasts: "perjantaihin", "jouluun"; but "joulukuun" is of December."""
UNTIL_BEFORE = re.compile(
    r"\b(?:until|till?(?: och med)?|through|up to(?: and including)?|t\.?o\.?m\.?|back on)"
    r"(?: (?:the|den|(?:the )?end of|slutet av))? ?$"
)
UNTIL_AFTER = re.compile(r"\.? ?(?:asti|saakka|loppuun)\b")
FROM_BEFORE = re.compile(
    r"\b(?:from|starting(?: from)?|as of|since|fran(?: och med)?|fr\.?o\.?m\.?)(?: (?:the|den))? ?$"
)
FROM_ENDINGS = ("sta", "lta")
AFTER_A_FEAST = re.compile(r"(?:after|efter) |.* jalkeen$")
FROM_AFTER = re.compile(rf"\.? ?(?:(?:alkaen|lahtien|eteenpain|onwards?|framat|{OPEN})\b|- ?(?:$|[,;])|-(?= ))")
AFTER_DASH = re.compile(r" ?(?:-|\b(?:to|till?|until)\b) ?(?P<other>\S*\d\S*)")
TO_SOMETHING = re.compile(r" ?(?:-|\b(?:to|till?|until|through)\b) ?(?P<other>[^,.;!?]*\w)")
UNTIL_SOMETHING = re.compile(r" ?\b(?:until|tills) (?P<other>[^,.;!?]*\w)")
TO_SOMETHING_FI = re.compile(r" (?P<other>\w+(?:aan|een|iin|oon|uun|yyn|h[aeiou]n|seen)|(?:\w+ ){1,3}loppuun)\b")
"""What follows the day from which something holds, where it is no day itself: "from Monday to the end of the fair"."""
BEFORE_DASH = re.compile(r"(?P<other>\S*\d\S*) ?- ?$")
