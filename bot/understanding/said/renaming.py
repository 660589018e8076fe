"""What a channel is to be called from now on, where a text says so: "the library's Facebook is now called …"."""

import re
from typing import Final

_LONGEST: Final = 80
"""Characters of a name; what is longer is a sentence."""
_SAID: Final = (
    # nimi on nyt …, nimeksi tulee …, nimeä … uudelleen: …, uusi nimi on …
    r"\bnimi\s+(?:on|muuttui|muuttuu|vaihtui|vaihtuu)\s+(?:nyt|nykyään|nykyisin|jatkossa|tästä\s+lähtien)\s*:?\s+",
    r"\bnimeksi\s*(?:tulee|tuli|vaihtuu|vaihtui|muuttuu|muuttui|laitetaan|laita|otetaan)?\s*(?:nyt)?\s*:?\s+",
    r"\bnime\w*\b[^.?]*?\buudelleen\s*(?::|,?\s+(?:nimellä|nimeksi|muotoon)\s*:?)\s*",
    r"\buusi\s+nimi\s*(?:on|olisi|tulee\s+olemaan)?\s*:?\s+",
    r"\bnimi\s*(?::|\s+muotoon\s*:?)\s+",
    r"\bnimi\s+(?:olis(?:i|ikin|kin)|oliskin|onkin|pit(?:äisi|ää|ääkin|äs|äis)\s+olla(?:kin)?)\s*:?\s+",
    # heter nu …, namnet är nu …, nytt namn: …, byt namn på … till …
    r"\bheter\s+(?:nu|numera|nuförtiden|hädanefter|i\s+fortsättningen|från\s+och\s+med\s+nu)\s*:?\s+",
    r"\bnamnet\s+(?:är\s+(?:nu|numera)|blir)\s*:?\s+",
    r"\bnamnet\b[^.?]*?\b(?:ska|skulle|borde)\s+(?:vara|bli)\s*:?\s+",
    r"\bn(?:ytt|ya)\s+namn(?:et)?\s*(?:är|blir)?\s*:?\s+",
    r"(?:\bdöp\w*\s+om\b|(?:^|\b(?:byt|byter|byta|ändra|ändrar)\b[^.?]*?\b)namn\w*)[^.?]*?\btill\s+",
    # is now called …, the new name is …, rename … to …
    r"\b(?:is|will\s+be|goes)\s+(?:now|from\s+now\s+on|henceforth)\s+(?:called|named|known\s+as|by)\s*:?\s+",
    r"\bnew\s+name\s*(?:is|will\s+be)?\s*:?\s+",
    r"\bname\s+(?:is\s+now|becomes)\s*:?\s+",
    r"\bname\b[^.?]*?\b(?:is\s+to|should|will|would|ought\s+to)\s+(?:rather\s+)?be\s*:?\s+",
    r"(?:\brenam\w+|(?:^(?:the )?|\bchang\w+\b[^.?]*?\b)name\b)[^.?]*?\b(?:to|as|into)\s+",
)
_INSTEAD: Final = r"(?:,?\s+(?:instead|i\s+stället|sittenkin|eikä\s.*|inte\s.*|not\s.*))?"
_RENAMED: Final = re.compile(rf"(?:{'|'.join(_SAID)})(?P<name>\S.*?){_INSTEAD}$", re.IGNORECASE)
_AROUND: Final = " .,;:!\"'“”„’‘«»*`"


def renamed(text: str) -> tuple[str, str]:
    """``text`` without the new name that it gives to something, and that name; empty where it gives none."""
    match = None if "?" in text else _RENAMED.search(text)
    name = match["name"].strip(_AROUND) if match else ""
    if match is None or not name or len(name) > _LONGEST:
        return text, ""
    return text[: match.start("name")].rstrip(" :"), name
