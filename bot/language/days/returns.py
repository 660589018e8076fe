"""Which day is one on which somebody is at work again, told by the words around it."""

import re

_BEFORE = re.compile(
    r"\b(?:palaa\w*|(?:tule\w*|tuun|tuu|tulla) (?:jo )?(?:taka\w+|toihin)|takaisin|takas|toissa(?: (?:taas|jalleen)))"
    r"(?: (?:toihin|toissa|lomalta|sorviin|vasta|taas|jo))* ?$"
    r"|\b(?:tillbaka|ater)(?: (?:pa|i) (?:jobbet|jobb|arbete|arbetet))?(?: (?:igen|forst|redan))*(?: den| pa)? ?$"
    r"|\b(?:jobbar|arbetar|pa jobbet|pa jobb) (?:igen|forst igen)(?: den| pa)? ?$"
    r"|\b(?:back|return(?:s|ing)?|(?:at|in) work again|working again)(?: (?:at|to|in) (?:work|the office))?"
    r"(?: (?:not until|already|only|again))?(?: on)?(?: the)? ?$"
)
"""What stands before the day on which somebody is at work again."""
_COMES = re.compile(r"\b(?:tulen\w*|tuun\w*|palaan\w*|palaamme)(?: (?:jo|vasta|taas))* ?$")
_AFTER = re.compile(r"\.? ?(?:takaisin )?(?:toihin|toissa)\b")
"""What stands around it: "tulen jo 8.12. töihin"."""


def is_return(before: str, after: str = "") -> bool:
    """Whether a day with these words before and after it is one on which somebody comes back."""
    is_to_work = _AFTER.match(after) is not None and _COMES.search(before) is not None
    return is_to_work or _BEFORE.search(before) is not None
