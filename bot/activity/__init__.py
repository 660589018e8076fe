"""The outside, read: whether a channel was updated is seen where it can be seen, and nobody is asked what a feed says.

``source_of`` (``source``) tells where a channel's updates can be seen. ``watch`` (``watching``) looks at many sources
and gives a ``Report`` for each as it comes, with the ``Visit`` that the caller keeps for the next look; ``look``
(``looking``) tries one address, such as before it is saved. ``pages_of`` (``website``) reads a website for the accounts
that it links. ``Fetcher`` (``fetcher``) is the only way out. Nothing here keeps anything, knows the register or reads
the clock.

``model``, ``source``, ``outages`` and ``links`` are values and pure functions, free of the web library, for whoever
decides what follows from them. The composition root makes the fetcher and the readers.
"""
