"""The outside, read: whether a channel was updated is seen where it can be seen, and nobody is asked what a feed says.

``source_of`` (``source``) tells where a channel's updates can be seen. ``watch`` (``watching``) looks at many sources
and gives a ``Report`` each as it comes, with the ``Visit`` that the caller keeps for the next look. Nothing here keeps
anything, knows the register or reads the clock. ``Fetcher`` (``fetcher``) is the only way out.
"""
