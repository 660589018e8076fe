"""From a text to its ``Reading``, without doing anything; its one door is ``interpret``."""
